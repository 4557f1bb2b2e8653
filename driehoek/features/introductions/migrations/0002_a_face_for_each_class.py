"""A face is ticked for each class: who showed hers to every class shows it to those in which she sits today."""

from django.db import migrations, models
from django.utils import timezone

FIELDS = [
    ("job", "Mijn werk"), ("hobby", "Wat ik graag doe"), ("language", "Talen die ik spreek"),
    ("help", "Ik wil helpen met"), ("face", "Mijn foto"), ("child", "Van wie ik de ouder ben"),
    ("email", "Mijn mailadres"), ("phone", "Mijn telefoonnummer"),
]  # fmt: skip


SITS = """
SELECT DISTINCT person_id, group_id FROM access_seat
WHERE role = 'guardian' AND sees_group AND starts_on <= %s AND (ends_on IS NULL OR ends_on >= %s)
AND (since_on IS NULL OR since_on <= %s) AND (until_on IS NULL OR until_on >= %s)
"""


def tick_for_each_class(apps, editor):
    portraits, shared = apps.get_model("people", "Portrait").objects, apps.get_model("introductions", "Sharing")
    chose = set(portraits.filter(for_class=True).values_list("person", flat=True))
    with editor.connection.cursor() as cursor:
        cursor.execute(SITS, [timezone.localdate()] * 4)
        places = [place for place in cursor.fetchall() if place[0] in chose]
    rows = [shared(person_id=person, group_id=group, field="face") for person, group in places]
    shared.objects.bulk_create(rows, batch_size=1000, ignore_conflicts=True)


class Migration(migrations.Migration):
    dependencies = [
        ("introductions", "0001_initial"),
        ("access", "0002_seat_view"),
        ("people", "0006_what_she_tells_at_the_table"),
    ]
    run_before = [("people", "0007_no_one_choice_for_a_face")]
    operations = [
        migrations.AlterField(
            model_name="sharing", name="field", field=models.CharField(choices=FIELDS, max_length=8)
        ),
        migrations.RunPython(tick_for_each_class, migrations.RunPython.noop),
    ]
