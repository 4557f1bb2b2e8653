from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps
from django.db.models import F


def at_once(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    apps.get_model("feed", "SharedQuestion").objects.update(due_at=F("at"))


class Migration(migrations.Migration):
    """What was agreed until now was read at once."""

    dependencies = [("feed", "0010_answers_wait")]

    operations = [
        migrations.AddField("sharedquestion", "due_at", models.DateTimeField(null=True)),
        migrations.RunPython(at_once, migrations.RunPython.noop),
        migrations.AlterField("sharedquestion", "due_at", models.DateTimeField()),
    ]
