"""The kitchen table of a family: what teachers wrote in the news of this week, and ours for who has none."""

import datetime as dt
from collections.abc import Iterable

from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.translation.reading import put_in_words
from driehoek.features.feed.cards import AT_MOST as CARDS
from driehoek.features.feed.cards import Card, places_of
from driehoek.features.feed.models import Post
from driehoek.features.kitchen.at_home import KitchenTable
from driehoek.features.kitchen.models import Wish
from driehoek.features.kitchen.table import Lying
from driehoek.surfaces.home.family import Child

FRESH = dt.timedelta(days=7)


def table_for(viewer: Viewer, family: list[Child]) -> KitchenTable:
    """With the questions of the past week, the newest first."""
    posts = (
        Post.objects.visible_to(viewer)
        .published(viewer.now)
        .filter(publication__place__in=places_of(viewer), publication__due_at__gte=viewer.now - FRESH)
        .exclude(ask_at_home="")
        .select_related("group", "school", "publication")
        .with_who_asks(viewer)
    )
    found = list(posts[:CARDS])
    put_in_words([*found, *wishes_of(family)], now=viewer.now)
    return _table(viewer, family, found)


def table_among(cards: list[Card], viewer: Viewer, family: list[Child]) -> KitchenTable:
    """The same from the news that is on the page already, unless that may not hold all of the week."""
    fresh = [card.post for card in cards if card.post.publication.due_at >= viewer.now - FRESH]
    asking = [post for post in fresh if post.ask_at_home]
    return _table(viewer, family, asking) if asking or len(fresh) < CARDS else table_for(viewer, family)


def _table(viewer: Viewer, family: list[Child], posts: Iterable[Post]) -> KitchenTable:
    written = [Lying(f"post-{post.pk}", about(post, family), post, post.who_asks) for post in posts]
    asked = [one for one in written if one.children]
    return KitchenTable(viewer, [child.seated for child in family], asked)


def wishes_of(family: list[Child]) -> list[Wish]:
    """What children ask to be asked; to be put in words with the news."""
    return [child.seated.wish for child in family if child.seated.wish]


def about(post: Post, family: list[Child]) -> tuple[int, ...]:
    return tuple(child.pk for child in family if child.is_in(post))
