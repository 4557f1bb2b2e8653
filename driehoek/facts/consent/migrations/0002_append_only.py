"""The database itself refuses to change or remove an answer that was given."""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

REFUSAL = "consent answers are only ever added"
SQLITE = [
    f"CREATE TRIGGER consent_no_{act} BEFORE {act} ON consent_consentanswer "
    f"BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END"
    for act in ("UPDATE", "DELETE")
]
POSTGRESQL = [
    f"CREATE FUNCTION consent_only_add() RETURNS trigger AS $$ BEGIN RAISE EXCEPTION '{REFUSAL}' "
    "USING ERRCODE = 'integrity_constraint_violation'; END $$ LANGUAGE plpgsql",
    "CREATE TRIGGER consent_only_add BEFORE UPDATE OR DELETE ON consent_consentanswer "
    "FOR EACH ROW EXECUTE FUNCTION consent_only_add()",
]
UNDO = {
    "sqlite": ["DROP TRIGGER consent_no_UPDATE", "DROP TRIGGER consent_no_DELETE"],
    "postgresql": [
        "DROP TRIGGER consent_only_add ON consent_consentanswer",
        "DROP FUNCTION consent_only_add()",
    ],
}


def guard(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    for statement in {"sqlite": SQLITE, "postgresql": POSTGRESQL}[editor.connection.vendor]:
        editor.execute(statement)


def unguard(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    for statement in UNDO[editor.connection.vendor]:
        editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("consent", "0001_initial")]
    operations = [migrations.RunPython(guard, unguard)]
