"""Each lane is a queue of its own; what is urgent stays on record."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("journal", "0001_initial"),
        ("notifications", "0003_rhythms"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveIndex("delivery", "deliveries_waiting"),
        migrations.AddIndex(
            "delivery",
            models.Index(
                condition=models.Q(("state", "waiting")),
                fields=["channel", "lane", "due_at"],
                name="deliveries_waiting",
            ),
        ),
        migrations.CreateModel(
            "Urgency",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("reason", models.CharField(max_length=200)),
                ("at", models.DateTimeField()),
                ("by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                ("entry", models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="journal.entry")),
            ],
            options={"constraints": [models.CheckConstraint(condition=models.Q(("reason", ""), _negated=True), name="urgent_for_a_reason")]},
        ),
    ]
