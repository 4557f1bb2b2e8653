"""News that cannot wait: for everyone at a school or in some of its groups, and until when it holds."""

import datetime as dt
import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from django.core.cache import cache
from django.db import models, transaction
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from driehoek.backbone.access.models import Audience, AudienceLine
from driehoek.backbone.access.querysets import Guarded, GuardedQuerySet
from driehoek.backbone.journal.models import Entry, record
from driehoek.backbone.notifications.urgent import declare_urgent
from driehoek.backbone.translation.languages import language_of
from driehoek.backbone.translation.reading import Told
from driehoek.backbone.translation.texts import Text, text_by_us
from driehoek.base.core.clock import day_of
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import Group, School

SENT, TAKEN_BACK = "alerts.alert.sent", "alerts.alert.withdrawn"
KEPT = dt.timedelta(days=400)
ANYWHERE = "alerts.anywhere"  # in the cache: whether one holds


class What(models.TextChoices):
    """What happens. These sentences come in every language without anybody translating."""

    CLOSED = "closed", _("Wij zijn dicht")
    LATER = "later", _("Wij beginnen later")
    FETCH = "fetch", _("Kom je kind nu halen")
    OTHER = "other", _("Iets anders")


class Why(models.TextChoices):
    """Why it cannot wait. It is kept with each use."""

    WEATHER = "weather", _("Het weer")
    BUILDING = "building", _("Het gebouw")
    STAFF = "staff", _("Te weinig mensen")
    SAFETY = "safety", _("De veiligheid")


@dataclass(frozen=True, kw_only=True)
class Said:
    """What the form says."""

    what: What
    title: str = ""
    text: str = ""
    until: dt.datetime


class AlertQuerySet(GuardedQuerySet["Alert"]):
    def running(self, now: dt.datetime) -> "AlertQuerySet":
        """Still true, the newest first."""
        return self.filter(until__gt=now, withdrawal=None).order_by("-at", "-pk")

    def forget_old(self, now: dt.datetime) -> int:
        old = self.filter(at__lt=now - KEPT)
        count = old.count()
        Audience.objects.filter(pk__in=old.values("audience")).delete()  # and the notices with them
        return count


class Alert(Guarded):
    """One urgent notice (dringend bericht)."""

    token = models.UUIDField(unique=True, default=uuid.uuid4)  # of the form, so that sent twice is sent once
    school = models.ForeignKey(School, models.CASCADE, related_name="+")
    audience = models.ForeignKey(Audience, models.CASCADE, related_name="+")
    author = models.ForeignKey(Person, models.PROTECT, related_name="+")
    what = models.CharField(max_length=8, choices=What.choices)
    title = models.CharField(max_length=80, blank=True)  # in own words, when it is something else
    text = models.TextField(max_length=600, blank=True)
    language = models.CharField(max_length=8, default="nl")
    is_public = models.BooleanField()  # for everyone at the school, so on the page that anybody may read
    at = models.DateTimeField()
    until = models.DateTimeField()

    told: Told  # its texts for one reader, put there by put_in_words()

    objects = AlertQuerySet.as_manager()  # type: ignore[misc]  # the plugin sees two managers

    class Meta:
        indexes = [models.Index(fields=["school", "until"])]

    def get_absolute_url(self) -> str:
        return reverse("alerts:alert", args=[self.pk])

    @property
    def texts(self) -> dict[str, Text]:
        """What of it can be translated, by name; our own sentences bring all languages along."""
        said = {"headline": text_by_us(lambda: str(What(self.what).label), self.school_id)}
        if self.what == What.OTHER:
            said["headline"] = Text(self.title, self.language, self.school_id)
        if self.text:
            said["text"] = Text(self.text, self.language, self.school_id)
        return said

    @property
    def is_withdrawn(self) -> bool:
        return hasattr(self, "withdrawal")

    def is_running(self, now: dt.datetime) -> bool:
        return now < self.until and not self.is_withdrawn

    @property
    def last_day(self) -> dt.date:
        return day_of(self.until - dt.timedelta(seconds=1))

    @property
    def entry(self) -> Entry:
        """The fact that was told last: that it was sent, or that it is no longer so."""
        verb = TAKEN_BACK if self.is_withdrawn else SENT
        return Entry.objects.get(verb=verb, subject_type__model="alert", subject_id=self.pk)

    @classmethod
    @transaction.atomic
    def send(
        cls, school: School, groups: Sequence[Group], said: Said, *, token: uuid.UUID, why: Why,
        by: Person, at: dt.datetime,
    ) -> "Alert":  # fmt: skip
        """Out at once. The same form sent twice is sent once."""
        Person.objects.select_for_update().get(pk=by.pk)  # two at once come one after the other
        hers = uuid.uuid5(token, str(by.pk))
        if sent := cls.objects.filter(token=hers).first():
            return sent
        cache.delete(ANYWHERE)
        audience = Audience.objects.create(school=school)
        for line in scope_of(school, groups):
            line.audience = audience
            line.save()
        alert = cls.objects.create(
            token=hers, school=school, audience=audience, author=by, at=at, is_public=not groups,
            language=language_of(f"{said.title} {said.text}", by.language), **vars(said),
        )  # fmt: skip
        declare_urgent(record(SENT, alert, by=by, at=at), reason=why.value, by=by, at=at)
        return alert

    @transaction.atomic
    def withdraw(self, *, by: Person, at: dt.datetime) -> None:
        """It is no longer so. Whoever was told hears that at once; what had not left stays here."""
        _row, is_new = Withdrawal.objects.get_or_create(alert=self, defaults={"by": by, "at": at})
        if is_new:
            told = record(TAKEN_BACK, self, by=by, at=at)
            declare_urgent(told, reason=TAKEN_BACK, by=by, at=at)


class Withdrawal(models.Model):
    """The notice holds no longer because this row exists."""

    alert = models.OneToOneField(Alert, models.CASCADE, related_name="withdrawal")
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()


def scope_of(school: School, groups: Sequence[Group]) -> list[AudienceLine]:
    """Everyone there: parents, students and whoever works there. Not saved: also to count beforehand."""
    if not groups:
        return [AudienceLine(school=school)]
    return [AudienceLine(group=group) for group in groups]
