import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('kitchen', '0002_own_corner'),
        ('media', '0005_what_is_seen'),
    ]

    operations = [
        migrations.CreateModel(
            name='WishVoice',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('attachment', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='media.attachment')),
                ('wish', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='voice', to='kitchen.wish')),
            ],
            options={
                'abstract': False,
            },
        ),
    ]
