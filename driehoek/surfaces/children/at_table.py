"""Of the kitchen table of a family what is asked of one child: three a week for all of them together."""

import datetime as dt
from collections.abc import Iterable, Sequence

from django.db.models import QuerySet

from driehoek.backbone.access.parts import Asking, asked
from driehoek.backbone.access.viewer import Viewer
from driehoek.facts.people.models import Person
from driehoek.features.feed.cards import AT_MOST, places_of
from driehoek.features.feed.models import Post
from driehoek.features.kitchen.at_home import KitchenTable, Question
from driehoek.features.kitchen.seating import Seated
from driehoek.features.kitchen.table import Lying

WEEK = dt.timedelta(days=7)


def asking_at_home(_child: Person, viewer: Viewer) -> Asking[list[Post]]:
    """What school suggested to ask at home in the past week, about any child of this viewer."""
    return asked(_suggested, viewer, places_of(viewer), viewer.now - WEEK)


def _suggested(me: Viewer, places: tuple[str, ...], since: dt.datetime) -> QuerySet[Post]:
    news = Post.objects.visible_to(me).published(me.now).filter(publication__place__in=places)
    return news.filter(publication__due_at__gte=since).exclude(ask_at_home="").with_who_asks(me)[:AT_MOST]


def questions_for(
    child: Person, viewer: Viewer, family: Sequence[Seated], posts: Iterable[Post]
) -> list[Question]:
    """The same table as on Vandaag, and of it what is asked of this child."""
    about = [(post, tuple(one.pk for one in family if _is_in(post, one.pk, viewer))) for post in posts]
    written = [Lying(f"post-{post.pk}", who, post, post.who_asks) for post, who in about if who]
    return [one for one in KitchenTable(viewer, family, written).questions if child in one.children]


def _is_in(post: Post, child: int, viewer: Viewer) -> bool:
    """Whether this post is about her: her own room, her group, or her whole school."""
    here = [seat for seat in viewer.seats if seat.student_id == child]
    left = [seat for seat in viewer.left if seat.student_id == child]
    if post.student_id or post.group_id:
        return post.student_id == child or post.group_id in {seat.group_id for seat in here + left}
    return post.school_id in {seat.school_id for seat in here}
