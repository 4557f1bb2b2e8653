"""By which key another system knows a person or a group. The only thing an import matches on."""

from django.db import models

from driehoek.facts.people.models import Person
from driehoek.facts.schools.models.group import Group
from driehoek.facts.schools.models.school import School


class ExternalKey(models.Model):
    """The roster's own key. Never an e-mail address, never a name."""

    school = models.ForeignKey(School, models.CASCADE, related_name="+")
    key = models.CharField(max_length=120)
    person = models.ForeignKey(Person, models.CASCADE, null=True, blank=True, related_name="+")
    group = models.ForeignKey(Group, models.CASCADE, null=True, blank=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["school", "key"], condition=models.Q(person__isnull=False), name="one_person_a_key"
            ),
            models.UniqueConstraint(
                fields=["school", "key"], condition=models.Q(group__isnull=False), name="one_group_a_key"
            ),
            models.CheckConstraint(
                condition=models.Q(person__isnull=False, group=None)
                | models.Q(person=None, group__isnull=False),
                name="a_key_opens_one_door",
            ),
        ]
