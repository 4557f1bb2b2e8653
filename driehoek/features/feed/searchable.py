"""What of the feed can be found: posts that are out, and what was said about them."""

from driehoek.backbone.index.declaring import Text, searchable
from driehoek.backbone.index.shelves import shelf
from driehoek.base.core.text import plain_text
from driehoek.features.feed.models import Comment, Post


@searchable(Post, "author", "school", "group", "student", "publication", "withdrawal")
def post(post: Post) -> Text | None:
    if not post.is_shared or hasattr(post, "withdrawal"):
        return None
    return Text(
        shelf=shelf_of(post),
        at=post.publication.due_at,
        title=post.title,
        words=plain_text(f"{post.text}\n\n{post.ask_at_home}"),
        url=post.get_absolute_url(),
        icon="chalkboard-simple-bold",
        by=post.author,
        where=post.place.name,
    )


@searchable(Comment, "author", "post__school", "post__group", "post__student", "removal")
def comment(comment: Comment) -> Text | None:
    if hasattr(comment, "removal"):
        return None
    return Text(
        shelf=shelf_of(comment.post),
        at=comment.at,
        words=comment.text,
        about=comment.post.title,
        url=f"{comment.post.get_absolute_url()}#reactie-{comment.pk}",
        icon="chat-circle-bold",
        by=comment.author,
        where=comment.post.place.name,
    )


def shelf_of(post: Post) -> int:
    """Of the group, of the rooms of a school, or of a school; as its place."""
    if post.group_id:
        return shelf(group=post.group_id)
    return shelf(rooms_of=post.school_id) if post.student_id else shelf(school=post.school_id)
