"""People near a child who are no guardians: who may fetch her, and whom to call when nobody answers."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable

from django.db import models
from django.utils.translation import gettext_lazy as _

from driehoek.facts.people.models.guardianship import Guardianship, Kind
from driehoek.facts.people.models.person import Person
from driehoek.facts.people.models.protection import Protection, Restriction


class Relation(models.TextChoices):
    GRANDPARENT = "grandparent", _("Opa of oma")
    FAMILY = "family", _("Familie")
    SITTER = "sitter", _("Oppas")
    NEIGHBOUR = "neighbour", _("Buur")
    FRIEND = "friend", _("Vriend of vriendin")
    DRIVER = "driver", _("Vervoer")


class NearPersonQuerySet(models.QuerySet["NearPerson"]):
    def standing(self) -> "NearPersonQuerySet":
        return self.filter(removed_at=None)

    def waiting(self) -> "NearPersonQuerySet":
        """Named, and the school has not said yes or no."""
        return self.standing().filter(answer=None)

    def agreed(self) -> "NearPersonQuerySet":
        return self.standing().filter(answer__is_agreed=True)


class NearPerson(models.Model):
    """Named by one guardian, for herself and for school. She has no way in and sees nothing of the child."""

    student = models.ForeignKey(Person, models.CASCADE, related_name="+")
    named_by = models.ForeignKey(Person, models.CASCADE, related_name="+")
    name = models.CharField(max_length=80)
    relation = models.CharField(max_length=12, choices=Relation.choices)
    phone = models.CharField(max_length=20, blank=True)
    may_collect = models.BooleanField(default=True)
    in_emergency = models.BooleanField(default=False)  # may be called when the guardians do not answer
    at = models.DateTimeField()
    removed_at = models.DateTimeField(null=True, blank=True)

    objects = NearPersonQuerySet.as_manager()

    def __str__(self) -> str:
        return f"NearPerson {self.pk}"


class NearPersonAnswer(models.Model):
    """What the school says about someone who was named; by nobody when there was nothing to ask."""

    near = models.OneToOneField(NearPerson, models.CASCADE, related_name="answer")
    is_agreed = models.BooleanField()
    reason = models.CharField(max_length=200, blank=True)
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField()


def is_blocked(student: Person, name: str, phone: str, day: dt.date) -> bool:
    """Whoever must be kept away from a child cannot be named to fetch her, under his name or his number."""
    return is_one_of(kept_away(day, student.pk), name, phone)


def kept_away(day: dt.date, student: int) -> "models.QuerySet[Restriction]":
    """Who must be kept away from this child on that day."""
    return _blocks(day).filter(student=student)


def _blocks(day: dt.date) -> "models.QuerySet[Restriction]":
    return Restriction.objects.on(day).filter(kind=Restriction.Kind.NO_ACCESS).select_related("adult")


def to_keep_away(people: Iterable[NearPerson], day: dt.date) -> set[int]:
    """The keys of those whom a block on that day is about, by name or by telephone: one question for all."""
    people, blocks = list(people), defaultdict[int, list[Restriction]](list)
    children = {near.student_id for near in people}
    for block in _blocks(day).filter(student__in=children) if children else ():
        blocks[block.student_id].append(block)
    return {near.pk for near in people if is_one_of(blocks[near.student_id], near.name, near.phone)}


def is_one_of(blocks: Iterable[Restriction], name: str, phone: str) -> bool:
    """Whether one of these is about somebody of this name or with this telephone."""
    adults = [block.adult for block in blocks]
    same_name = any(_plain(name) == _plain(adult.full_name) for adult in adults)
    return same_name or any(_digits(phone) == _digits(adult.mobile) != "" for adult in adults)


def needs_agreement(student: Person, day: dt.date) -> bool:
    """Where somebody is kept away, has no custody, or may not know where she is, school looks first."""
    return (
        Restriction.objects.on(day).filter(student=student).exists()
        or Protection.objects.filter(student=student).exists()
        or Guardianship.objects.filter(student=student, kind=Kind.NO_CUSTODY).exists()
    )


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())


def _digits(phone: str) -> str:
    """The last nine: +31 6 and 06 are the same telephone."""
    return "".join(filter(str.isdigit, phone))[-9:]
