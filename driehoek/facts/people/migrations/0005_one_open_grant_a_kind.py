"""Apart from the rows themselves: PostgreSQL changes no table in which it still has rows to check."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("people", "0004_a_grant_for_each_kind")]
    operations = [
        migrations.AddConstraint(
            model_name="studentgrant",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ends_on", None)),
                fields=("student", "guardian", "kind"),
                name="one_open_grant_a_kind",
            ),
        ),
    ]
