"""The openers that stand above the box of one reader, under one post."""

from dataclasses import dataclass

from django.utils.translation import get_language

from driehoek.backbone.access.corners import Corner, corner_of
from driehoek.backbone.access.viewer import Viewer
from driehoek.features.feed.forms import CommentForm
from driehoek.features.feed.models import Kind, Post
from driehoek.features.feed.models.openers import openers
from driehoek.features.feed.models.sentences import WRITTEN_IN


@dataclass(frozen=True)
class Offered:
    """One opener, as it stands on the page."""

    key: str
    shown: str
    words: str
    is_chosen: bool  # without scripts, in a form that came back


def offered(
    post: Post, viewer: Viewer, form: CommentForm | None, *, shows_photos: bool
) -> tuple[Offered, ...]:
    """To the people at home alone: a child and a colleague begin by themselves."""
    if corner_of(viewer) != Corner.HOME:
        return ()
    language = get_language() or WRITTEN_IN
    chosen = form.chosen_openers if form else []
    where = _where(post, shows_photos=shows_photos)
    return tuple(
        Offered(one.key, one.shown(language), one.words(language), one.key in chosen)
        for one in openers()
        if where in one.places
    )


def _where(post: Post, *, shows_photos: bool) -> str:
    """About one child it may be praise or a worry; on work that is shown there is something to see."""
    if post.student_id is None:
        return "class"
    return "work" if post.kind == Kind.COMPLIMENT or shows_photos else "child"
