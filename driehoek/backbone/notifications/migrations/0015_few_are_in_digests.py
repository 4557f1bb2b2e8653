from django.db import migrations, models


class Migration(migrations.Migration):
    """What is in no digest, and that is most, stands in no index of digests."""

    dependencies = [("notifications", "0014_fewer_indexes")]

    operations = [
        migrations.AlterField(
            "delivery",
            "digest",
            models.ForeignKey(
                "notifications.digest", models.SET_NULL, null=True, related_name="+", db_index=False
            ),
        ),
        migrations.AddIndex(
            "delivery",
            models.Index(
                fields=["digest"], condition=models.Q(digest__isnull=False), name="deliveries_in_digests"
            ),
        ),
    ]
