"""Whose mailbox an address is, in capitals or not, is asked before each mail."""

from django.db import migrations, models
from django.db.models.functions import Lower


class Migration(migrations.Migration):
    dependencies = [("people", "0002_nearperson_nearpersonanswer")]

    operations = [
        migrations.AddIndex("person", models.Index(Lower("email"), name="people_by_mailbox")),
    ]
