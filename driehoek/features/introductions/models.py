"""What a parent tells of herself, and which class may know which of it. Nothing is shared unasked."""

import datetime as dt
from collections.abc import Iterable

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from driehoek.backbone.access.models import Role, Seat
from driehoek.backbone.access.querysets import Guarded
from driehoek.backbone.translation import reading
from driehoek.backbone.translation.texts import Text, text_by
from driehoek.backbone.translation.wanting import forget, languages_of, want
from driehoek.base.core.clock import day_of
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import Group


class Told(models.TextChoices):
    """What she writes herself."""

    JOB = "job", _("Mijn werk")
    HOBBY = "hobby", _("Wat ik graag doe")
    LANGUAGE = "language", _("Talen die ik spreek")
    HELP = "help", _("Ik wil helpen met")


class Known(models.TextChoices):
    """What the portal has already."""

    FACE = "face", _("Mijn foto")
    CHILD = "child", _("Van wie ik de ouder ben")
    EMAIL = "email", _("Mijn mailadres")
    PHONE = "phone", _("Mijn telefoonnummer")


FIELDS = [*Told.choices, *Known.choices]


class Trait(Guarded):
    """One thing she tells of herself, for whichever class she chooses."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    field = models.CharField(max_length=8, choices=Told.choices)
    words = models.CharField(max_length=200)

    school: int  # of the class that reads it, put there by whoever shows it
    told: reading.Told  # its words for one reader, put there by put_in_words()
    shared: "Sharing"  # why this class reads it, put there by whoever shows it

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "field"], name="one_trait_a_field")]

    @property
    def texts(self) -> dict[str, Text]:
        """What of it can be translated, by name."""
        return {"words": text_by(self.person, self.words, self.school)}


class Sharing(Guarded):
    """This class may know this of her because this row exists. Other words are another row, as they would be
    another message: what was reported, and what a leader took away, are these words and no later ones."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    group = models.ForeignKey(Group, models.CASCADE, related_name="+")
    field = models.CharField(max_length=8, choices=FIELDS)
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "group", "field"], name="shared_once")]

    @property
    def words(self) -> str:
        """What she wrote there; nothing for what the portal has already."""
        told = Trait.objects.filter(person=self.person_id, field=self.field)
        return told.values_list("words", flat=True).first() or ""


@transaction.atomic
def introduce(
    person: Person, words: dict[str, str], shared: Iterable[tuple[Group, list[str]]], *, at: dt.datetime
) -> None:
    """Keep what she tells, and with whom. What is empty is gone, and so is how it reads elsewhere."""
    before = set(_told_to_classes(person))
    for field, said in words.items():
        if not Trait.objects.filter(person=person, field=field, words=said).exists():
            Sharing.objects.filter(person=person, field=field).delete()
        if said:
            Trait.objects.update_or_create(person=person, field=field, defaults={"words": said})
        else:
            Trait.objects.filter(person=person, field=field).delete()
    for group, fields in shared:
        mine = Sharing.objects.filter(person=person, group=group)
        mine.exclude(field__in=fields).delete()
        Sharing.objects.bulk_create(
            [Sharing(person=person, group=group, field=field, at=at) for field in fields],
            ignore_conflicts=True,
        )
        want(_told_to(person, group), _languages_in(group, at), at=at)
    forget(before - set(_told_to_classes(person)), by_hand=True)


def _told_to_classes(person: Person) -> list[Text]:
    """Everything that some class may know of her."""
    sharings = Sharing.objects.filter(person=person).select_related("group")
    return [text for group in {row.group for row in sharings} for text in _told_to(person, group)]


def _told_to(person: Person, group: Group) -> list[Text]:
    """What this class may know of her, in her own words."""
    shared = Sharing.objects.filter(person=person, group=group).values("field")
    told = Trait.objects.filter(person=person, field__in=shared).values_list("words", flat=True)
    return [text_by(person, words, group.school_id) for words in told]


def _languages_in(group: Group, at: dt.datetime) -> set[str]:
    """Of its families and of whoever works there."""
    readers = Seat.objects.on(day_of(at)).filter(group=group, role__in=[Role.GUARDIAN, Role.STAFF])
    return languages_of(*readers.values_list("person__language", flat=True).distinct())
