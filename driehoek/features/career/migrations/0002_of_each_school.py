from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('career', '0001_initial'),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='assignment',
            name='one_assignment_a_student',
        ),
        migrations.RemoveIndex(
            model_name='assignment',
            name='career_assi_group_i_76bd3e_idx',
        ),
        migrations.AddConstraint(
            model_name='assignment',
            constraint=models.UniqueConstraint(fields=('student', 'school', 'key'), name='one_assignment_a_student'),
        ),
    ]
