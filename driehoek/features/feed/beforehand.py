"""What notices look at of a post, asked of many posts at once; of one alone they ask for themselves."""

from collections.abc import Sequence

from django.db.models import Count, prefetch_related_objects

from driehoek.backbone.media.models import Attachment
from driehoek.features.feed.models import (
    Comment,
    CommentAttachment,
    GroupAgreement,
    NewsRhythm,
    Post,
    PostAttachment,
    PostPhoto,
)
from driehoek.features.feed.models.news_week import AT_ONCE, waits_for_friday

PLACE = ("school", "group__school", "student")


def look_at_posts(posts: Sequence[Post]) -> None:
    prefetch_related_objects(posts, *PLACE, "audience", "publication", "withdrawal", "poll__options")
    keys = [post.pk for post in posts]
    pictures, heard = _pictures(keys), _heard("post", keys)
    weekly = GroupAgreement.objects.filter(
        rhythm=NewsRhythm.WEEK, group__in={post.group_id for post in posts}
    )
    groups = set(weekly.values_list("group", flat=True))
    for post in posts:
        post.pictures, post.is_weekly = pictures.get(post.pk, (0, 0)), post.group_id in groups
        post.heard = heard.get(post.pk, [])


def look_at_comments(comments: Sequence[Comment]) -> None:
    prefetch_related_objects(comments, "removal", "post__publication", *(f"post__{name}" for name in PLACE))
    heard = _heard("comment", [comment.pk for comment in comments])
    for comment in comments:
        comment.heard = heard.get(comment.pk, [])


def waits(post: Post) -> bool:
    """Whether it is told with the week instead of by itself."""
    if hasattr(post, "is_weekly"):
        return post.is_weekly and post.kind not in AT_ONCE
    return waits_for_friday(post.group, post.kind)


def pictures_of(post: Post) -> tuple[int, int]:
    """How many photos and how many films come with it."""
    if hasattr(post, "pictures"):
        return post.pictures
    return _pictures([post.pk]).get(post.pk, (0, 0))


def _pictures(posts: Sequence[int]) -> dict[int, tuple[int, int]]:
    rows = PostPhoto.objects.filter(post__in=posts).values_list("post")
    counted = rows.annotate(all=Count("pk"), films=Count("photo__film")).order_by()
    return {post: (total - films, films) for post, total, films in counted}


def heard_in(said: Post | Comment) -> list[Attachment]:
    """What of it was spoken."""
    if hasattr(said, "heard"):
        return said.heard
    return _heard("post" if isinstance(said, Post) else "comment", [said.pk]).get(said.pk, [])


def _heard(name: str, keys: Sequence[int]) -> dict[int, list[Attachment]]:
    carrier = PostAttachment if name == "post" else CommentAttachment
    rows = carrier.objects.filter(**{f"{name}__in": keys}, attachment__kind=Attachment.Kind.VOICE)
    heard = dict[int, list[Attachment]]()
    for row in rows.select_related("attachment").order_by("position", "pk"):
        heard.setdefault(getattr(row, f"{name}_id"), []).append(row.attachment)
    return heard
