"""Words that somebody reported, and what the leaders of the school decided about them."""

import datetime as dt

from django.conf import settings
from django.db import models, transaction
from django.db.models import Exists, OuterRef
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from driehoek.backbone.access.querysets import Guarded, GuardedQuerySet
from driehoek.backbone.journal.models import record
from driehoek.backbone.media.models import Attachment
from driehoek.backbone.moderation.reporting import Said, kind_of
from driehoek.backbone.translation.languages import language_of
from driehoek.backbone.translation.reading import Told
from driehoek.backbone.translation.texts import Text, text_by
from driehoek.backbone.translation.wanting import languages_of, want
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import Group, School


class Reason(models.TextChoices):
    ADVERT = "advert", _("Reclame of iets verkopen")
    UNKIND = "unkind", _("Niet aardig of kwetsend")
    PRIVATE = "private", _("Te veel over een kind of ouder")
    PHOTO = "photo", _("Een foto die hier niet hoort")
    OTHER = "other", _("Iets anders")


class Outcome(models.TextChoices):
    LEAVE = "leave", _("Laat staan")
    HIDE = "hide", _("Haal weg")
    CALL = "call", _("Ik bel de schrijver")


class CaseQuerySet(GuardedQuerySet["Case"]):
    def open(self) -> "CaseQuerySet":
        """With a report on which nobody decided yet."""
        return self.filter(self._waits())

    def settled(self) -> "CaseQuerySet":
        return self.exclude(self._waits())

    @staticmethod
    def _waits() -> Exists:
        later = Verdict.objects.filter(case=OuterRef("case"), at__gte=OuterRef("at"))
        return Exists(Report.objects.filter(~Exists(later), case=OuterRef("pk")))


class Case(Guarded):
    """One thing that was reported, however often. Its author never learns by whom."""

    label = models.CharField(max_length=60)  # "stories.story"
    key = models.BigIntegerField()
    school = models.ForeignKey(School, models.CASCADE, related_name="+")
    group = models.ForeignKey(Group, models.CASCADE, null=True, related_name="+")
    author = models.ForeignKey(Person, models.PROTECT, related_name="+")
    about = models.ForeignKey(  # whose line it was said in, or the child it is about
        Person, models.PROTECT, null=True, blank=True, related_name="+"
    )
    words = models.TextField()  # as they were when first reported
    said_at = models.DateTimeField()
    opened_at = models.DateTimeField()

    objects = CaseQuerySet.as_manager()  # type: ignore[misc]  # the plugin sees two managers

    class Meta:
        constraints = [models.UniqueConstraint(fields=["label", "key"], name="one_case_a_thing")]

    told: Told  # its words for one reader, put there by put_in_words()

    @property
    def texts(self) -> dict[str, Text]:
        return {"words": text_by(self.author, self.words, self.school_id)} if self.words else {}

    def get_absolute_url(self) -> str:
        return reverse("moderation:case", args=[self.pk])

    @classmethod
    @transaction.atomic
    def report(
        cls, thing: models.Model, said: Said, *, by: Person, reason: str, words: str, at: dt.datetime
    ) -> "Case":
        """Tell the leaders of the school. One person reports one thing once."""
        facts = vars(said) | {"said_at": said.at, "opened_at": at}
        facts = {name: fact for name, fact in facts.items() if name not in ("at", "path", "heard")}
        case, is_first = cls.objects.get_or_create(
            label=thing._meta.label_lower, key=thing.pk, defaults=facts
        )
        if is_first:
            CaseAttachment.objects.bulk_create(
                CaseAttachment(case=case, attachment=one.again()) for one in said.heard
            )
        _report, is_new = Report.objects.get_or_create(
            case=case, reporter=by, defaults={"reason": reason, "words": words, "at": at}
        )
        if is_new:
            record("moderation.case.reported", case, by=by, at=at)
        return case

    @transaction.atomic
    def decide(self, outcome: str, *, reason: str, by: Person, at: dt.datetime) -> None:
        """The last word counts: what was hidden may come back. Said twice, it is said once."""
        Case.objects.select_for_update().get(pk=self.pk)
        last = Verdict.objects.filter(case=self).order_by("-at", "-pk").first()
        if last and (last.outcome, last.reason, last.by) == (outcome, reason, by) and not self.is_open:
            return
        Verdict.objects.create(case=self, outcome=outcome, reason=reason, by=by, at=at)
        record("moderation.case.decided", self, by=by, at=at)
        if outcome == Outcome.LEAVE:
            Hiding.objects.filter(case=self).delete()
        if outcome == Outcome.HIDE:
            hiding, is_new = Hiding.objects.get_or_create(case=self, defaults={"reason": reason, "at": at})
            if is_new:
                record("moderation.hiding.placed", hiding, by=by, at=at)
                want(hiding.texts.values(), languages_of(self.author.language), at=at)

    @property
    def kind(self) -> str:
        """Where it was said: under a post, in a conversation."""
        return kind_of(self.label)

    @property
    def is_open(self) -> bool:
        return Case.objects.open().filter(pk=self.pk).exists()


class CaseAttachment(Guarded):
    """A voice note that was reported, for the leaders to hear as they read reported words: a copy of its own,
    so that it stays when its author takes hers back. It goes with the case."""

    case = models.ForeignKey(Case, models.CASCADE, related_name="+")
    attachment = models.OneToOneField(Attachment, models.CASCADE, related_name="+")


class Report(Guarded):
    """Somebody asks the leaders to look at it."""

    case = models.ForeignKey(Case, models.CASCADE, related_name="+")
    reporter = models.ForeignKey(Person, models.PROTECT, related_name="+")
    reason = models.CharField(max_length=8, choices=Reason.choices)
    words = models.CharField(max_length=500, blank=True)
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["case", "reporter"], name="one_report_each")]

    told: Told  # its words for one reader, put there by put_in_words()

    @property
    def texts(self) -> dict[str, Text]:
        return {"words": text_by(self.reporter, self.words, self.case.school_id)} if self.words else {}


class Verdict(Guarded):
    """What a leader decided, and why."""

    case = models.ForeignKey(Case, models.CASCADE, related_name="+")
    outcome = models.CharField(max_length=5, choices=Outcome.choices)
    reason = models.CharField(max_length=500)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    told: Told  # its words for one reader, put there by put_in_words()

    @property
    def texts(self) -> dict[str, Text]:
        return {"reason": text_by(self.by, self.reason, self.case.school_id)} if self.reason else {}


class Hiding(Guarded):
    """Nobody reads it any more because this row exists. Its author reads here why."""

    case = models.OneToOneField(Case, models.CASCADE, related_name="hiding")
    reason = models.CharField(max_length=500)
    at = models.DateTimeField()

    told: Told  # why, for its author, put there by put_in_words()

    @property
    def texts(self) -> dict[str, Text]:
        written_in = language_of(self.reason, settings.LANGUAGE_CODE)
        return {"reason": Text(self.reason, written_in, self.case.school_id)}

    def get_absolute_url(self) -> str:
        return reverse("moderation:hiding", args=[self.pk])
