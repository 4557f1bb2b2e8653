"""What of the way through school can be found: title and words, by whoever may read that moment."""

from driehoek.backbone.index.declaring import Text, searchable
from driehoek.backbone.index.shelves import shelf
from driehoek.features.timeline.models import Milestone


@searchable(Milestone, "school", "by")
def milestone(milestone: Milestone) -> Text:
    texts = milestone.texts
    return Text(
        shelf=shelf(rooms_of=milestone.school_id), at=milestone.at, title=texts.pop("title", None),
        words=tuple(texts.values()), url=milestone.get_absolute_url(), icon="target-bold", by=milestone.by,
        where=milestone.school.name,
    )  # fmt: skip
