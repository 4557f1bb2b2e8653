"""A rule of a school: so many times this, in so many weeks, and the mentor may think of a talk."""

import datetime as dt
from typing import Any  # the words of a query

from django.db import models, transaction
from django.db.models import Q
from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from driehoek.backbone.access.querysets import Guarded
from driehoek.backbone.journal.models import record
from driehoek.facts.people.models import Person
from driehoek.facts.schools.layers import WHOLE_SCHOOL
from driehoek.facts.schools.models import School

FEWEST, MOST = 2, 20  # times
SHORTEST, LONGEST = 2, 12  # weeks


class What(models.TextChoices):
    """What is counted. Who somebody is, where she comes from and who her parents are is never counted."""

    LATE = "late", _("Te laat")
    MISSED = "missed", _("Weg, en niet gemeld")
    WORK = "work", _("Werk niet ingeleverd")
    LOWER = "lower", _("Lager resultaat")


WORDS = {
    What.LATE: _("{times} te laat in {weeks}"),
    What.MISSED: _("{times} weg en niet gemeld in {weeks}"),
    What.WORK: _("{times} werk niet ingeleverd in {weeks}"),
    What.LOWER: _("{times} op rij lager voor één vak in {weeks}"),
}
USUAL = ((What.LATE, 3, 4), (What.MISSED, 3, 4), (What.WORK, 4, 6), (What.LOWER, 3, 10))


class TalkRule(Guarded):
    """Of a year layer, or of all layers that have no rule of their own for the same."""

    school = models.ForeignKey(School, models.CASCADE, related_name="+")
    layer = models.PositiveSmallIntegerField(default=WHOLE_SCHOOL)  # as Group.layer has it
    what = models.CharField(max_length=6, choices=What.choices)
    times = models.PositiveSmallIntegerField()
    weeks = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["school", "layer", "what"], name="one_rule_of_a_layer"),
            models.CheckConstraint(condition=Q(times__range=(FEWEST, MOST)), name="a_rule_counts_some_times"),
            models.CheckConstraint(
                condition=Q(weeks__range=(SHORTEST, LONGEST)), name="a_rule_counts_some_weeks"
            ),
        ]

    def __str__(self) -> str:
        return f"TalkRule {self.pk}"

    @property
    def words(self) -> str | Promise:
        """ "3 keer te laat in 4 weken": the same for the mentor and at home."""
        times = format_lazy(ngettext_lazy("{n} keer", "{n} keer", self.times), n=self.times)
        weeks = format_lazy(ngettext_lazy("{n} week", "{n} weken", self.weeks), n=self.weeks)
        return format_lazy(WORDS[What(self.what)], times=times, weeks=weeks)

    @property
    def order(self) -> tuple[int, int]:
        """The whole school first, then layer by layer."""
        return self.layer, What.values.index(self.what)

    def counts_from(self, today: dt.date) -> dt.date:
        """The day before its first one."""
        return today - dt.timedelta(weeks=self.weeks)

    @classmethod
    @transaction.atomic
    def decide(
        cls, school: School, layer: int, what: str, *, times: int, weeks: int,
        by: Person, at: dt.datetime,
    ) -> None:  # fmt: skip
        """A second one for the same takes the place of the first."""
        School.objects.select_for_update().get(pk=school.pk)
        said = {"times": times, "weeks": weeks}
        same: dict[str, Any] = {"school": school, "layer": layer, "what": what}
        if cls._default_manager.filter(**same, **said).exists():
            return
        rule, _is_new = cls._default_manager.update_or_create(**same, defaults=said)
        record("noticing.rule.decided", rule, by=by, at=at)

    @classmethod
    @transaction.atomic
    def begin(cls, school: School, *, by: Person, at: dt.datetime) -> None:
        """The usual rules for the whole school, as far as it has none."""
        has = set(
            cls._default_manager.filter(school=school, layer=WHOLE_SCHOOL).values_list("what", flat=True)
        )
        for what, times, weeks in USUAL:
            if what not in has:
                cls.decide(school, WHOLE_SCHOOL, what, times=times, weeks=weeks, by=by, at=at)

    @transaction.atomic
    def remove(self, *, by: Person, at: dt.datetime) -> None:
        gone, _rows = TalkRule._default_manager.filter(pk=self.pk).delete()
        if gone:
            record("noticing.rule.removed", self.school, by=by, at=at)
