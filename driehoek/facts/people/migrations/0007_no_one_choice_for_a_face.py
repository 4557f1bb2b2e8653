"""A face is shown to a class by a Sharing; introductions 0002 carried the old choice over before this step."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("people", "0006_what_she_tells_at_the_table")]
    operations = [migrations.RemoveField(model_name="portrait", name="for_class")]
