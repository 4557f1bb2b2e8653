from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('conversations', '0003_thinking_again'),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='conversation',
            name='help_is_for_one_reader_at_home',
        ),
        migrations.AlterField(
            model_name='conversation',
            name='team',
            field=models.CharField(choices=[('child', 'Child'), ('help', 'Help'), ('mentor', 'Mentor')], default='child', max_length=6),
        ),
        migrations.AddConstraint(
            model_name='conversation',
            constraint=models.CheckConstraint(condition=models.Q(('with_student', False), models.Q(('team', 'help'), _negated=True), _connector='OR'), name='help_is_for_one_reader_at_home'),
        ),
    ]
