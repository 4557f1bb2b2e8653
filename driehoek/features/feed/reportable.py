"""What everybody said under a post can be reported by whoever reads it."""

from django.utils.translation import gettext_lazy

from driehoek.backbone.moderation.reporting import Said, reportable
from driehoek.features.feed.models import Comment


@reportable("reactie", Comment, kind=gettext_lazy("Reactie"))
def comment(comment: Comment) -> Said:
    post = comment.post
    return Said(
        author=comment.author, school=post.school, group=post.group, words=comment.text, at=comment.at,
        path=f"{post.get_absolute_url()}#reactie-{comment.pk}", heard=comment.voices(),
        about=comment.thread_of or post.student,
    )  # fmt: skip
