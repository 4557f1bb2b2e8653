"""One kind more, that no school shuts."""

from django.db import migrations, models

KINDS = [
    ("news", "Berichten van school"), ("results", "Resultaten"), ("presence", "Aanwezigheid"),
    ("homework", "Huiswerk"), ("timetable", "Rooster"), ("work", "Werk"), ("goals", "Doelen"),
    ("talks", "Gesprekken"), ("internship", "Stage"), ("advice", "Studieadvies"),
    ("table", "Aan de keukentafel"),
]  # fmt: skip


class Migration(migrations.Migration):
    dependencies = [("looking", "0001_initial")]
    operations = [
        migrations.AlterField(
            model_name="kindswitch",
            name="kind",
            field=models.CharField(choices=KINDS, max_length=12),
        ),
    ]
