from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    """What the first column of a unique index finds, needs no index of its own."""

    dependencies = [
        ("notifications", "0013_career"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AlterField(
            "delivery",
            "notification",
            models.ForeignKey("notifications.notification", models.CASCADE, related_name="+", db_index=False),
        ),
        migrations.AlterField(
            "notification",
            "person",
            models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", db_index=False),
        ),
    ]
