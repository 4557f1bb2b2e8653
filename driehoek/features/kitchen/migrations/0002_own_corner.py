import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('kitchen', '0001_initial'),
        ('media', '0005_what_is_seen'),
        ('schools', '0004_school_starts_at'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Wish',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('week', models.DateField()),
                ('picked', models.CharField(blank=True, max_length=40)),
                ('words', models.CharField(blank=True, max_length=160)),
                ('language', models.CharField(default='nl', max_length=8)),
                ('at', models.DateTimeField()),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='schools.school')),
                ('student', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('student', 'week'), name='one_wish_a_week')],
            },
        ),
        migrations.CreateModel(
            name='Reflection',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('week', models.DateField()),
                ('asked', models.CharField(max_length=40)),
                ('text', models.TextField(blank=True, max_length=1500)),
                ('language', models.CharField(default='nl', max_length=8)),
                ('for_teacher', models.BooleanField(default=False)),
                ('at', models.DateTimeField()),
                ('school', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='schools.school')),
                ('student', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('student', 'week'), name='one_reflection_a_week')],
            },
        ),
        migrations.CreateModel(
            name='ReflectionVoice',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('attachment', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='media.attachment')),
                ('reflection', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='kitchen.reflection')),
            ],
            options={
                'abstract': False,
            },
        ),
    ]
