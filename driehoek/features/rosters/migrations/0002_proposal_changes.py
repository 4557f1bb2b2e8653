"""What becomes different about somebody stands in the proposal, field by field."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("rosters", "0001_initial")]

    operations = [
        migrations.AddField("proposal", "changes", models.JSONField(default=list)),
    ]
