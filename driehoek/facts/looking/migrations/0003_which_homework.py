"""The kind of homework says which homework it is."""

from django.db import migrations, models

KINDS = [
    ("news", "Berichten van school"), ("results", "Resultaten"), ("presence", "Aanwezigheid"),
    ("homework", "Huiswerk uit het schoolsysteem"), ("timetable", "Rooster"), ("work", "Werk"),
    ("goals", "Doelen"), ("talks", "Gesprekken"), ("internship", "Stage"), ("advice", "Studieadvies"),
    ("table", "Aan de keukentafel"),
]  # fmt: skip


class Migration(migrations.Migration):
    dependencies = [("looking", "0002_what_she_tells_at_the_table")]
    operations = [
        migrations.AlterField(
            model_name="kindswitch", name="kind", field=models.CharField(choices=KINDS, max_length=12)
        ),
    ]
