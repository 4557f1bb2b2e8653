"""What came back from home and from the children on the news of some groups: numbers, never who."""

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef, Q

from driehoek.features.feed.models import Comment, Corner, PollAnswer, Post, Reaction


@dataclass(frozen=True)
class CameBack:
    """Of the news that went out: how much got words or an answer, and how much only a Mooi."""

    out: int = 0
    answered: int = 0
    mooi: int = 0

    @property
    def silent(self) -> int:
        return self.out - self.answered - self.mooi


def came_back(groups: Collection[int], since: dt.datetime, until: dt.datetime) -> dict[int, CameBack]:
    """By group, of what came out and was said in this time; one question. News about one child is left out:
    its number would tell of one family."""
    news = Post.objects.published(until).filter(group__in=groups, publication__due_at__gte=since)
    on_this = {"post": OuterRef("pk"), "at__lt": until}
    said = Comment.objects.filter(**on_this, removal=None).exclude(corner=Corner.SCHOOL)
    chose = PollAnswer.objects.filter(poll__post=OuterRef("pk"), at__lt=until)
    liked = Reaction.objects.filter(**on_this).exclude(corner=Corner.SCHOOL)
    words = Q(Exists(said)) | Q(Exists(chose))
    counted = (
        news.order_by()
        .values("group")
        .annotate(
            out=Count("pk"),
            answered=Count("pk", filter=words),
            mooi=Count("pk", filter=Q(Exists(liked)) & ~words),
        )
    )
    rows = counted.values_list("group", "out", "answered", "mooi")
    return {group: CameBack(out, answered, mooi) for group, out, answered, mooi in rows}
