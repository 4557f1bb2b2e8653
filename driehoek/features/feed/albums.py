"""All photos of one group, or with one child on them, that a viewer may see: by month, some on each page."""

import datetime as dt
from collections.abc import Iterable
from functools import cached_property
from itertools import groupby

from django.core.paginator import Page, Paginator
from django.db.models import Exists, OuterRef

from driehoek.backbone.access.closed import Closed, shut_to
from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.media.models import PhotoTag
from driehoek.backbone.translation.reading import put_in_words
from driehoek.base.core.clock import day_of
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import Group
from driehoek.features.feed.models import Post, PostPhoto
from driehoek.features.feed.models.photo import PostPhotoQuerySet
from driehoek.features.feed.models.queryset import PostQuerySet

A_PAGE = 24


class PhotosByMonth:
    """The gate has already let her in; which photos she sees is asked of each photo."""

    def __init__(self, viewer: Viewer, number: str) -> None:
        self.viewer, self.number = viewer, number

    def posts(self, out: PostQuerySet) -> PostQuerySet:
        """Of those that are out, where to look."""
        return out

    def photos(self, there: PostPhotoQuerySet) -> PostPhotoQuerySet:
        """Of the photos on those, which."""
        return there

    @cached_property
    def page(self) -> Page:
        out = self.posts(Post.objects.visible_to(self.viewer).published(self.viewer.now))
        there = self.photos(PostPhoto.objects.filter(post__in=out.order_by().values("pk")))
        newest = there.shown_to(self.viewer).select_related("photo", "post__publication")
        newest = newest.order_by("-post__publication__due_at", "post", "position", "pk")
        page = Paginator(newest, A_PAGE).get_page(self.number)
        rows = page.object_list = list(page.object_list)
        self._put_in_words(rows)
        return page

    def _put_in_words(self, rows: Iterable[PostPhoto]) -> None:
        posts = {row.post_id: row.post for row in rows}
        for row in rows:
            row.post = posts[row.post_id]
        put_in_words([*posts.values(), *(row.photo for row in rows)], now=self.viewer.now)

    @property
    def months(self) -> list[tuple[dt.date, list[PostPhoto]]]:
        return [(month, list(rows)) for month, rows in groupby(self.page.object_list, key=_month)]


class GroupAlbum(PhotosByMonth):
    def __init__(self, group: Group, viewer: Viewer, number: str) -> None:
        super().__init__(viewer, number)
        self.group = group

    def posts(self, out: PostQuerySet) -> PostQuerySet:
        return out.filter(group=self.group)

    @property
    def wards(self) -> list[Person]:
        """Her own children in this group; she herself, when she is one of them."""
        viewer, group = self.viewer, self.group.pk
        hers = viewer.hears_of() | viewer.self_as_student()
        seats = [seat for seat in viewer.seats if seat.group_id == group and seat.student_id in hers]
        return list(dict.fromkeys(seat.student for seat in seats if seat.student))


class ChildAlbum(PhotosByMonth):
    """On which school named her."""

    def __init__(self, child: Person, viewer: Viewer, number: str) -> None:
        super().__init__(viewer, number)
        self.child = child

    @property
    def is_own(self) -> bool:
        return self.child == self.viewer.person

    @cached_property
    def closed(self) -> Closed | None:
        """Why what school shows does not come to her, if so."""
        return shut_to(self.child, self.viewer).get("news")

    def photos(self, there: PostPhotoQuerySet) -> PostPhotoQuerySet:
        tags = PhotoTag.objects.visible_to(self.viewer).filter(student=self.child)
        return there.filter(Exists(tags.filter(photo=OuterRef("photo"))))


def _month(row: PostPhoto) -> dt.date:
    return day_of(row.post.publication.due_at).replace(day=1)
