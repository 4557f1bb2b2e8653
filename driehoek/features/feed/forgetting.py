"""How long posts are kept: this school year and the one before it (docs/retention.md)."""

import datetime as dt

from driehoek.backbone.journal.models import Forgotten
from driehoek.base.core.clock import at, day_of
from driehoek.facts.schools.leaving import year_kept_from
from driehoek.features.feed.models import AskMe, NewsWeek, Post
from driehoek.features.feed.models.ask_me import KEPT

DRAFTS = dt.timedelta(days=400)  # a sheet that nobody shared
A_NIGHT = 2_000  # posts at most; the rest goes the next night


def forget(now: dt.datetime) -> int:
    """Each post in a transaction of its own, with its photos, files, answers and marks."""
    first = year_kept_from(day_of(now))
    old = Post.objects.filter(publication__due_at__lt=at(first, dt.time()))
    drafts = Post.objects.filter(publication=None, created_at__lt=now - DRAFTS)
    keys = [*old.values_list("pk", flat=True)[:A_NIGHT], *drafts.values_list("pk", flat=True)[:A_NIGHT]]
    for post in Post.objects.filter(pk__in=keys).select_related("audience"):
        post.discard()
    NewsWeek.objects.filter(ends_at__lt=at(first, dt.time())).delete()
    AskMe.objects.filter(at__lt=now - KEPT).delete()
    return Forgotten.note("posts", len(keys), before=first, at=now)
