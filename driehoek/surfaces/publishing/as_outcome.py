"""What two questions came to, as a sheet for everybody at school: the head writes what school will do."""

from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from driehoek.backbone.access.viewer import Viewer
from driehoek.features.feed.models import Post
from driehoek.features.feed.places import Place
from driehoek.features.pulse.models import Round
from driehoek.features.pulse.outcome import Outcome, SideOutcome


@transaction.atomic
def begin_post(round_: Round, viewer: Viewer) -> Post:
    """Asked twice, she comes back to the same sheet. In the language in which she writes."""
    with translation.override(viewer.person.language):
        outcome = Outcome(round_, viewer)
        title = _("Dit zeiden jullie, dit gaan wij doen")
        words: dict[str, object] = {"title": title, "text": _text(outcome)}
    begun = Post.objects.where(viewer, may="edit").filter(
        school=round_.school, group=None, student=None, title=title, created_at__date__gte=round_.ends_on
    )
    if post := begun.filter(publication=None).first():
        return post
    place = Place(round_.school)
    post = Post.begin(place, by=viewer.person, at=viewer.now)
    post.write(words, place=place, with_students=True)
    return post


def _text(outcome: Outcome) -> str:
    parts = [_side(one) for one in outcome.sides if one.questions]
    return "\n\n".join([*parts, _("Dit gaan wij doen:"), "- "])


def _side(one: SideOutcome) -> str:
    """Numbers only: what people wrote was for school."""
    head = f"**{one.side.get_readers_display()}**"
    said = _("{percent} op de 100 zeggen ja of meestal.")
    lines = [f"- {question.shown.words} {said.format(percent=question.good)}" for question in one.questions]
    return "\n".join([head, "", *lines])
