"""A student grants a guardian one kind at a time; who had everything keeps every kind."""

from django.db import migrations, models

KINDS = [
    ("news", "Berichten van school"), ("results", "Resultaten"), ("presence", "Aanwezigheid"),
    ("homework", "Huiswerk"), ("timetable", "Rooster"), ("work", "Werk"), ("goals", "Doelen"),
    ("talks", "Gesprekken"), ("internship", "Stage"), ("advice", "Studieadvies"),
]  # fmt: skip


def one_for_each_kind(apps, editor):
    grants = apps.get_model("people", "StudentGrant").objects
    for grant in list(grants.filter(kind="")):
        same = {name: getattr(grant, name) for name in ("student_id", "guardian_id", "starts_on", "ends_on")}
        for kind, _word in KINDS:
            grants.create(kind=kind, **same)
        grant.delete()


class Migration(migrations.Migration):
    dependencies = [("people", "0003_mailboxes")]
    operations = [
        migrations.RemoveConstraint(model_name="studentgrant", name="one_open_grant_a_pair"),
        migrations.AddField(
            model_name="studentgrant",
            name="kind",
            field=models.CharField(choices=KINDS, default="", max_length=12),
            preserve_default=False,
        ),
        migrations.RunPython(one_for_each_kind, migrations.RunPython.noop),
    ]
