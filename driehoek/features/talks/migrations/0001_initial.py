import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('schools', '0004_school_starts_at'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Pledge',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('words', models.CharField(max_length=200)),
                ('language', models.CharField(max_length=10)),
                ('until', models.DateField(blank=True, null=True)),
                ('at', models.DateTimeField()),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('replaces', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='talks.pledge')),
            ],
        ),
        migrations.CreateModel(
            name='PledgeOutcome',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('done', 'Gelukt'), ('changed', 'Anders afgesproken')], max_length=8)),
                ('at', models.DateTimeField()),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('pledge', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='outcome', to='talks.pledge')),
            ],
        ),
        migrations.CreateModel(
            name='Side',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('corner', models.CharField(choices=[('school', 'school'), ('home', 'thuis'), ('child', 'kind')], max_length=6)),
                ('ready_at', models.DateTimeField(blank=True, null=True)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.AddField(
            model_name='pledge',
            name='doer',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='talks.side'),
        ),
        migrations.CreateModel(
            name='Talk',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('token', models.UUIDField(default=uuid.uuid4, unique=True)),
                ('kind', models.CharField(choices=[('start', 'Startgesprek'), ('progress', 'Voortgangsgesprek'), ('check', 'Kort gesprek'), ('home', 'Huisbezoek'), ('other', 'Ander gesprek')], max_length=8)),
                ('moment', models.DateTimeField()),
                ('minutes', models.PositiveSmallIntegerField(default=20)),
                ('place', models.CharField(max_length=120)),
                ('came_from', models.CharField(blank=True, max_length=40)),
                ('at', models.DateTimeField()),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='schools.school')),
                ('student', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.AddField(
            model_name='side',
            name='talk',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='sides', to='talks.talk'),
        ),
        migrations.AddField(
            model_name='pledge',
            name='talk',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='pledges', to='talks.talk'),
        ),
        migrations.CreateModel(
            name='LeftOut',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reason', models.CharField(max_length=200)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('talk', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='left_out', to='talks.talk')),
            ],
        ),
        migrations.CreateModel(
            name='Cancellation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reason', models.CharField(max_length=200)),
                ('at', models.DateTimeField()),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('talk', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='cancellation', to='talks.talk')),
            ],
        ),
        migrations.CreateModel(
            name='TalkReminder',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(max_length=8)),
                ('at', models.DateTimeField()),
                ('talk', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='talks.talk')),
            ],
        ),
        migrations.CreateModel(
            name='PledgeReminder',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(max_length=8)),
                ('at', models.DateTimeField()),
                ('pledge', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='talks.pledge')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('pledge', 'kind'), name='one_reminder_of_a_kind')],
            },
        ),
        migrations.CreateModel(
            name='PledgeYes',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('pledge', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='yeses', to='talks.pledge')),
                ('side', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='talks.side')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('pledge', 'side'), name='one_yes_a_side')],
            },
        ),
        migrations.AddIndex(
            model_name='talk',
            index=models.Index(fields=['school', 'moment'], name='talks_talk_school__0ceb5c_idx'),
        ),
        migrations.AddIndex(
            model_name='talk',
            index=models.Index(fields=['student', 'moment'], name='talks_talk_student_04e92c_idx'),
        ),
        migrations.AddConstraint(
            model_name='side',
            constraint=models.UniqueConstraint(fields=('talk', 'person', 'corner'), name='one_side_each_at_a_talk'),
        ),
        migrations.AddConstraint(
            model_name='side',
            constraint=models.UniqueConstraint(condition=models.Q(('corner', 'child')), fields=('talk',), name='one_child_at_a_talk'),
        ),
        migrations.AddIndex(
            model_name='pledge',
            index=models.Index(fields=['until'], name='talks_pledg_until_40e1b3_idx'),
        ),
        migrations.AddConstraint(
            model_name='leftout',
            constraint=models.UniqueConstraint(fields=('talk', 'person'), name='left_out_of_a_talk_once'),
        ),
        migrations.AddConstraint(
            model_name='talkreminder',
            constraint=models.UniqueConstraint(fields=('talk', 'kind'), name='one_reminder_of_a_talk_of_a_kind'),
        ),
    ]
