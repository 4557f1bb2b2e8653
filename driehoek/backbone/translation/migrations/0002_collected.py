"""A leased row may wait for others: nothing of these does, the states are shared."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('translation', '0001_initial'),
    ]

    operations = [
        migrations.AlterField(
            model_name='translation',
            name='state',
            field=models.CharField(choices=[('waiting', 'Waiting'), ('collected', 'Collected'), ('done', 'Done'), ('suppressed', 'Suppressed'), ('failed', 'Failed'), ('parked', 'Parked')], default='waiting', max_length=10),
        ),
    ]
