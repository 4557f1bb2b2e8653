"""What is made once for many digests: notices, what can be answered, and words in each language."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable

from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.journal.models import Entry
from driehoek.backbone.notifications.answering import Slip, slip_of
from driehoek.backbone.notifications.notices import Notice, notice_of, notices_of
from driehoek.backbone.notifications.wording import Told, told_in
from driehoek.backbone.translation.reading import Shown
from driehoek.backbone.translation.texts import Text


class DigestPress:
    """Keeps what it found for as long as one batch takes."""

    def __init__(self, now: dt.datetime) -> None:
        self.now = now
        self._entries: dict[int, Entry] = {}  # with their subjects, and what was looked at on those
        self._notices: dict[int, Notice | None] = {}
        self._slips: dict[int, Slip | None] = {}
        self._shown = defaultdict[str, dict[Text, Shown]](dict)

    def prepare(self, entries: Iterable[Entry]) -> None:
        """All notices of these at once, as far as nobody in this batch had them before."""
        new = {entry.pk: entry for entry in entries if entry.pk not in self._notices}
        self._entries |= new
        self._notices |= notices_of(list(new.values()))

    def notice(self, entry: Entry) -> Notice | None:
        if entry.pk not in self._notices:
            self._notices[entry.pk] = notice_of(entry)
        return self._notices[entry.pk]

    def slip(self, entry: Entry, viewer: Viewer) -> Slip | None:
        """What she can answer now and did not answer yet; another reader of the same news may not."""
        slip = self.slip_under(entry)
        if slip is None or not slip.is_for(viewer) or not slip.is_open(viewer):
            return None
        return None if slip.said(viewer) else slip

    def slip_under(self, entry: Entry) -> Slip | None:
        """What there is to answer, for whomever it is."""
        if entry.pk not in self._slips:
            self._slips[entry.pk] = slip_of(self._entries.get(entry.pk, entry), self.now)
        return self._slips[entry.pk]

    def told(self, language: str, texts: Iterable[Text]) -> Told:
        """All of them in one question, and only those that nobody in this batch had before."""
        known = self._shown[language]
        if missing := [text for text in dict.fromkeys(texts) if text not in known]:
            known |= told_in(language, missing, self.now).shown
        return Told(known, is_translated=False)
