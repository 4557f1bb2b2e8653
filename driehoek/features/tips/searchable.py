"""The tips of a school's own can be found by its colleagues."""

from driehoek.backbone.index.declaring import Text, searchable
from driehoek.backbone.index.shelves import shelf
from driehoek.features.tips.models import Tip


@searchable(Tip, "school", "by")
def tip(tip: Tip) -> Text:
    texts = tip.texts
    return Text(
        shelf=shelf(school=tip.school_id), at=tip.at, title=texts.pop("title"), by=tip.by,
        where=tip.school.name, words=tuple(texts.values()), url=tip.get_absolute_url(),
        icon="sparkle-bold",
    )  # fmt: skip
