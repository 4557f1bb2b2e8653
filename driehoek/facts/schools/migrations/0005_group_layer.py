"""The year layer of a group, as its name says it."""

from django.db import migrations, models

from driehoek.facts.schools.layers import layer_of


def read_names(apps, editor):
    groups = apps.get_model("schools", "Group").objects
    for group in groups.all():
        groups.filter(pk=group.pk).update(layer=layer_of(group.name))


class Migration(migrations.Migration):
    dependencies = [("schools", "0004_school_starts_at")]
    operations = [
        migrations.AddField(
            model_name="group", name="layer", field=models.PositiveSmallIntegerField(blank=True, null=True)
        ),
        migrations.RunPython(read_names, migrations.RunPython.noop),
    ]
