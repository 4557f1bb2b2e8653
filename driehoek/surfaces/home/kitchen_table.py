"""Questions for the kitchen table: what school suggests to ask at home this week."""

import datetime as dt
from dataclasses import dataclass

from driehoek.backbone.access.viewer import Viewer
from driehoek.features.feed.models import Post
from driehoek.surfaces.home.family import Child

FRESH = dt.timedelta(days=7)
AT_MOST = 3  # more questions a week make families stop asking (NBER 24827)


@dataclass(frozen=True)
class Question:
    """One question, the children to ask, and the news it came from. No children: it is for the reader."""

    text: str
    children: tuple[Child, ...]
    post: Post


def questions_for(viewer: Viewer, family: list[Child]) -> list[Question]:
    """The newest questions of the past week; of each group one, so that every child gets a turn."""
    posts = (
        Post.objects.visible_to(viewer)
        .published(viewer.now)
        .filter(publication__due_at__gte=viewer.now - FRESH)
        .exclude(ask_at_home="")
        .select_related("group", "school")
    )
    newest_a_place: dict[tuple[int | None, int | None, int], Post] = {}
    for post in posts[:20]:
        newest_a_place.setdefault((post.group_id, post.student_id, post.school_id), post)
    asked = [Question(post.ask_at_home, about(post, family), post) for post in newest_a_place.values()]
    return asked[:AT_MOST]


def about(post: Post, family: list[Child]) -> tuple[Child, ...]:
    return tuple(child for child in family if child.is_in(post))
