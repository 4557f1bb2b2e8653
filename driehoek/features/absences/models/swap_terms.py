"""What a school asks of who wants another day at its childcare: how long before, and how often in a week."""

import datetime as dt

from django.db import models, transaction
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from driehoek.backbone.journal.models import record
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import School


class Ahead(models.IntegerChoices):
    """In days of the calendar."""

    SAME_DAY = 0, _("Op de dag zelf mag het nog")
    ONE = 1, _("Eén dag van tevoren")
    TWO = 2, _("Twee dagen van tevoren")
    THREE = 3, _("Drie dagen van tevoren")
    WEEK = 7, _("Een week van tevoren")
    TWO_WEEKS = 14, _("Twee weken van tevoren")


class PerWeek(models.IntegerChoices):
    """How often one child may come on another day, from Monday until Sunday."""

    NO_LIMIT = 0, _("Zo vaak als er plek is")
    ONCE = 1, _("Eén keer per week")
    TWICE = 2, _("Twee keer per week")
    THRICE = 3, _("Drie keer per week")


class SwapTerms(models.Model):
    """Of all care groups of one school. Without a row there is no limit."""

    school = models.OneToOneField(School, models.CASCADE, related_name="+")
    ahead = models.PositiveSmallIntegerField(choices=Ahead.choices, default=Ahead.SAME_DAY)
    per_week = models.PositiveSmallIntegerField(choices=PerWeek.choices, default=PerWeek.NO_LIMIT)

    @staticmethod
    def of(school: School) -> "SwapTerms":
        return SwapTerms.objects.filter(school=school).first() or SwapTerms(school=school)

    @staticmethod
    @transaction.atomic
    def decide(school: School, *, ahead: int, per_week: int, by: Person, at: dt.datetime) -> None:
        before = SwapTerms.of(school)
        if (before.ahead, before.per_week) == (ahead, per_week):
            return
        said = {"ahead": ahead, "per_week": per_week}
        SwapTerms.objects.update_or_create(school=school, defaults=said)
        record("absences.swap_terms.decided", school, by=by, at=at)

    @property
    def rules(self) -> list[str | Promise]:
        """Those that limit something, for who asks."""
        said: list[str | Promise] = [Ahead(self.ahead).label] if self.ahead else []
        return [*said, PerWeek(self.per_week).label] if self.per_week else said

    def is_too_soon(self, day: dt.date, today: dt.date) -> bool:
        return day < today + dt.timedelta(days=self.ahead)
