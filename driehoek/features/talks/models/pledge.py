"""What was agreed at a talk, as a sentence: who does what before when, and how it went."""

import datetime as dt

from django.db import models, transaction
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from driehoek.backbone.access.corners import Corner
from driehoek.backbone.access.querysets import Guarded, GuardedQuerySet
from driehoek.backbone.access.rules.talking import TALKS_SELF_AT
from driehoek.backbone.journal.models import record
from driehoek.backbone.translation.languages import language_of
from driehoek.backbone.translation.reading import Told
from driehoek.backbone.translation.texts import Text
from driehoek.facts.people.ages import born_after
from driehoek.facts.people.models import Person
from driehoek.features.talks.models.side import Side
from driehoek.features.talks.models.talk import Talk


class Outcome(models.TextChoices):
    DONE = "done", _("Gelukt")
    CHANGED = "changed", _("Anders afgesproken")


class PledgeQuerySet(GuardedQuerySet["Pledge"]):
    def standing(self) -> "PledgeQuerySet":
        """What still counts: not what another one took the place of."""
        return self.exclude(outcome__kind=Outcome.CHANGED)

    def open(self) -> "PledgeQuerySet":
        return self.filter(outcome=None)

    def joined(self) -> "PledgeQuerySet":
        """With what hangs on one row; who said yes comes apart."""
        return self.select_related(
            "talk__student", "talk__school", "doer__person__portrait", "by", "outcome__by"
        )

    def with_people(self) -> "PledgeQuerySet":
        return self.joined().prefetch_related("yeses")


class Pledge(Guarded):
    """One person of the talk does one thing. It was said at the table, so all who were there read it."""

    talk = models.ForeignKey(Talk, models.CASCADE, related_name="pledges")
    doer = models.ForeignKey(Side, models.PROTECT, related_name="+")
    words = models.CharField(max_length=200)
    language = models.CharField(max_length=10)
    until = models.DateField(null=True, blank=True)
    replaces = models.OneToOneField("self", models.SET_NULL, null=True, blank=True, related_name="+")
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = PledgeQuerySet.as_manager()  # type: ignore[misc]  # the plugin sees two managers

    class Meta:
        indexes = [models.Index(fields=["until"])]

    told: Told  # its words for one reader, put there by put_in_words()

    def __str__(self) -> str:
        return f"Pledge {self.pk}"

    def get_absolute_url(self) -> str:
        return reverse("talks:pledge", args=[self.pk])

    @property
    def texts(self) -> dict[str, Text]:
        return {"words": Text(self.words, self.language, self.talk.school_id, within=self.talk.within)}

    @property
    def is_open(self) -> bool:
        return not hasattr(self, "outcome")

    @property
    def is_changed(self) -> bool:
        return not self.is_open and self.outcome.kind == Outcome.CHANGED

    @property
    def is_in_words_of_school(self) -> bool:
        """Written by a colleague who has no other corner at this talk."""
        corners = set(self.talk.sides.filter(person=self.by_id).values_list("corner", flat=True))
        return corners == {Corner.SCHOOL}

    @property
    def said_yes(self) -> set[int]:
        """The sides that confirmed it."""
        return {yes.side_id for yes in self.yeses.all()}

    @classmethod
    @transaction.atomic
    def agree(
        cls, talk: Talk, doer: Side, words: str, *, until: dt.date | None, by: Person, at: dt.datetime,
        replaces: "Pledge | None" = None,
    ) -> "Pledge":  # fmt: skip
        """The same sentence of the same person, sent twice, is one."""
        same = cls.objects.open().filter(talk=talk, doer=doer, words=words, until=until).first()
        if same:
            return same
        made = cls.objects.create(
            talk=talk, doer=doer, words=words, language=language_of(words, by.language), until=until,
            replaces=replaces, by=by, at=at,
        )  # fmt: skip
        record("talks.pledge.agreed", made, by=by, at=at)
        return made

    @transaction.atomic
    def confirm(self, side: Side, *, by: Person, at: dt.datetime) -> None:
        """One tap. Of a child who has no way in, school notes what she said at the table."""
        _row, is_new = PledgeYes.objects.get_or_create(pledge=self, side=side, defaults={"by": by, "at": at})
        if is_new:
            record("talks.pledge.confirmed", self, by=by, at=at)

    @transaction.atomic
    def finish(self, *, by: Person, at: dt.datetime) -> None:
        if self._end(Outcome.DONE, by=by, at=at):
            record("talks.pledge.done", self, by=by, at=at)

    @transaction.atomic
    def change(self, words: str, *, until: dt.date | None, by: Person, at: dt.datetime) -> "Pledge":
        """Another sentence or day takes its place, and is confirmed anew. The old one stays to be read."""
        Pledge.objects.select_for_update().get(pk=self.pk)
        if (words, until) == (self.words, self.until):
            return self
        if not self._end(Outcome.CHANGED, by=by, at=at):
            return Pledge.objects.filter(replaces=self).first() or self
        made = Pledge.agree(self.talk, self.doer, words, until=until, by=by, at=at, replaces=self)
        record("talks.pledge.changed", made, by=by, at=at)
        return made

    def _end(self, kind: Outcome, *, by: Person, at: dt.datetime) -> bool:
        said = {"kind": kind, "by": by, "at": at}
        _row, is_new = PledgeOutcome.objects.get_or_create(pledge=self, defaults=said)
        return is_new

    @transaction.atomic
    def remind(self, kind: str, *, at: dt.datetime) -> None:
        """Before the day, and on the day after it: each once."""
        _row, is_new = PledgeReminder.objects.get_or_create(pledge=self, kind=kind, defaults={"at": at})
        if is_new:
            record(f"talks.pledge.{kind}", self, by=None, at=at)

    def doers(self, today: dt.date) -> set[int]:
        """Whom it is asked: of a small child also the adults of her home who were at the talk."""
        born = self.doer.person.birth_date
        if self.doer.corner != Corner.CHILD or (born and born <= born_after(today, TALKS_SELF_AT)):
            return {self.doer.person_id}
        home = self.talk.sides.filter(corner__in=(Corner.CHILD, Corner.HOME))
        return set(home.values_list("person", flat=True))


class PledgeYes(models.Model):
    """This side confirms it because this row exists."""

    pledge = models.ForeignKey(Pledge, models.CASCADE, related_name="yeses")
    side = models.ForeignKey(Side, models.CASCADE, related_name="+")
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["pledge", "side"], name="one_yes_a_side")]


class PledgeOutcome(models.Model):
    """How it went: it was done, or something else took its place."""

    pledge = models.OneToOneField(Pledge, models.CASCADE, related_name="outcome")
    kind = models.CharField(max_length=8, choices=Outcome.choices)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()


class PledgeReminder(models.Model):
    """Whoever does it was told: before the day, or asked after it."""

    pledge = models.ForeignKey(Pledge, models.CASCADE, related_name="+")
    kind = models.CharField(max_length=8)  # "near" or "asked"
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["pledge", "kind"], name="one_reminder_of_a_kind")]
