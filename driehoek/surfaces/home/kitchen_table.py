"""Questions for the kitchen table: what school suggests to ask at home this week."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.translation.reading import put_in_words
from driehoek.features.feed.cards import places_of
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
        .filter(publication__place__in=places_of(viewer), publication__due_at__gte=viewer.now - FRESH)
        .exclude(ask_at_home="")
        .select_related("group", "school", "publication")
    )
    found = list(posts[:20])
    put_in_words(found, now=viewer.now)
    return asked_in(found, viewer, family)[:AT_MOST]


def asked_in(posts: Iterable[Post], viewer: Viewer, family: list[Child]) -> list[Question]:
    """The questions of the past week in these posts, newest first; of each place one. They are in words."""
    newest_a_place: dict[str, Post] = {}
    for post in posts:
        if post.ask_at_home and post.publication.due_at >= viewer.now - FRESH:
            newest_a_place.setdefault(post.place_key, post)
    return [Question(post.told["ask"].words, about(post, family), post) for post in newest_a_place.values()]


def about(post: Post, family: list[Child]) -> tuple[Child, ...]:
    return tuple(child for child in family if child.is_in(post))
