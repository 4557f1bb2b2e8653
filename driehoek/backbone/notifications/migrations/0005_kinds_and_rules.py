"""Absences and talks become kinds of their own; a school says how it offers each kind."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

SPLIT = {"tasks": "absences", "replies": "talks"}


def choose_alike(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Who chose something for the kind they came from, chose it for them too."""
    preference = apps.get_model("notifications", "Preference")
    for old, new in SPLIT.items():
        for row in preference.objects.filter(category=old):
            row.pk, row.category = None, new
            row.save(force_insert=True)


KINDS = [
    ("news", "Nieuws uit de klas en van school"),
    ("tasks", "Vragen waar wij je antwoord op nodig hebben"),
    ("absences", "Ziek, weg en verlof"),
    ("talks", "Gesprekken met school"),
    ("replies", "Reacties en antwoorden"),
    ("informal", "Gewoon leuk: kleine berichten tussendoor"),
    ("thinking", "Meedenken met school"),
]
READERS = [("guardians", "Ouders"), ("students", "Leerlingen"), ("staff", "Medewerkers")]
OFFERS = [
    ("usually", "Ja, tot iemand nee zegt"),
    ("on_request", "Alleen wie het vraagt"),
    ("always", "Altijd"),
    ("never", "Nooit"),
]
REACHES = [
    ("child", "Alleen over mijn kind en de klas"),
    ("school", "Ook over de hele school"),
    ("along", "Ook als ik kan meedenken"),
]
KEY = models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")


class Migration(migrations.Migration):
    dependencies = [
        ("notifications", "0004_lanes"),
        ("schools", "0004_school_starts_at"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AlterField("preference", "category", models.CharField(choices=KINDS, max_length=10)),
        migrations.RunPython(choose_alike, migrations.RunPython.noop),
        migrations.CreateModel(
            "HouseRule",
            fields=[
                ("id", KEY.clone()),
                ("category", models.CharField(choices=KINDS, max_length=10)),
                ("readers", models.CharField(choices=READERS, max_length=10)),
                ("offer", models.CharField(choices=OFFERS, max_length=10)),
                (
                    "school",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="schools.school"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("school", "category", "readers"), name="one_rule_a_kind")
                ]
            },
        ),
        migrations.CreateModel(
            "Interest",
            fields=[
                ("id", KEY.clone()),
                ("reach", models.CharField(choices=REACHES, max_length=10)),
                (
                    "person",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
    ]
