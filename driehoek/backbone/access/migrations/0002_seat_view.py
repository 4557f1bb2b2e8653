"""Seats, derived from appointments, enrolments and agreed guardianships. SQL that both databases accept."""

from django.db import migrations

SEATS = """
CREATE VIEW access_seat AS
  SELECT 'staff-' || a.id AS id, a.person_id, 'staff' AS role, a.function, a.board_id, a.school_id, a.group_id,
         CAST(NULL AS bigint) AS student_id, CAST(NULL AS date) AS student_born,
         COALESCE(s.sector, '') AS sector, COALESCE(s.guardians_until_age, 18) AS guardians_until_age,
         TRUE AS sees_child, TRUE AS sees_group, TRUE AS may_answer,
         a.starts_on, a.ends_on, CAST(NULL AS date) AS since_on, CAST(NULL AS date) AS until_on
    FROM schools_appointment a LEFT JOIN schools_school s ON s.id = a.school_id
  UNION ALL
  SELECT 'student-' || e.id, e.student_id, 'student', '', s.board_id, g.school_id, e.group_id,
         e.student_id, p.birth_date, s.sector, s.guardians_until_age,
         TRUE, TRUE, TRUE,
         e.starts_on, e.ends_on, CAST(NULL AS date), CAST(NULL AS date)
    FROM schools_enrolment e
    JOIN schools_group g ON g.id = e.group_id
    JOIN schools_school s ON s.id = g.school_id
    JOIN people_person p ON p.id = e.student_id
  UNION ALL
  SELECT 'guardian-' || w.id || '-' || e.id, w.guardian_id, 'guardian', '', s.board_id, g.school_id, e.group_id,
         e.student_id, p.birth_date, s.sector, s.guardians_until_age,
         w.sees_child, w.sees_group, w.may_answer,
         e.starts_on, e.ends_on, w.starts_on, w.ends_on
    FROM people_guardianship w
    JOIN people_approval y ON y.guardianship_id = w.id
    JOIN schools_enrolment e ON e.student_id = w.student_id
    JOIN schools_group g ON g.id = e.group_id
    JOIN schools_school s ON s.id = g.school_id
    JOIN people_person p ON p.id = e.student_id
   WHERE w.sees_child OR w.sees_group
"""


class Migration(migrations.Migration):
    dependencies = [("access", "0001_initial"), ("schools", "0001_initial"), ("people", "0001_initial")]
    operations = [migrations.RunSQL(SEATS, "DROP VIEW access_seat")]
