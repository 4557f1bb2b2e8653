"""One kind more. Nobody granted it yet: in doubt it stays shut."""

from django.db import migrations, models

KINDS = [
    ("news", "Berichten van school"), ("results", "Resultaten"), ("presence", "Aanwezigheid"),
    ("homework", "Huiswerk"), ("timetable", "Rooster"), ("work", "Werk"), ("goals", "Doelen"),
    ("talks", "Gesprekken"), ("internship", "Stage"), ("advice", "Studieadvies"),
    ("table", "Aan de keukentafel"),
]  # fmt: skip


class Migration(migrations.Migration):
    dependencies = [("people", "0005_one_open_grant_a_kind")]
    operations = [
        migrations.AlterField(
            model_name="studentgrant",
            name="kind",
            field=models.CharField(choices=KINDS, max_length=12),
        ),
    ]
