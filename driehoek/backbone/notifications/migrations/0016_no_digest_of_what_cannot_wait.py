"""Who chose a day or a week in one screen chose it for all: what one hears at once comes at once again."""

from typing import Any  # a model of that time

from django.db import migrations
from django.db.models import Exists, OuterRef


def hear_at_once(apps: Any, _schema: object) -> None:
    choices = apps.get_model("notifications", "Preference").objects.filter(student=None, school=None)
    alike = choices.filter(
        person=OuterRef("person"), channel=OuterRef("channel"), rhythm=OuterRef("rhythm")
    )
    waiting = choices.filter(category__in=["absences", "talks"], channel="email", rhythm__in=["daily", "weekly"])
    waiting.filter(Exists(alike.filter(category="tasks")), Exists(alike.filter(category="replies"))).delete()


class Migration(migrations.Migration):
    dependencies = [("notifications", "0015_few_are_in_digests")]
    operations = [migrations.RunPython(hear_at_once, migrations.RunPython.noop)]
