"""The openers that stand above the box of one reader, under one post."""

from driehoek.backbone.access.corners import Corner, corner_of
from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.translation.openers import Offered, offered_in
from driehoek.features.feed.forms import CommentForm
from driehoek.features.feed.models import Kind, Post


def offered(
    post: Post, viewer: Viewer, form: CommentForm | None, *, shows_photos: bool
) -> tuple[Offered, ...]:
    """To the people at home alone: a child and a colleague begin by themselves."""
    if corner_of(viewer) != Corner.HOME:
        return ()
    return offered_in(_where(post, shows_photos=shows_photos), form.chosen_openers if form else ())


def _where(post: Post, *, shows_photos: bool) -> str:
    """About one child it may be praise or a worry; on work that is shown there is something to see."""
    if post.student_id is None:
        return "class"
    return "work" if post.kind == Kind.COMPLIMENT or shows_photos else "child"
