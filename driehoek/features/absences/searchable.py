"""Leave can be found by who asked for it and by whoever decides: they read the same sheet."""

from django.utils.translation import gettext

from driehoek.backbone.index.declaring import Text, searchable
from driehoek.backbone.index.shelves import shelf
from driehoek.backbone.translation.texts import text_by_us
from driehoek.features.absences.models import LeaveRequest

COUNTS = ("explanation", "reason")  # not why a decision was taken back: it counts no more


@searchable(LeaveRequest, "school", "student", "by", "decision")
def leave(asked: LeaveRequest) -> Text | None:
    texts = asked.texts
    words = tuple(texts[name] for name in COUNTS if name in texts)
    if not words:
        return None
    title = text_by_us(lambda: f"{gettext('Verlof')} · {asked.student.given_name}", asked.school_id)
    return Text(
        shelf=shelf(rooms_of=asked.school_id), at=asked.at, words=words, url=asked.get_absolute_url(),
        title=title, icon="calendar-check-bold", by=asked.by, where=asked.school.name,
    )  # fmt: skip
