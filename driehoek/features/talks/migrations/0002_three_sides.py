import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('media', '0005_what_is_seen'),
        ('schools', '0005_group_layer'),
        ('talks', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Answer',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('words', models.CharField(blank=True, max_length=500)),
                ('language', models.CharField(blank=True, max_length=10)),
                ('at', models.DateTimeField()),
                ('question', models.CharField(choices=[('proud', 'Trots op'), ('hard', 'Moeilijk'), ('help', 'Wat helpt'), ('ambition', 'Later worden of doen'), ('learning', 'Zo ging het leren tot nu toe')], max_length=8)),
                ('tiles', models.CharField(blank=True, max_length=80)),
                ('side', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='answers', to='talks.side')),
            ],
        ),
        migrations.CreateModel(
            name='AnswerVoice',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('answer', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='talks.answer')),
                ('attachment', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='media.attachment')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='CycleStep',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('layer', models.PositiveSmallIntegerField()),
                ('kind', models.CharField(choices=[('start', 'Startgesprek'), ('progress', 'Voortgangsgesprek'), ('check', 'Kort gesprek'), ('home', 'Huisbezoek'), ('other', 'Ander gesprek')], max_length=8)),
                ('month', models.PositiveSmallIntegerField()),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='schools.school')),
            ],
        ),
        migrations.CreateModel(
            name='HomeSituation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('words', models.CharField(blank=True, max_length=500)),
                ('language', models.CharField(blank=True, max_length=10)),
                ('at', models.DateTimeField()),
                ('side', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='home_situation', to='talks.side')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Point',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('words', models.CharField(blank=True, max_length=500)),
                ('language', models.CharField(blank=True, max_length=10)),
                ('at', models.DateTimeField()),
                ('subject', models.CharField(choices=[('well', 'Hoe het gaat'), ('learning', 'Leren en werk'), ('together', 'Met anderen'), ('home', 'Thuis en vrije tijd'), ('later', 'Later')], max_length=8)),
                ('is_serious', models.BooleanField(default=False)),
                ('note', models.CharField(blank=True, max_length=500)),
                ('side', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='points', to='talks.side')),
            ],
        ),
        migrations.CreateModel(
            name='StaffNote',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('words', models.CharField(max_length=1000)),
                ('at', models.DateTimeField()),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='schools.school')),
                ('student', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='TalkNotes',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('words', models.CharField(blank=True, max_length=5000)),
                ('at', models.DateTimeField()),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('talk', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='notes', to='talks.talk')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='TalkRecord',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('version', models.PositiveSmallIntegerField()),
                ('words', models.CharField(blank=True, max_length=5000)),
                ('agreed', models.JSONField()),
                ('at', models.DateTimeField()),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('talk', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='records', to='talks.talk')),
            ],
            options={
                'ordering': ['-version'],
            },
        ),
        migrations.AddConstraint(
            model_name='answer',
            constraint=models.UniqueConstraint(fields=('side', 'question'), name='one_answer_a_question'),
        ),
        migrations.AddConstraint(
            model_name='cyclestep',
            constraint=models.UniqueConstraint(fields=('school', 'layer', 'kind', 'month'), name='one_step_of_a_kind_a_month'),
        ),
        migrations.AddConstraint(
            model_name='cyclestep',
            constraint=models.CheckConstraint(condition=models.Q(('month__range', (1, 12))), name='a_step_has_a_month'),
        ),
        migrations.AddConstraint(
            model_name='point',
            constraint=models.CheckConstraint(condition=models.Q(('is_serious', False), models.Q(('note', ''), _negated=True), _connector='OR'), name='a_serious_point_was_told_before'),
        ),
        migrations.AddIndex(
            model_name='staffnote',
            index=models.Index(fields=['student', 'at'], name='talks_staff_student_3e7d88_idx'),
        ),
        migrations.AddConstraint(
            model_name='talkrecord',
            constraint=models.UniqueConstraint(fields=('talk', 'version'), name='one_record_a_version'),
        ),
    ]
