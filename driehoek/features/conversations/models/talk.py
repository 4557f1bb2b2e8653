"""Rather a talk: asked from home, a day and a place proposed by school, agreed by whoever asked."""

import datetime as dt
from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from driehoek.backbone.access.querysets import Guarded
from driehoek.backbone.journal.models import record
from driehoek.backbone.translation.reading import Told
from driehoek.backbone.translation.texts import Text, text_by
from driehoek.backbone.translation.wanting import forget, languages_of, want
from driehoek.facts.people.models import Person

if TYPE_CHECKING:
    from driehoek.features.conversations.models.conversation import Conversation


class Where(models.TextChoices):
    PHONE = "phone", _("Aan de telefoon")
    SCHOOL = "school", _("Op school")


class Moment(models.TextChoices):
    MORNING = "morning", _("In de ochtend")
    NOON = "noon", _("Tussen de middag")
    AFTER = "after", _("Na schooltijd")
    EVENING = "evening", _("In de avond")


class TalkRequest(Guarded):
    """One conversation has one; asked again, the wishes change and what was proposed is off."""

    conversation = models.OneToOneField("conversations.Conversation", models.CASCADE, related_name="talk")
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    where = models.CharField(max_length=6, choices=Where.choices)
    moments = models.CharField(max_length=40, blank=True)  # "morning,after"
    interpreter = models.BooleanField(default=False)
    at = models.DateTimeField()

    @property
    def moments_in_words(self) -> list[str]:
        return [str(Moment(name).label) for name in self.moments.split(",") if name]

    @property
    def is_agreed(self) -> bool:
        return hasattr(self, "proposal") and hasattr(self.proposal, "agreement")

    @classmethod
    @transaction.atomic
    def ask(
        cls, conversation: "Conversation", *, where: str, moments: Iterable[str], interpreter: bool,
        by: Person, at: dt.datetime, told_at: dt.datetime,
    ) -> "TalkRequest":  # fmt: skip
        wishes = {"where": where, "moments": ",".join(moments), "interpreter": interpreter, "by": by}
        asked = cls.objects.filter(conversation=conversation).select_related("proposal").first()
        if asked and all(getattr(asked, name) == wish for name, wish in wishes.items()):
            return asked
        cls.objects.filter(conversation=conversation).delete()
        asked = cls.objects.create(conversation=conversation, at=at, **wishes)
        record("conversations.talk.asked", asked, by=by, at=at, due_at=told_at)
        return asked

    @transaction.atomic
    def propose(
        self, *, moment: dt.datetime, place: str, by: Person, at: dt.datetime, told_at: dt.datetime
    ) -> None:
        """A day, an hour and a place. A new proposal takes the place of the old one."""
        same = Proposal.objects.filter(request=self, moment=moment, place=place)
        if same.exists():
            return
        for old in Proposal.objects.filter(request=self):
            forget(old.texts.values())
            old.delete()
        proposal = Proposal.objects.create(request=self, moment=moment, place=place, by=by, at=at)
        want(proposal.texts.values(), languages_of(self.conversation.line_of.language), at=at)
        record("conversations.talk.proposed", self, by=by, at=at, due_at=told_at)

    @transaction.atomic
    def agree(self, proposal: "Proposal", *, by: Person, at: dt.datetime, told_at: dt.datetime) -> None:
        """To this proposal and no other. Saying it twice is saying it once."""
        _row, is_new = Agreement.objects.get_or_create(proposal=proposal, defaults={"by": by, "at": at})
        if is_new:
            record("conversations.talk.agreed", self, by=by, at=at, due_at=told_at)


class Proposal(models.Model):
    """When and where, as school proposes it."""

    request = models.OneToOneField(TalkRequest, models.CASCADE, related_name="proposal")
    moment = models.DateTimeField()
    place = models.CharField(max_length=120)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    told: Told  # its place for one reader, put there by put_in_words()

    @property
    def texts(self) -> dict[str, Text]:
        """What of it can be translated, by name."""
        return {"place": text_by(self.by, self.place, self.request.conversation.school_id)}


class Agreement(models.Model):
    """The talk is on because this row exists."""

    proposal = models.OneToOneField(Proposal, models.CASCADE, related_name="agreement")
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()
