"""What a parent tells of herself, and which class may know which of it. Nothing is shared unasked."""

from collections.abc import Iterable

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from driehoek.backbone.access.querysets import Guarded
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import Group


class Told(models.TextChoices):
    """What she writes herself."""

    JOB = "job", _("Mijn werk")
    HOBBY = "hobby", _("Wat ik graag doe")
    LANGUAGE = "language", _("Talen die ik spreek")
    HELP = "help", _("Ik wil helpen met")


class Known(models.TextChoices):
    """What the portal knows already."""

    CHILD = "child", _("Van wie ik de ouder ben")
    EMAIL = "email", _("Mijn mailadres")
    PHONE = "phone", _("Mijn telefoonnummer")


FIELDS = [*Told.choices, *Known.choices]


class Trait(Guarded):
    """One thing she tells of herself, for whichever class she chooses."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    field = models.CharField(max_length=8, choices=Told.choices)
    words = models.CharField(max_length=200)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "field"], name="one_trait_a_field")]


class Sharing(Guarded):
    """This class may know this of her because this row exists."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    group = models.ForeignKey(Group, models.CASCADE, related_name="+")
    field = models.CharField(max_length=8, choices=FIELDS)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "group", "field"], name="shared_once")]


@transaction.atomic
def introduce(person: Person, words: dict[str, str], shared: Iterable[tuple[Group, list[str]]]) -> None:
    """Keep what she tells, and with whom. What is empty is gone."""
    for field, said in words.items():
        if said:
            Trait.objects.update_or_create(person=person, field=field, defaults={"words": said})
        else:
            Trait.objects.filter(person=person, field=field).delete()
    for group, fields in shared:
        mine = Sharing.objects.filter(person=person, group=group)
        mine.exclude(field__in=fields).delete()
        Sharing.objects.bulk_create(
            [Sharing(person=person, group=group, field=field) for field in fields], ignore_conflicts=True
        )
