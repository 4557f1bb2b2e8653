"""Urgent notices can be found by those they were for: also the words that we wrote for them."""

from driehoek.backbone.index.declaring import Text, searchable
from driehoek.backbone.index.shelves import shelf
from driehoek.features.alerts.models import Alert


@searchable(Alert, "school", "author")
def alert(alert: Alert) -> Text:
    texts = alert.texts
    return Text(
        shelf=shelf(school=alert.school_id), at=alert.at, title=texts.pop("headline"),
        words=tuple(texts.values()), url=alert.get_absolute_url(), icon="warning-bold", by=alert.author,
        where=alert.school.name,
    )  # fmt: skip
