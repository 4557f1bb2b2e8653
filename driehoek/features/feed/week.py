"""What came out in one week of a group whose parents get it all in one mail, on Friday."""

import datetime as dt
from functools import cached_property

from django.db.models import QuerySet

from driehoek.backbone.access.viewer import Viewer
from driehoek.features.feed.cards import Card, cards_of
from driehoek.features.feed.models import NewsWeek, Post
from driehoek.features.feed.models.news_week import AT_ONCE
from driehoek.features.feed.models.queryset import PostQuerySet

A_WEEK = dt.timedelta(days=7)


def with_group(weeks: "QuerySet[NewsWeek]", _viewer: Viewer) -> "QuerySet[NewsWeek]":
    return weeks.select_related("group")


def posts_of(week: NewsWeek) -> PostQuerySet:
    """The newest first, and not what came by itself."""
    out = Post.objects.published(week.ends_at).exclude(kind__in=AT_ONCE)
    return out.filter(group=week.group_id, publication__due_at__gt=week.ends_at - A_WEEK)


class WeekPage:
    """The posts of a week that this viewer may see."""

    def __init__(self, week: NewsWeek, viewer: Viewer) -> None:
        self.week, self.viewer = week, viewer

    @cached_property
    def cards(self) -> list[Card]:
        return cards_of(self.viewer, posts_of(self.week).visible_to(self.viewer))
