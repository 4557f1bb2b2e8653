"""The tips of a school's own can be found by its colleagues."""

from driehoek.backbone.index.declaring import Text, searchable
from driehoek.backbone.index.shelves import shelf
from driehoek.features.tips.models import Tip


@searchable(Tip, "school", "by")
def tip(tip: Tip) -> Text:
    return Text(
        shelf=shelf(school=tip.school_id), at=tip.at, title=tip.title, by=tip.by, where=tip.school.name,
        words=" ".join(filter(None, [tip.what, tip.needs, tip.talk])), url=tip.get_absolute_url(),
        icon="sparkle-bold",
    )  # fmt: skip
