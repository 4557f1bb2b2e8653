"""Photos that stand with a block."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("media", "0005_what_is_seen"),
        ("newsletters", "0004_sources"),
    ]

    operations = [
        migrations.CreateModel(
            name="BlockPhoto",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveSmallIntegerField(default=0)),
                ("block", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="newsletters.block")),
                ("photo", models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="media.photo")),
            ],
            options={
                "abstract": False,
            },
        ),
    ]
