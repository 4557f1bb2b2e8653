"""What of day reports can be found: the words, by whoever may read of that day."""

from driehoek.backbone.index.declaring import Text, searchable
from driehoek.backbone.index.shelves import shelf
from driehoek.features.dayreports.models import DayReport


@searchable(DayReport, "group", "by")
def day_report(report: DayReport) -> Text | None:
    if not report.words:
        return None
    return Text(
        shelf=shelf(rooms_of=report.group.school_id), at=report.at, words=tuple(report.texts.values()),
        url=report.get_absolute_url(), icon="sun-bold", by=report.by, where=report.group.name,
    )  # fmt: skip
