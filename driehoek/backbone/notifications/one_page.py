"""One piece of news on a page that opens nothing else, for who came by the link in a digest or a text message
or scanned the code on a letter: she does not sign in."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from django.urls import reverse

from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.media.models import Attachment
from driehoek.backbone.notifications.answering import slip_of
from driehoek.backbone.notifications.digests.together import told_together
from driehoek.backbone.notifications.discretion import may_hold_private_words
from driehoek.backbone.notifications.letter import Words, known
from driehoek.backbone.notifications.lines import Line, line_of
from driehoek.backbone.notifications.models import Notification
from driehoek.backbone.notifications.notices import HEADLINE, NOTICES, Notice, Part, Spoken, notice_of
from driehoek.backbone.notifications.receiver import Receiver
from driehoek.backbone.notifications.sealing import seal, unseal
from driehoek.backbone.notifications.slips import OPENS, holder, path_of
from driehoek.backbone.notifications.wording import ORIGIN, Told, told_in
from driehoek.base.core.clock import day_of
from driehoek.facts.people.models import Restriction

BY_TEXT, MAILED = "read", "mailed"  # one ends with her number, the other with her address


class Said(NamedTuple):
    """One piece of news as it stands on her page."""

    headline: Words
    paragraphs: list[Words]


@dataclass(frozen=True)
class OnePage:
    """What a mail would have said, to the same person; with what a digest folded under the same line."""

    told: Notification
    notice: Notice
    now: dt.datetime
    is_mailed: bool = False

    @property
    def language(self) -> str:
        return known(self.told.person.language)

    @cached_property
    def viewer(self) -> Viewer:
        return Viewer(self.told.person, "home", self.now)

    @cached_property
    def notices(self) -> Sequence[Notice]:
        """The newest first."""
        is_one_of_several = self.is_mailed and self.notice.several is not None
        return told_together(self.told, self.notice, self.now) if is_one_of_several else [self.notice]

    @cached_property
    def wording(self) -> Told:
        return told_in(self.language, [text for one in self.notices for text in one.texts], self.now)

    @property
    def origin(self) -> Words:
        return ORIGIN if self.wording.is_translated else ""

    @property
    def said(self) -> Iterator[Said]:
        for one in self.notices:
            headline = self.wording.line(one.headline) or str(one.subject).replace(HEADLINE, "")
            words = [words for part in self._of(one) for words in self.wording.paragraphs(part)]
            yield Said(headline, words)

    def _of(self, notice: Notice) -> list[Part]:
        """What can be read; what is heard has a player. What was said to her alone stands here as in a mail
        of its own, and on no page that comes by telephone or on paper."""
        parts: list[Part] = [part for part in notice.paragraphs if not isinstance(part, Spoken)]
        return [*parts, *notice.private] if self._is_private else parts

    @cached_property
    def _is_private(self) -> bool:
        person, school = self.told.person, self.notice.about.school
        has_any = any(one.private for one in self.notices)
        return self.is_mailed and has_any and may_hold_private_words(person, person.email, school)

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
        slip = slip_of(self.told.entry, self.now)
        return path_of(self.told) if slip and slip.is_for(self.viewer) and slip.is_open(self.viewer) else ""

    @cached_property
    def line(self) -> Line | None:
        """Where her own words go, from a mail; as a reply to it would."""
        line = line_of(self.told.entry) if self.is_mailed else None
        return line if line and line.is_for(self.viewer) else None


def opened(token: str, now: dt.datetime) -> OnePage | None:
    """What is behind a link, if the policy still lets her read it; asked at each visit."""
    held = holder(token, MAILED, now)
    told = held[0] if held else _texted(token, now)
    if told is None or told.entry.verb not in NOTICES:
        return None
    notice, receiver = notice_of(told.entry), Receiver(told.person, now)
    if notice is None:
        return None
    is_hers = receiver.sees(told.entry, "home") if held else receiver.may_see(told.entry, notice)
    return OnePage(told, notice, now, is_mailed=bool(held)) if is_hers else None


def _texted(token: str, now: dt.datetime) -> Notification | None:
    """From a text message, or from paper."""
    told = unseal(token, BY_TEXT)
    if told is None or now >= told.entry.due_at + OPENS or not told.person.is_active:
        return None
    return None if Restriction.objects.has_telephone(told.person, day_of(now)) else told


def page_of(told: Notification, purpose: str = BY_TEXT) -> str:
    return reverse("notifications:one_page", args=[seal(told, purpose)])
