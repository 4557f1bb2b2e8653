import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('absences', '0005_swap_days'),
        ('schools', '0004_school_starts_at'),
    ]

    operations = [
        migrations.CreateModel(
            name='SwapTerms',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('ahead', models.PositiveSmallIntegerField(choices=[(0, 'Op de dag zelf mag het nog'), (1, 'Eén dag van tevoren'), (2, 'Twee dagen van tevoren'), (3, 'Drie dagen van tevoren'), (7, 'Een week van tevoren'), (14, 'Twee weken van tevoren')], default=0)),
                ('per_week', models.PositiveSmallIntegerField(choices=[(0, 'Zo vaak als er plek is'), (1, 'Eén keer per week'), (2, 'Twee keer per week'), (3, 'Drie keer per week')], default=0)),
                ('school', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='schools.school')),
            ],
        ),
    ]
