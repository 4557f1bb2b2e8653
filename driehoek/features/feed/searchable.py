"""What of the feed can be found: posts that are out with their polls, what was said and answered about them,
and what a group agreed."""

from driehoek.backbone.index.declaring import Text, searchable
from driehoek.backbone.index.shelves import shelf
from driehoek.backbone.translation.texts import Text as Written
from driehoek.features.feed.models import Comment, GroupAgreement, Post, SharedQuestion


@searchable(Post, "author", "school", "group", "student", "publication", "withdrawal", "poll")
def post(post: Post) -> Text | None:
    if not post.is_shared or hasattr(post, "withdrawal"):
        return None
    return Text(
        shelf=shelf_of(post),
        at=post.publication.due_at,
        title=post.texts.get("title"),
        words=words_on(post),
        has_markdown=True,
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
        at=comment.due_at,
        words=tuple(comment.texts.values()),
        about=comment.post.texts.get("title"),
        url=f"{comment.post.get_absolute_url()}#reactie-{comment.pk}",
        icon="chat-circle-bold",
        by=comment.author,
        where=comment.post.place.name,
    )


@searchable(SharedQuestion, "by", "comment__post__school", "comment__post__group")
def answered_for_all(question: SharedQuestion) -> Text:
    """Under the name of who answered: who asked stays unknown."""
    return Text(
        shelf=shelf_of(question.post),
        at=question.due_at,
        words=tuple(question.texts.values()),
        about=question.post.texts.get("title"),
        url=question.post.get_absolute_url(),
        icon="question-bold",
        by=question.by,
        where=question.post.place.name,
    )


@searchable(GroupAgreement, "group", "by")
def agreement(agreed: GroupAgreement) -> Text | None:
    if not agreed.remarks:
        return None
    return Text(
        shelf=shelf(group=agreed.group_id),
        at=agreed.at,
        words=tuple(agreed.texts.values()),
        url=agreed.get_absolute_url(),
        icon="handshake-duotone",
        by=agreed.by,
        where=agreed.group.name,
    )


def words_on(post: Post) -> tuple[Written, ...]:
    """Everything that whoever sees it can read there, its title aside."""
    poll = post.poll.texts.values() if hasattr(post, "poll") else ()
    own = [text for name, text in post.texts.items() if name != "title"]
    return (*own, *poll)


def shelf_of(post: Post) -> int:
    """Of the group, of the rooms of a school, or of a school; as its place."""
    if post.group_id:
        return shelf(group=post.group_id)
    return shelf(rooms_of=post.school_id) if post.student_id else shelf(school=post.school_id)
