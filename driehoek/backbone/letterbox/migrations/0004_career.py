from django.db import migrations, models

KINDS = [
    ("news", "Nieuws uit de klas en van school"),
    ("letter", "De nieuwsbrief van school"),
    ("tasks", "Vragen waar wij je antwoord op nodig hebben"),
    ("absences", "Ziek, weg en verlof"),
    ("talks", "Gesprekken met school"),
    ("results", "Resultaten van je kind"),
    ("career", "Opdrachten om thuis samen te doen"),
    ("replies", "Reacties en antwoorden"),
    ("informal", "Gewoon leuk: kleine berichten tussendoor"),
    ("thinking", "Meedenken met school"),
]


class Migration(migrations.Migration):
    dependencies = [("letterbox", "0003_results")]

    operations = [
        migrations.AlterField("complaint", "category", models.CharField(choices=KINDS, max_length=10)),
    ]
