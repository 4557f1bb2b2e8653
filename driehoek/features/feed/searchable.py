"""What of the feed can be found: posts that are out with their polls, what was said and answered about them,
and what a group agreed."""

from driehoek.backbone.index.declaring import Text, searchable
from driehoek.backbone.index.shelves import shelf
from driehoek.base.core.text import plain_text
from driehoek.features.feed.models import Comment, GroupAgreement, Post, SharedQuestion


@searchable(Post, "author", "school", "group", "student", "publication", "withdrawal", "poll")
def post(post: Post) -> Text | None:
    if not post.is_shared or hasattr(post, "withdrawal"):
        return None
    return Text(
        shelf=shelf_of(post),
        at=post.publication.due_at,
        title=post.title,
        words=plain_text("\n\n".join(filter(None, words_on(post)))),
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


@searchable(SharedQuestion, "by", "comment__post__school", "comment__post__group")
def answered_for_all(question: SharedQuestion) -> Text:
    """Under the name of who answered: who asked stays unknown."""
    return Text(
        shelf=shelf_of(question.post),
        at=question.at,
        words=f"{question.question}\n\n{question.answer}",
        about=question.post.title,
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
        words=agreed.remarks,
        url=agreed.get_absolute_url(),
        icon="handshake-duotone",
        by=agreed.by,
        where=agreed.group.name,
    )


def words_on(post: Post) -> list[str]:
    """Everything that whoever sees it can read there."""
    poll = post.poll.texts.values() if hasattr(post, "poll") else ()
    own = [post.text, post.practice, post.needs, post.talk_about, post.ask_at_home]
    return [*own, *(text.words for text in poll)]


def shelf_of(post: Post) -> int:
    """Of the group, of the rooms of a school, or of a school; as its place."""
    if post.group_id:
        return shelf(group=post.group_id)
    return shelf(rooms_of=post.school_id) if post.student_id else shelf(school=post.school_id)
