from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps
from django.db.models import F


def at_once(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    apps.get_model("questions", "Answer").objects.update(due_at=F("at"))


class Migration(migrations.Migration):
    """What was answered until now was read at once."""

    dependencies = [("questions", "0002_spoken")]

    operations = [
        migrations.AddField("answer", "due_at", models.DateTimeField(null=True)),
        migrations.AddField("answer", "hurry", models.CharField(blank=True, default="", max_length=200)),
        migrations.RunPython(at_once, migrations.RunPython.noop),
        migrations.AlterField("answer", "due_at", models.DateTimeField()),
        migrations.AlterField("answer", "hurry", models.CharField(blank=True, max_length=200)),
    ]
