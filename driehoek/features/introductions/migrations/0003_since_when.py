"""Since when a class knows it; of what was shared before nobody kept that, so it counts from this step on."""

from django.db import migrations, models
from django.utils import timezone


class Migration(migrations.Migration):

    dependencies = [
        ("introductions", "0002_a_face_for_each_class"),
    ]

    operations = [
        migrations.AddField("sharing", "at", models.DateTimeField(default=timezone.now), preserve_default=False),
    ]
