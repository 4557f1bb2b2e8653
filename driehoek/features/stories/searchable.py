"""Stories that were sent can be found by whoever sees them."""

from driehoek.backbone.index.declaring import Text, searchable
from driehoek.backbone.index.shelves import shelf
from driehoek.features.stories.models import Story


@searchable(Story, "author", "student", "group", "removal")
def story(story: Story) -> Text | None:
    if story.sent_at is None or hasattr(story, "removal"):
        return None
    return Text(
        shelf=shelf(group=story.group_id), at=story.sent_at, words=tuple(story.texts.values()),
        url=story.get_absolute_url(), icon="house-line-bold", by=story.author, where=story.group.name,
    )  # fmt: skip
