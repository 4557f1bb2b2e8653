"""Who said yes or no to photos of whom: a ledger that only grows, and what each one says now."""

import datetime as dt
import hashlib
import json
from collections.abc import Iterable
from typing import Self

from django.db import models, transaction
from django.db.models import Exists, F, OuterRef, Q, QuerySet

from driehoek.base.core.clock import day_of
from driehoek.facts.consent.purposes import TEXT_VERSION, Purpose
from driehoek.facts.people.models import Guardianship, Person
from driehoek.facts.people.models.guardianship import DECIDING


class ConsentAnswer(models.Model):
    """One answer, for ever: the database refuses to change it or to take it away.

    The answers about one child form a chain: each carries the fingerprint of the one before it, so that
    an answer that was changed, left out or put in afterwards is found out.
    """

    student = models.ForeignKey(Person, models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()  # in the chain of this child, from 1
    purpose = models.CharField(max_length=12, choices=Purpose.choices)
    shown = models.BooleanField()  # yes, she may be shown
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    text_version = models.CharField(max_length=12, default=TEXT_VERSION)
    prev_hash = models.CharField(max_length=64, blank=True)
    hash = models.CharField(max_length=64)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["student", "number"], name="one_answer_a_number")]

    def fingerprint(self) -> str:
        """SHA-256 over what was said and over the fingerprint before it."""
        said = [self.student_id, self.number, self.purpose, self.shown, self.by_id]
        said += [self.at.astimezone(dt.UTC).isoformat(), self.text_version, self.prev_hash]
        return hashlib.sha256(json.dumps(said).encode()).hexdigest()

    def follow(self, last: "ConsentAnswer | None") -> Self:
        """Take the next place in the chain."""
        self.number, self.prev_hash = (last.number + 1, last.hash) if last else (1, "")
        self.hash = self.fingerprint()
        self.save(force_insert=True)
        return self


class CurrentAnswer(models.Model):
    """What one person now says about one child and one purpose: the last of her answers."""

    student = models.ForeignKey(Person, models.CASCADE, related_name="+")
    purpose = models.CharField(max_length=12, choices=Purpose.choices)
    by = models.ForeignKey(Person, models.CASCADE, related_name="+")
    shown = models.BooleanField()
    answer = models.ForeignKey(ConsentAnswer, models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["student", "purpose", "by"], name="one_current_answer_each")
        ]


class ConsentPurge(models.Model):
    """The chain of this child may go, and went, because this row exists: the triggers let her answers up to
    `last_answer` through, and no others. It is never changed or taken away itself."""

    student = models.ForeignKey(Person, models.PROTECT, related_name="+")
    answers = models.PositiveIntegerField()  # how many there were
    last_hash = models.CharField(max_length=64)  # the fingerprint under which the chain ended
    last_answer = models.BigIntegerField()  # the highest key in it; what comes later is another chain
    left_on = models.DateField()  # her last day at any school
    by = models.ForeignKey(
        Person, models.PROTECT, null=True, related_name="+"
    )  # None: the portal, by the clock
    at = models.DateTimeField()


@transaction.atomic
def answer(
    student: Person, purpose: str, *, shown: bool, by: Person, at: dt.datetime
) -> ConsentAnswer | None:
    """Say yes or no. The same answer to the same text, said twice, is one answer: then None.

    A yes of someone who decides ends the no of whoever does so no longer; it may be said again for that.
    Who may answer is the policy's to decide ("people.person.consent_for").
    """
    Person.objects.select_for_update().get(pk=student.pk)  # one at a time in one chain
    said = CurrentAnswer.objects.select_related("answer").filter(student=student, purpose=purpose)
    outlived = _outlived(said, by, day_of(at)) if shown else said.none()
    now = said.filter(by=by).first()
    if now and now.shown == shown and now.answer.text_version == TEXT_VERSION and not outlived.exists():
        return None
    outlived.delete()
    last = ConsentAnswer.objects.filter(student=student).order_by("-number").first()
    given = ConsentAnswer(student=student, purpose=purpose, shown=shown, by=by, at=at).follow(last)
    said.update_or_create(student=student, purpose=purpose, by=by, defaults={"shown": shown, "answer": given})
    return given


def _outlived(said: QuerySet[CurrentAnswer], by: Person, day: dt.date) -> QuerySet[CurrentAnswer]:
    """What those say whose custody has ended, when `by` decides today. A block ends nobody's no."""
    running = custody(starts_on__lte=day).filter(Q(ends_on=None) | Q(ends_on__gte=day))
    tie = {"guardian": OuterRef("by"), "student": OuterRef("student")}
    decides = Guardianship.objects.on(day).filter(kind__in=DECIDING, guardian=by, student=OuterRef("student"))
    return said.filter(~Exists(running.filter(**tie)), Exists(decides)).exclude(by=F("student"))


def custody(**when: dt.date) -> QuerySet[Guardianship]:
    """Guardianships that let someone decide, agreed by the school; whether they run is another question."""
    return Guardianship.objects.filter(kind__in=DECIDING, approval__isnull=False, **when)


def broken_links(answers: Iterable[ConsentAnswer]) -> list[int]:
    """The keys of answers that do not follow from the one before them. Takes them by child and number."""
    broken: list[int] = []
    last: ConsentAnswer | None = None
    for given in answers:
        number, prev_hash = 1, ""
        if last and last.student_id == given.student_id:
            number, prev_hash = last.number + 1, last.hash
        if (given.number, given.prev_hash, given.hash) != (number, prev_hash, given.fingerprint()):
            broken.append(given.pk)
        last = given
    return broken
