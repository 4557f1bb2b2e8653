from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('talks', '0006_spoken_at_the_table'),
    ]

    operations = [
        migrations.AddField(
            model_name='talkrecord',
            name='contacts_on',
            field=models.DateField(blank=True, null=True),
        ),
    ]
