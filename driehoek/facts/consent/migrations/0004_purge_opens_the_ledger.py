"""A purge lets the answers of its own child through, up to the last one it names. It is refused for a child who is
still at a school or left less than five years ago, and it stays for ever. Nothing else opens the ledger.

A migration that makes schools_enrolment anew on SQLite takes purge_in_time away first and puts it back, as it does
with the view of seats.
"""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

SQLITE = [
    "DROP TRIGGER consent_no_DELETE",
    "CREATE TRIGGER consent_no_DELETE BEFORE DELETE ON consent_consentanswer WHEN NOT EXISTS ("
    "SELECT 1 FROM consent_consentpurge p WHERE p.student_id = OLD.student_id AND OLD.id <= p.last_answer) "
    "BEGIN SELECT RAISE(ABORT, 'consent answers are only ever added'); END",
    "CREATE TRIGGER purge_no_UPDATE BEFORE UPDATE ON consent_consentpurge "
    "BEGIN SELECT RAISE(ABORT, 'a purge is never changed or taken away'); END",
    "CREATE TRIGGER purge_no_DELETE BEFORE DELETE ON consent_consentpurge "
    "BEGIN SELECT RAISE(ABORT, 'a purge is never changed or taken away'); END",
    "CREATE TRIGGER purge_in_time BEFORE INSERT ON consent_consentpurge WHEN EXISTS ("
    "SELECT 1 FROM schools_enrolment e WHERE e.student_id = NEW.student_id "
    "AND (e.ends_on IS NULL OR e.ends_on > date(NEW.at, '-5 years'))) "
    "BEGIN SELECT RAISE(ABORT, 'she is still here, or left less than five years ago'); END",
    "CREATE TRIGGER purge_of_a_chain BEFORE INSERT ON consent_consentpurge WHEN NOT EXISTS ("
    "SELECT 1 FROM consent_consentanswer a WHERE a.student_id = NEW.student_id AND a.id = NEW.last_answer) "
    "BEGIN SELECT RAISE(ABORT, 'a purge names the last answer of her own chain'); END",
]
UNDO_SQLITE = [
    "DROP TRIGGER purge_of_a_chain",
    "DROP TRIGGER purge_in_time",
    "DROP TRIGGER purge_no_UPDATE",
    "DROP TRIGGER purge_no_DELETE",
    "DROP TRIGGER consent_no_DELETE",
    "CREATE TRIGGER consent_no_DELETE BEFORE DELETE ON consent_consentanswer "
    "BEGIN SELECT RAISE(ABORT, 'consent answers are only ever added'); END",
]
ONLY_ADD = (
    "CREATE OR REPLACE FUNCTION consent_only_add() RETURNS trigger AS $$ BEGIN %s RAISE EXCEPTION "
    "'consent answers are only ever added' USING ERRCODE = 'integrity_constraint_violation'; "
    "END $$ LANGUAGE plpgsql"
)
LET_THROUGH = (
    "IF TG_OP = 'DELETE' AND EXISTS (SELECT 1 FROM consent_consentpurge p WHERE p.student_id = OLD.student_id "
    "AND OLD.id <= p.last_answer) THEN RETURN OLD; END IF;"
)
POSTGRESQL = [
    ONLY_ADD % LET_THROUGH,
    "CREATE FUNCTION purge_stays() RETURNS trigger AS $$ BEGIN RAISE EXCEPTION "
    "'a purge is never changed or taken away' USING ERRCODE = 'integrity_constraint_violation'; END $$ LANGUAGE plpgsql",
    "CREATE TRIGGER purge_stays BEFORE UPDATE OR DELETE ON consent_consentpurge "
    "FOR EACH ROW EXECUTE FUNCTION purge_stays()",
    "CREATE FUNCTION purge_in_time() RETURNS trigger AS $$ BEGIN IF EXISTS (SELECT 1 FROM schools_enrolment e "
    "WHERE e.student_id = NEW.student_id AND (e.ends_on IS NULL OR "
    "e.ends_on > (NEW.at AT TIME ZONE 'Europe/Amsterdam')::date - interval '5 years')) "
    "THEN RAISE EXCEPTION 'she is still here, or left less than five years ago' "
    "USING ERRCODE = 'integrity_constraint_violation'; END IF; "
    "IF NOT EXISTS (SELECT 1 FROM consent_consentanswer a WHERE a.student_id = NEW.student_id "
    "AND a.id = NEW.last_answer) THEN RAISE EXCEPTION 'a purge names the last answer of her own chain' "
    "USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN NEW; END $$ LANGUAGE plpgsql",
    "CREATE TRIGGER purge_in_time BEFORE INSERT ON consent_consentpurge "
    "FOR EACH ROW EXECUTE FUNCTION purge_in_time()",
]
UNDO_POSTGRESQL = [
    "DROP TRIGGER purge_in_time ON consent_consentpurge",
    "DROP FUNCTION purge_in_time()",
    "DROP TRIGGER purge_stays ON consent_consentpurge",
    "DROP FUNCTION purge_stays()",
    ONLY_ADD % "",
]


def guard(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    for statement in {"sqlite": SQLITE, "postgresql": POSTGRESQL}[editor.connection.vendor]:
        editor.execute(statement)


def unguard(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    for statement in {"sqlite": UNDO_SQLITE, "postgresql": UNDO_POSTGRESQL}[editor.connection.vendor]:
        editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("consent", "0003_purge"), ("schools", "0001_initial")]
    operations = [migrations.RunPython(guard, unguard)]
