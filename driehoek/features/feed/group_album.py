"""All photos of one group that a viewer may see, by month, some on each page."""

import datetime as dt
from functools import cached_property
from itertools import groupby

from django.core.paginator import Page, Paginator

from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.translation.reading import put_in_words
from driehoek.base.core.clock import day_of
from driehoek.facts.schools.models import Group
from driehoek.features.feed.models import Post, PostPhoto

A_PAGE = 24


class GroupAlbum:
    """The gate has already let her in; which photos she sees is asked of each photo."""

    def __init__(self, group: Group, viewer: Viewer, number: str) -> None:
        self.group, self.viewer, self.number = group, viewer, number

    @cached_property
    def page(self) -> Page:
        out = Post.objects.visible_to(self.viewer).published(self.viewer.now).filter(group=self.group)
        photos = PostPhoto.objects.filter(post__in=out.order_by().values("pk")).shown_to(self.viewer)
        newest = photos.select_related("photo", "post__publication")
        newest = newest.order_by("-post__publication__due_at", "post", "position", "pk")
        page = Paginator(newest, A_PAGE).get_page(self.number)
        rows = page.object_list = list(page.object_list)
        posts = {row.post_id: row.post for row in rows}
        for row in rows:
            row.post = posts[row.post_id]
        put_in_words([*posts.values(), *(row.photo for row in rows)], now=self.viewer.now)
        return page

    @property
    def months(self) -> list[tuple[dt.date, list[PostPhoto]]]:
        return [(month, list(rows)) for month, rows in groupby(self.page.object_list, key=_month)]


def _month(row: PostPhoto) -> dt.date:
    return day_of(row.post.publication.due_at).replace(day=1)
