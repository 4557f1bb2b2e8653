"""What one student got for one piece of work, and whether she told it at home herself."""

import datetime as dt
from decimal import Decimal

from django.db import models, transaction
from django.db.models import Q
from django.utils.formats import localize
from django.utils.translation import gettext_lazy as _

from driehoek.backbone.access.querysets import Guarded, GuardedQuerySet
from driehoek.backbone.journal.models import record
from driehoek.backbone.translation.languages import language_of
from driehoek.backbone.translation.reading import Told
from driehoek.backbone.translation.texts import Text
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import School
from driehoek.features.results.models.book import Item, Source
from driehoek.features.results.models.moment import Moment


class Status(models.TextChoices):
    """The words of OneRoster, and what the source says is missing or not finished."""

    GRADED = "graded", _("Nagekeken")
    PARTLY = "partly", _("Deels nagekeken")
    HANDED_IN = "handed_in", _("Ingeleverd")
    OPEN = "open", _("Nog niet ingeleverd")
    MISSING = "missing", _("Niet ingeleverd")
    UNFINISHED = "unfinished", _("Niet af")
    EXEMPT = "exempt", _("Vrijstelling")


class ResultQuerySet(GuardedQuerySet["Result"]):
    def whole(self) -> "ResultQuerySet":
        """With everything a page shows of it."""
        return self.select_related("item", "source", "moment", "telling")

    def with_value(self) -> "ResultQuerySet":
        return self.filter(Q(score__isnull=False) | ~Q(text=""))


class Result(Guarded):
    """As the source gave it: a number or a word. Seen from its moment on."""

    source = models.ForeignKey(Source, models.CASCADE, related_name="+")
    key = models.CharField(max_length=120)  # the source's own
    student = models.ForeignKey(Person, models.CASCADE, related_name="+")
    school = models.ForeignKey(School, models.CASCADE, related_name="+")
    item = models.ForeignKey(Item, models.CASCADE, related_name="+")
    score = models.DecimalField(max_digits=8, decimal_places=2, null=True, blank=True)
    text = models.CharField(max_length=40, blank=True)
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.GRADED)
    is_late = models.BooleanField(default=False)
    scored_on = models.DateField(null=True, blank=True)
    comment = models.CharField(max_length=1000, blank=True)
    stamped_at = models.DateTimeField()  # when the source wrote it, or else when we read it
    corrected_at = models.DateTimeField(null=True, blank=True)  # changed after it came out
    moment = models.ForeignKey(Moment, models.PROTECT, related_name="+")

    told: Told  # its words for one reader, put there by put_in_words()

    objects = ResultQuerySet.as_manager()  # type: ignore[misc]  # narrower than what Guarded offers

    class Meta:
        constraints = [models.UniqueConstraint(fields=["source", "key"], name="one_result_a_key")]
        indexes = [
            models.Index(fields=["student", "scored_on"]),
            models.Index(fields=["moment", "student"]),
        ]

    @property
    def texts(self) -> dict[str, Text]:
        """What of it can be translated, by name: what a teacher said with it."""
        if not self.comment:
            return {}
        here = f"child-{self.student_id}"
        return {"comment": Text(self.comment, language_of(self.comment, "nl"), self.school_id, within=here)}

    @property
    def value(self) -> str:
        """As one reads it: 7,4 in Dutch, or the word itself."""
        return number(self.score) if self.score is not None else self.text

    @property
    def is_missing(self) -> bool:
        return self.status == Status.MISSING

    @property
    def says_status(self) -> bool:
        """Whether there is more to say than the value."""
        return not self.value or self.status not in (Status.GRADED, Status.HANDED_IN)

    @transaction.atomic
    def tell(self, *, shows: bool, by: Person, at: dt.datetime) -> None:
        """She lets it be seen at home now, or says that she told it. The first word counts; showing may
        still follow on saying."""
        told, is_new = ToldAtHome.objects.get_or_create(
            result=self, defaults={"by": by, "at": at, "is_shown": shows}
        )
        if is_new:
            record("results.result.told", self, by=by, at=at)
        elif shows and not told.is_shown:
            ToldAtHome.objects.filter(pk=told.pk).update(is_shown=True, at=at)


class ToldAtHome(models.Model):
    """The student was the first to tell it, because this row exists."""

    result = models.OneToOneField(Result, models.CASCADE, related_name="telling")
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    is_shown = models.BooleanField()  # her guardians see it from then on; else she told it in words


def number(score: Decimal) -> str:
    """Without zeros that say nothing: 7,4 and 8."""
    plain = score.normalize()
    return str(localize(plain.quantize(Decimal(1)) if plain == plain.to_integral() else plain))
