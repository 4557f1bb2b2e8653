"""Each, or not at all, grows into a rhythm; a choice may be for one child or one school."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps


def each_is_now(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    apps.get_model("notifications", "Preference").objects.filter(rhythm="each").update(rhythm="now")


class Migration(migrations.Migration):
    dependencies = [
        ("notifications", "0002_kinds"),
        ("schools", "0004_school_starts_at"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveConstraint("preference", "one_choice_a_road"),
        migrations.RenameField("preference", "mode", "rhythm"),
        migrations.AlterField("preference", "rhythm", models.CharField(choices=[("now", "Meteen"), ("daily", "Elke dag"), ("weekly", "Elke week"), ("off", "Niet")], max_length=6)),
        migrations.RunPython(each_is_now, migrations.RunPython.noop),
        migrations.AddField(
            "preference",
            "student",
            models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name="+", to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            "preference",
            "school",
            models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name="+", to="schools.school"),
        ),
        migrations.AddConstraint(
            "preference",
            models.UniqueConstraint(condition=models.Q(school=None, student=None), fields=("person", "category", "channel"), name="one_choice_a_road"),
        ),
        migrations.AddConstraint(
            "preference",
            models.UniqueConstraint(condition=models.Q(student__isnull=False), fields=("person", "category", "channel", "student"), name="one_choice_a_child"),
        ),
        migrations.AddConstraint(
            "preference",
            models.UniqueConstraint(condition=models.Q(school__isnull=False), fields=("person", "category", "channel", "school"), name="one_choice_a_school"),
        ),
        migrations.AddConstraint(
            "preference",
            models.CheckConstraint(condition=models.Q(("student", None), ("school", None), _connector="OR"), name="for_a_child_or_a_school"),
        ),
        migrations.AddField("telling", "lane", models.CharField(choices=[("urgent", "Urgent"), ("normal", "Normal"), ("bulk", "Bulk")], default="normal", max_length=6)),
        migrations.AddField("delivery", "lane", models.CharField(choices=[("urgent", "Urgent"), ("normal", "Normal"), ("bulk", "Bulk")], default="normal", max_length=6)),
        migrations.AddField("delivery", "rhythm", models.CharField(choices=[("now", "Meteen"), ("daily", "Elke dag"), ("weekly", "Elke week"), ("off", "Niet")], default="now", max_length=6)),
        migrations.AlterField("delivery", "state", models.CharField(choices=[("waiting", "Waiting"), ("collected", "Collected"), ("done", "Done"), ("suppressed", "Suppressed"), ("failed", "Failed"), ("parked", "Parked")], default="waiting", max_length=10)),
        migrations.AlterField("telling", "state", models.CharField(choices=[("waiting", "Waiting"), ("collected", "Collected"), ("done", "Done"), ("suppressed", "Suppressed"), ("failed", "Failed"), ("parked", "Parked")], default="waiting", max_length=10)),
        migrations.AddIndex(
            "delivery",
            models.Index(condition=models.Q(("state", "collected")), fields=["rhythm", "channel"], name="deliveries_collected"),
        ),
    ]
