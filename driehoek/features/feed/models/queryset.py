"""What one asks of many posts at once."""

import datetime as dt
from typing import TYPE_CHECKING

from django.db.models import Exists, OuterRef, Subquery

from driehoek.backbone.access.querysets import GuardedQuerySet
from driehoek.backbone.access.viewer import Viewer
from driehoek.base.core.gathering import JSONRows
from driehoek.facts.people.models import only_named
from driehoek.features.feed.models.ask_me import AskMe
from driehoek.features.feed.models.publication import Withdrawal
from driehoek.features.feed.models.traces import Reaction, ReadMark

if TYPE_CHECKING:
    from driehoek.features.feed.models.post import Post  # noqa: F401  # the row of this queryset


class PostQuerySet(GuardedQuerySet["Post"]):
    def published(self, now: dt.datetime) -> "PostQuerySet":
        """What has come out and still stands, newest first."""
        withdrawn = Withdrawal.objects.filter(post=OuterRef("pk"))
        out = self.filter(~Exists(withdrawn), publication__due_at__lte=now)
        return out.order_by("-publication__due_at", "-pk")

    def waiting(self, now: dt.datetime) -> "PostQuerySet":
        """Shared, but its moment has not come."""
        return self.filter(publication__due_at__gt=now).order_by("publication__due_at")

    def with_places(self) -> "PostQuerySet":
        return self.with_author().select_related("school", "group", "student")

    def with_author(self) -> "PostQuerySet":
        """With who wrote it and when it came out, for whoever has the places at hand."""
        return self.select_related("author__portrait", "publication", "poll").defer(*only_named("author"))

    def few(self) -> "PostQuerySet":
        """A slice as a list: chooses the few before it looks up what belongs to each, not for all."""
        few = self.model.objects.filter(pk__in=self.values("pk"))
        return few.order_by("-publication__due_at", "-pk")

    def with_traces_of(self, viewer: Viewer) -> "PostQuerySet":
        """With whether this viewer read it, and whether she said Mooi."""
        own = {"post": OuterRef("pk")}
        return self.annotate(
            is_read=Exists(ReadMark.objects.visible_to(viewer).filter(**own)),
            is_mooi=Exists(Reaction.objects.visible_to(viewer).filter(**own)),
        )

    def with_who_asks(self, viewer: Viewer) -> "PostQuerySet":
        """With the keys of students who said: ask me, as far as this viewer hears it."""
        said = AskMe.objects.visible_to(viewer).filter(post=OuterRef("pk")).order_by().values("post")
        asking = Subquery(said.annotate(them=JSONRows("student_id")).values("them"))
        return self.annotate(asking=asking)

    def drafts(self) -> "PostQuerySet":
        return self.filter(publication=None).order_by("-created_at")
