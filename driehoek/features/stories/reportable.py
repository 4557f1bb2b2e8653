"""A story can be reported by whoever sees it."""

from django.utils.translation import gettext_lazy

from driehoek.backbone.moderation.reporting import Said, reportable
from driehoek.features.stories.models import Story


@reportable("van-thuis", Story, kind=gettext_lazy("Van thuis"))
def story(story: Story) -> Said:
    return Said(
        author=story.author, school=story.school, group=story.group, words=story.text,
        at=story.sent_at or story.begun_at, path=story.get_absolute_url(), about=story.student,
        heard=story.voices(),
    )  # fmt: skip
