"""When results come out: a moment of the school, decided by the clock in each question and by no job."""

import datetime as dt
from dataclasses import replace

from django.core.validators import MaxValueValidator
from django.db import models, transaction

from driehoek.backbone.access.querysets import Guarded
from driehoek.backbone.journal.models import record
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import School
from driehoek.features.results.planning import (
    FIVE_O_CLOCK,
    Terms,
    home_after,
    least_start,
    opening_after,
)

LONGEST_START = 5  # school days


class ReleaseTerms(models.Model):
    """What a school decided about it; without this row the usual terms count."""

    school = models.OneToOneField(School, models.CASCADE, related_name="+")
    time = models.TimeField(default=FIVE_O_CLOCK)
    head_start = models.PositiveSmallIntegerField(default=1, validators=[MaxValueValidator(LONGEST_START)])
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    @classmethod
    def of(cls, school: School) -> Terms:
        row = cls.objects.filter(school=school).first()
        return Terms(row.time, max(row.head_start, least_start(school))) if row else Terms()

    @classmethod
    @transaction.atomic
    def decide(cls, school: School, terms: Terms, *, by: Person, at: dt.datetime) -> None:
        """What has not come out yet goes by them at once. Students who look themselves are always first."""
        terms = replace(terms, head_start=max(terms.head_start, least_start(school)))
        if terms == cls.of(school):
            return
        said = {"time": terms.time, "head_start": terms.head_start, "by": by, "at": at}
        row, _is_new = cls.objects.update_or_create(school=school, defaults=said)
        record("results.terms.decided", row, by=by, at=at)
        Moment.settle(school, at)


class Moment(Guarded):
    """From when students see what came in before it, and from when their guardians do. A school has at most
    one that lies ahead: what comes in joins it."""

    school = models.ForeignKey(School, models.CASCADE, related_name="+")
    opens_at = models.DateTimeField()
    home_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["school", "opens_at"]), models.Index(fields=["home_at"])]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(home_at__gte=models.F("opens_at")), name="home_hears_it_no_sooner"
            )
        ]

    @property
    def is_first_hers(self) -> bool:
        """Whether the student has it to herself for a while."""
        return self.home_at > self.opens_at

    @classmethod
    @transaction.atomic
    def coming(cls, school: School, now: dt.datetime) -> "Moment":
        """The one that lies ahead; made if there is none."""
        ahead = cls._default_manager.select_for_update().filter(school=school, opens_at__gt=now)
        found = ahead.order_by("opens_at").first()
        if found is not None:
            return found
        opens_at, home_at = planned(school, now)
        made = cls._default_manager.create(school=school, opens_at=opens_at, home_at=home_at)
        made.announce(now)
        return made

    @classmethod
    def settle(cls, school: School, now: dt.datetime) -> None:
        """Those that somebody still waits for, by the terms and the holidays of now. It is asked every
        minute: nothing is locked for what stays where it is."""
        terms = ReleaseTerms.of(school)
        for moment in cls._default_manager.filter(school=school, home_at__gt=now):
            if moment.times(school, terms, now) != (moment.opens_at, moment.home_at):
                moment.move(school, terms, now)

    def times(self, school: School, terms: Terms, now: dt.datetime) -> tuple[dt.datetime, dt.datetime]:
        """What students see already stays; the rest goes to where it would be planned today."""
        opens_at = self.opens_at if self.opens_at <= now else opening_after(school, terms, now)
        return opens_at, max(home_after(school, terms, opens_at), opens_at)

    @transaction.atomic
    def move(self, school: School, terms: Terms, now: dt.datetime) -> None:
        """Once, if another worker does the same."""
        rows = type(self)._default_manager.select_for_update()
        if not rows.filter(pk=self.pk, opens_at=self.opens_at, home_at=self.home_at).exists():
            return
        was_open = self.opens_at <= now
        self.opens_at, self.home_at = self.times(school, terms, now)
        self.save(update_fields=["opens_at", "home_at"])
        self.announce(now, also_to_students=not was_open)

    @transaction.atomic
    def announce(self, now: dt.datetime, *, also_to_students: bool = True) -> None:
        """To the student when it opens; home hears it later, and of missed work with what to do about it."""
        if also_to_students:
            record("results.moment.opened", self, by=None, at=now, due_at=self.opens_at)
        record("results.moment.came_home", self, by=None, at=now, due_at=self.home_at)
        missed = MissedWork.objects.filter(moment=self).first()
        if missed:
            missed.announce(now)


class MissedWork(Guarded):
    """In this moment there is work that somebody did not hand in: home hears of it once a day at most."""

    moment = models.OneToOneField(Moment, models.CASCADE, related_name="+")

    @classmethod
    def note(cls, moment: Moment, now: dt.datetime) -> None:
        row, is_new = cls._default_manager.get_or_create(moment=moment)
        if is_new:
            row.announce(now)

    @transaction.atomic
    def announce(self, now: dt.datetime) -> None:
        record("results.missed.found", self, by=None, at=now, due_at=self.moment.home_at)


def planned(school: School, now: dt.datetime) -> tuple[dt.datetime, dt.datetime]:
    """When what comes in now is seen by students, and when at home."""
    terms = ReleaseTerms.of(school)
    opens_at = opening_after(school, terms, now)
    return opens_at, home_after(school, terms, opens_at)
