"""What can be answered to a newsletter with one tap: whether one comes to see the first work it shows."""

import datetime as dt

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.journal.models import Entry
from driehoek.backbone.notifications.answering import Answer, Slip, slip
from driehoek.base.core.clock import in_full
from driehoek.features.newsletters.attending import WORDS
from driehoek.features.newsletters.copying import MADE
from driehoek.features.newsletters.models import Attendance, Block, Copy, CopyLine, Kind
from driehoek.features.newsletters.models.attendance import is_asked


@slip(MADE)
def will_you_come(entry: Entry, now: dt.datetime) -> Slip | None:
    """About the first; what is shown later is answered in the letter itself."""
    copy = entry.subject
    block = _first(copy, Viewer(copy.person, "home", now)) if isinstance(copy, Copy) else None
    if block is None or not isinstance(copy, Copy):
        return None
    copy.edition.put_in_words(copy.newsletter, [block])
    title = block.told["title"].words
    return Slip(
        row=block,
        may="answer",
        question=format_lazy(_("Kom je kijken? {title}, {day}"), title=title, day=in_full(block.on)),
        answers=tuple(
            Answer(key=str(number), label=label, done=_("Je antwoord is bewaard."))
            for number, label in WORDS.items()
        ),
        say=lambda viewer, key: _tell(block, viewer, key),
        said=lambda viewer: _told(block, viewer),
        is_open=lambda viewer: is_asked(block, viewer.today),
        otherwise=_("Deze dag is voorbij."),
    )


def _first(copy: Copy, viewer: Viewer) -> Block | None:
    lines = CopyLine.objects.visible_to(viewer).filter(copy=copy).values("block")
    shown = Block.objects.filter(pk__in=lines, newsletter=copy.newsletter_id, kind=Kind.SHOW, asks=True)
    return shown.select_related("newsletter").order_by("on", "starts", "pk").first()


def _tell(block: Block, viewer: Viewer, key: str) -> bool:
    return Attendance.tell(block, int(key), by=viewer.person, at=viewer.now, day=viewer.today)


def _told(block: Block, viewer: Viewer) -> str:
    row = Attendance.objects.visible_to(viewer).filter(block=block, person=viewer.person).first()
    return "" if row is None else str(min(row.number, max(WORDS)))
