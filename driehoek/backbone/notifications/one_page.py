"""One piece of news on a page that opens nothing else, for who came by the link in a text message or scanned
the code on a letter: she does not sign in."""

import datetime as dt
from functools import cached_property

from django.urls import reverse

from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.media.models import Attachment
from driehoek.backbone.notifications.answering import slip_of
from driehoek.backbone.notifications.letter import Words, known
from driehoek.backbone.notifications.models import Notification
from driehoek.backbone.notifications.notices import HEADLINE, NOTICES, Notice, Spoken, notice_of
from driehoek.backbone.notifications.receiver import Receiver
from driehoek.backbone.notifications.sealing import seal, unseal
from driehoek.backbone.notifications.slips import path_of
from driehoek.backbone.notifications.wording import Wording
from driehoek.base.core.clock import day_of
from driehoek.facts.people.models import Restriction

PURPOSE = "read"
OPENS = dt.timedelta(days=30)


class OnePage:
    """What a mail would have said, to the same person."""

    def __init__(self, told: Notification, notice: Notice, now: dt.datetime) -> None:
        self.told, self.notice, self.now = told, notice, now

    @property
    def language(self) -> str:
        return known(self.told.person.language)

    @cached_property
    def wording(self) -> Wording:
        return Wording(self.notice, self.language, self.now)

    @property
    def headline(self) -> Words:
        return self.wording.headline or str(self.notice.subject).replace(HEADLINE, "")

    @property
    def paragraphs(self) -> list[Words]:
        """What can be read; what is heard has a player."""
        said = [part for part in self.notice.paragraphs if not isinstance(part, Spoken)]
        return [words for part in said for words in self.wording.told.paragraphs(part)]

    @cached_property
    def voices(self) -> list[Attachment]:
        """What she may hear, of what is for all who read it. What was said to her alone is on no open page,
        spoken as little as written."""
        viewers = [Viewer(self.told.person, hat, self.now) for hat in self.notice.hats]
        spoken = [part.voice for part in self.notice.paragraphs if isinstance(part, Spoken)]
        return [voice for voice in spoken if any(voice.allows(viewer, "see") for viewer in viewers)]

    @property
    def answer_path(self) -> str:
        """Where she answers, if there is something to answer."""
        slip, viewer = slip_of(self.told.entry, self.now), Viewer(self.told.person, "home", self.now)
        return path_of(self.told) if slip and slip.is_for(viewer) and slip.is_open(viewer) else ""


def opened(token: str, now: dt.datetime) -> OnePage | None:
    """What is behind a link, if the policy still lets her read it; asked at each visit."""
    told = unseal(token, PURPOSE)
    if told is None or now >= told.entry.due_at + OPENS or told.entry.verb not in NOTICES:
        return None
    notice = notice_of(told.entry)
    if notice is None or not told.person.is_active:
        return None
    if not Receiver(told.person, now).may_see(told.entry, notice):
        return None
    is_shared = Restriction.objects.has_telephone(told.person, day_of(now))
    return None if is_shared else OnePage(told, notice, now)


def page_of(told: Notification) -> str:
    return reverse("notifications:one_page", args=[seal(told, PURPOSE)])
