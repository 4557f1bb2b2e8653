"""What was agreed at a talk can be found by whoever reads it; not what was said there."""

from driehoek.backbone.index.declaring import Text, searchable
from driehoek.backbone.index.shelves import shelf
from driehoek.features.talks.models import Pledge


@searchable(Pledge, "talk__school", "talk__student", "by")
def pledge(pledge: Pledge) -> Text:
    school = pledge.talk.school
    return Text(
        shelf=shelf(rooms_of=school.pk), at=pledge.at, words=tuple(pledge.texts.values()),
        url=pledge.get_absolute_url(), icon="handshake-duotone", by=pledge.by, where=school.name,
    )  # fmt: skip
