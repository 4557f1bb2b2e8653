from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('talks', '0007_confirmed_together'),
    ]

    operations = [
        migrations.AddField(
            model_name='side',
            name='reply',
            field=models.CharField(blank=True, choices=[('comes', 'Komt'), ('other', 'Liever een ander moment')], default='', max_length=5),
            preserve_default=False,
        ),
    ]
