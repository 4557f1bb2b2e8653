"""What is told when somebody's newsletter is there: the whole letter, as it stands on her page."""

from collections.abc import Iterator

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.journal.models import Entry
from driehoek.backbone.notifications.belonging import About
from driehoek.backbone.notifications.categories import Category
from driehoek.backbone.notifications.letter import Words, as_heading, as_subheading
from driehoek.backbone.notifications.notices import Notice, notice
from driehoek.backbone.notifications.wording import PARAGRAPH
from driehoek.base.core import clock
from driehoek.base.core.clock import in_full
from driehoek.base.core.text import plain_text
from driehoek.facts.people.models import Person
from driehoek.features.newsletters.archive import letter_of
from driehoek.features.newsletters.copying import MADE
from driehoek.features.newsletters.hours import hours_of
from driehoek.features.newsletters.letter import ComingDay, Letter, Piece, Section
from driehoek.features.newsletters.models import Copy


@notice(MADE)
def copy_made(entry: Entry) -> Notice | None:
    """What she may not see any more by now is not in it; nothing left is nothing to tell."""
    copy = entry.subject
    if not isinstance(copy, Copy) or copy.newsletter.is_withdrawn:
        return None
    letter = letter_of(copy, Viewer(copy.person, "home", clock.now()), with_names=False)
    if not letter:
        return None
    school = copy.newsletter.school
    return Notice(
        to=Person.objects.filter(pk=copy.person_id),
        category=Category.LETTER,
        about=About(school=school.pk),
        subject=format_lazy(_("Nieuwsbrief van {school}"), school=school.name),
        headline=copy.newsletter.told["title"].words,
        paragraphs=tuple(_paragraphs(letter)),
        action=_("Lees de nieuwsbrief"),
        path=copy.get_absolute_url(),
        hats=("home",),
    )


def _paragraphs(letter: Letter) -> Iterator[Words]:
    """First what is in it, for who reads no further."""
    titles = [str(piece.block.told["title"].words) for piece in letter.pieces]
    yield format_lazy(_("In deze brief: {titles}."), titles=", ".join(titles))
    for section in letter.sections:
        yield from _section(section)


def _section(section: Section) -> Iterator[Words]:
    yield as_heading(section.kind.label)
    for piece in section.pieces:
        yield from _piece(piece)
    for day in section.days:
        yield _day(day)


def _piece(piece: Piece) -> Iterator[Words]:
    told, block = piece.block.told, piece.block
    title = told["title"].words
    yield as_subheading(f"{title} ({', '.join(piece.places)})" if piece.places else title)
    if block.on:
        yield format_lazy("{day}, {hours}", day=in_full(block.on), hours=hours_of(block))
        if "place" in told:
            yield told["place"].words
    if "text" in told:
        yield from (plain_text(part) for part in PARAGRAPH.split(told["text"].words) if part.strip())
    if number := len(piece.photos):  # which stay where they can still be hidden
        yield format_lazy(ngettext_lazy("Er is {n} foto bij.", "Er zijn {n} foto's bij.", number), n=number)


def _day(day: ComingDay) -> Words:
    if day.first == day.last:
        return format_lazy("{name}: {first}", name=day.name, first=in_full(day.first))
    return format_lazy(
        _("{name}: {first} tot en met {last}"),
        name=day.name,
        first=in_full(day.first),
        last=in_full(day.last),
    )
