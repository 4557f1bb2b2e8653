"""Leave can be found by who asked for it and by whoever decides: they read the same sheet."""

from django.utils.translation import gettext

from driehoek.backbone.index.declaring import Text, searchable
from driehoek.backbone.index.shelves import shelf
from driehoek.features.absences.models import LeaveRequest


@searchable(LeaveRequest, "school", "student", "by", "decision")
def leave(asked: LeaveRequest) -> Text | None:
    decided = asked.decision.reason if asked.is_decided else ""
    words = "\n".join(
        filter(None, [asked.explanation, decided])
    )  # not why a decision was taken back: it counts no more
    if not words:
        return None
    return Text(
        shelf=shelf(rooms_of=asked.school_id), at=asked.at, words=words, url=asked.get_absolute_url(),
        title=f"{gettext('Verlof')} · {asked.student.given_name}", icon="calendar-check-bold", by=asked.by,
        where=asked.school.name,
    )  # fmt: skip
