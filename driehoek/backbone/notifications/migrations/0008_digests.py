"""What is collected comes in a digest, at the day and hour a person likes."""

import datetime
import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('notifications', '0007_subscriptions'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Digest',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('due_at', models.DateTimeField()),
                ('state', models.CharField(choices=[('waiting', 'Waiting'), ('collected', 'Collected'), ('done', 'Done'), ('suppressed', 'Suppressed'), ('failed', 'Failed'), ('parked', 'Parked')], default='waiting', max_length=10)),
                ('reason', models.CharField(blank=True, max_length=60)),
                ('attempts', models.PositiveSmallIntegerField(default=0)),
                ('stumbles', models.PositiveSmallIntegerField(default=0)),
                ('lease_token', models.UUIDField(editable=False, null=True)),
                ('lease_until', models.DateTimeField(editable=False, null=True)),
                ('channel', models.CharField(max_length=10)),
                ('message_id', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('first_due_at', models.DateTimeField()),
                ('sent_at', models.DateTimeField(null=True)),
                ('asked', models.PositiveSmallIntegerField(default=0)),
            ],
        ),
        migrations.CreateModel(
            name='DigestTime',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('weekday', models.PositiveSmallIntegerField(choices=[(1, 'Maandag'), (2, 'Dinsdag'), (3, 'Woensdag'), (4, 'Donderdag'), (5, 'Vrijdag')], default=5)),
                ('weekly_at', models.TimeField(default=datetime.time(15, 30))),
                ('daily_at', models.TimeField(default=datetime.time(15, 30))),
            ],
        ),
        migrations.RemoveIndex(
            model_name='delivery',
            name='deliveries_collected',
        ),
        migrations.AddField(
            model_name='digest',
            name='person',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='delivery',
            name='digest',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='notifications.digest'),
        ),
        migrations.AddIndex(
            model_name='delivery',
            index=models.Index(condition=models.Q(('digest', None), ('state', 'collected')), fields=['due_at'], name='deliveries_collected'),
        ),
        migrations.AddField(
            model_name='digesttime',
            name='person',
            field=models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddIndex(
            model_name='digest',
            index=models.Index(condition=models.Q(('state', 'waiting')), fields=['channel', 'due_at'], name='digests_waiting'),
        ),
        migrations.AddIndex(
            model_name='digest',
            index=models.Index(condition=models.Q(('lease_token__isnull', False)), fields=['lease_until'], name='digests_leased'),
        ),
        migrations.AddConstraint(
            model_name='digest',
            constraint=models.UniqueConstraint(condition=models.Q(('state', 'waiting')), fields=('person', 'channel'), name='one_digest_waits'),
        ),
    ]
