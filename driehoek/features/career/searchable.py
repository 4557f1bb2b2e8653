"""What came of an assignment for at home can be found by whoever reads it."""

from driehoek.backbone.index.declaring import Text, searchable
from driehoek.backbone.index.shelves import shelf
from driehoek.features.career.models import Outcome


@searchable(Outcome, "assignment", "school", "author")
def outcome(told: Outcome) -> Text | None:
    if not told.text:
        return None
    return Text(
        shelf=shelf(rooms_of=told.school_id), at=told.at, words=tuple(told.texts.values()),
        url=told.get_absolute_url(), icon="backpack-bold", by=told.author, where=told.school.name,
    )  # fmt: skip
