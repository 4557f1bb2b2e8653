"""What else happens when a post comes out or goes away: good news is noted, and the week is gathered."""

import datetime as dt
from typing import TYPE_CHECKING

from driehoek.backbone.journal.good_news import take_back_good_news, tell_good_news
from driehoek.facts.people.models import Person
from driehoek.features.feed.models.kinds import Kind
from driehoek.features.feed.models.news_week import NewsWeek, waits_for_friday

if TYPE_CHECKING:
    from driehoek.features.feed.models.post import Post


def came_out(post: "Post", *, by: Person, at: dt.datetime, due_at: dt.datetime) -> None:
    if post.kind == Kind.COMPLIMENT and post.student:
        tell_good_news(post.student, by=by, at=at)
    if post.group and waits_for_friday(post.group, post.kind):
        NewsWeek.gather(post.group, due_at=due_at, now=at)


def went_away(post: "Post", *, by: Person, at: dt.datetime) -> None:
    if post.kind == Kind.COMPLIMENT and post.student:
        take_back_good_news(post.student, by=by, at=at)
