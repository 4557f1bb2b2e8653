"""A reply: put in the line it belongs to, or told to its sender why not. The policy is asked anew."""

import datetime as dt
import re
from typing import Any  # an uploaded file

from django.db import transaction
from django.utils.datastructures import MultiValueDict

from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.letterbox.letters import Letter
from driehoek.backbone.letterbox.models import Arrival, Response
from driehoek.backbone.media.attaching import Attached
from driehoek.backbone.media.models import Attachment
from driehoek.backbone.notifications.lines import Line, line_of
from driehoek.backbone.notifications.models import Notification
from driehoek.backbone.notifications.notices import NOTICES
from driehoek.backbone.notifications.preferences import stop
from driehoek.base.core.clock import day_of
from driehoek.facts.people.models import Restriction

Kind = Response.Kind
CHANNEL = "email"
MOST_A_DAY = 5  # answers of ours to one person: two machines would write to each other for ever
A_DAY = dt.timedelta(days=1)
CONFIRMED_WITHIN = dt.timedelta(days=7)
A_WHILE = dt.timedelta(minutes=10)
STOPS = {
    "stop", "stoppen", "afmelden", "uitschrijven", "unsubscribe", "dur", "durdur", "iptal", "توقف", "إيقاف",
    "قف", "stój", "wypisz", "zatrzymaj", "стоп", "зупинити", "відписатися",
}  # fmt: skip


class Replied:
    """One letter, from whom we think it is, to what we sent her."""

    def __init__(self, arrival: Arrival, letter: Letter, told: Notification, now: dt.datetime) -> None:
        self.arrival, self.letter, self.told, self.now = arrival, letter, told, now
        self.viewer = Viewer(told.person, "home", now)

    def handle(self) -> None:
        person = self.told.person
        if not person.is_active or self._is_read_along():
            return self.arrival.end(Arrival.State.SUPPRESSED, reason="access")
        if self.arrival.is_cut:
            return self._answer(Kind.LARGE)
        if not self.letter.is_from(person.email) and not self.arrival.confirmed_at:
            return self._doubt()
        if re.sub(r"[\W_]+", "", self.letter.text).lower() in STOPS:
            return self._stop()
        return self._say()

    def _is_read_along(self) -> bool:
        """Somebody who must not come near her child opens the same mailbox."""
        person, day = self.told.person, day_of(self.now)
        return Restriction.objects.reading_along(person, person.email, day).exists()

    def _say(self) -> None:
        line, text = line_of(self.told.entry), self.letter.text
        if line is None:
            return self._answer(Kind.NOWHERE)
        if not line.is_for(self.viewer):
            return self._answer(Kind.CLOSED)
        if len(text) > line.most:
            return self._answer(Kind.LONG)
        if line.is_out_of_breath(self.viewer):
            return self.arrival.put_off(self.now + A_WHILE)
        files, errors = self._files(line)
        if not text and not files:
            return self._answer(Kind.FILES if errors else Kind.EMPTY, errors)
        return self._speak(line, text, files, errors)

    def _files(self, line: Line) -> tuple[list[Attachment], list[str]]:
        """Made safe as on the page; those that are not let in are named to her."""
        brought: MultiValueDict[str, Any] = MultiValueDict({"files": self.letter.files})
        attached = Attached(self.viewer, line.school, None, brought)
        attached.keep()
        return attached.rows, attached.errors

    @transaction.atomic
    def _speak(self, line: Line, text: str, files: list[Attachment], errors: list[str]) -> None:
        """Said, and written down that it was said, together: a worker that dies says nothing twice."""
        line.say(self.viewer, text, files)
        if errors:
            Response.give(self.arrival, Kind.FILES, person=self.told.person, details=errors, at=self.now)
        self.arrival.end(Arrival.State.DONE, reason="said")

    @transaction.atomic
    def _stop(self) -> None:
        notice = NOTICES[self.told.entry.verb](self.told.entry)
        if notice is None:
            return self._answer(Kind.NOWHERE)
        stop(self.told.person, category=notice.category, channel=CHANNEL)
        return self._answer(Kind.STOPPED, [notice.category])

    @transaction.atomic
    def _doubt(self) -> None:
        """It came from another address: whoever has her own mailbox says whether it is hers."""
        if Response.objects.filter(arrival=self.arrival).exists():
            return self.arrival.end(Arrival.State.SUPPRESSED, reason="not confirmed")
        if self._has_heard_enough() and self.now + A_DAY < self.arrival.came_at + CONFIRMED_WITHIN:
            return self.arrival.put_off(self.now + A_DAY)
        Response.give(self.arrival, Kind.DOUBT, person=self.told.person, details=[], at=self.now)
        return self.arrival.put_off(self.now + CONFIRMED_WITHIN)

    @transaction.atomic
    def _answer(self, kind: str, details: list[str] | None = None) -> None:
        if self._has_heard_enough():
            return self.arrival.end(Arrival.State.SUPPRESSED, reason="enough")
        Response.give(self.arrival, kind, person=self.told.person, details=details or [], at=self.now)
        return self.arrival.end(Arrival.State.SUPPRESSED, reason=kind)

    def _has_heard_enough(self) -> bool:
        given = Response.objects.filter(person=self.told.person, at__gt=self.now - A_DAY)
        return given.exclude(arrival=self.arrival).count() >= MOST_A_DAY
