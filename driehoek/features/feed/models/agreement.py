"""What was agreed for one group: how often there is news, of what kind, and how soon an answer comes."""

import datetime as dt

from django.db import models, transaction
from django.urls import reverse
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from driehoek.backbone.access.models import Role, Seat
from driehoek.backbone.access.querysets import Guarded
from driehoek.backbone.journal.models import record
from driehoek.backbone.translation.languages import language_of
from driehoek.backbone.translation.reading import Told
from driehoek.backbone.translation.texts import Text
from driehoek.backbone.translation.wanting import forget, languages_of, want
from driehoek.base.core.clock import day_of
from driehoek.base.core.text import ended
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import Group
from driehoek.features.feed.models.kinds import PROMISED, Kind


class NewsRhythm(models.TextChoices):
    DAY = "day", _("Tussendoor: ouders krijgen elk bericht")
    WEEK = "week", _("Eén weekverslag: ouders krijgen vrijdag één mail")


class AnswersWithin(models.IntegerChoices):
    ONE = 1, _("1 schooldag")
    TWO = 2, _("2 schooldagen")
    THREE = 3, _("3 schooldagen")
    WEEK = 5, _("Een schoolweek")


class GroupAgreement(Guarded):
    """One for each group, for all its guardians and staff to read. Publishing again replaces it."""

    group = models.OneToOneField(Group, models.CASCADE, related_name="+")
    rhythm = models.CharField(max_length=4, choices=NewsRhythm.choices, default=NewsRhythm.DAY)
    a_week = models.PositiveSmallIntegerField()  # posts
    kinds = models.CharField(max_length=80, blank=True)  # "update,homework"; read them with promised
    answers_within = models.PositiveSmallIntegerField(choices=AnswersWithin.choices)
    remarks = models.CharField(max_length=400, blank=True)
    language = models.CharField(max_length=8, default="nl")
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    told: Told  # its remarks for one reader, put there by put_in_words()

    @property
    def texts(self) -> dict[str, Text]:
        """What of it can be translated, by name."""
        return {"remarks": Text(self.remarks, self.language, self.group.school_id)} if self.remarks else {}

    @property
    def spoken_text(self) -> str:
        """What was promised, for who listens."""
        often = ngettext("%(n)s bericht per week", "%(n)s berichten per week", self.a_week)
        kinds = ", ".join(str(kind.label) for kind in self.promised)
        within = f"{gettext('Antwoord binnen')} {self.get_answers_within_display()}"
        said = [often % {"n": self.a_week}, self.get_rhythm_display(), kinds, within]
        return "\n".join([*(ended(words) for words in said if words), self.remarks])

    def get_absolute_url(self) -> str:
        return reverse("feed:agreement", args=[self.group_id])

    @property
    def promised(self) -> list[Kind]:
        said = self.kinds.split(",")
        return [kind for kind in PROMISED if kind in said]

    @classmethod
    @transaction.atomic
    def publish(
        cls, group: Group, terms: dict[str, object], *, by: Person, at: dt.datetime
    ) -> "GroupAgreement":
        """From now on like this. The same terms again change nothing."""
        terms = {**terms, "language": language_of(str(terms["remarks"]), by.language)}
        known = cls.objects.select_for_update().filter(group=group).first()
        if known and all(getattr(known, name) == value for name, value in terms.items()):
            return known
        if known:
            forget(known.texts.values())
        row, _new = cls.objects.update_or_create(group=group, defaults={**terms, "by": by, "at": at})
        record("feed.agreement.published", row, by=by, at=at)
        home = Seat.objects.on(day_of(at)).filter(role=Role.GUARDIAN, group=group)
        want(row.texts.values(), languages_of(*home.values_list("person__language", flat=True)), at=at)
        return row
