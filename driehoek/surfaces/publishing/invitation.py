"""What a block says beside its text, as text: when and where work is shown, and how to say that one comes."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils import dateformat, translation
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.notifications.letter import absolute
from driehoek.base.core.text import ended
from driehoek.features.newsletters.hours import hours_of
from driehoek.features.newsletters.models import Block
from driehoek.features.newsletters.models.attendance import is_asked
from driehoek.surfaces.publishing.linking import as_link


def text_of(block: Block, viewer: Viewer) -> str:
    """All of the block, in the language its author wrote it in."""
    with translation.override(block.language):
        parts = [block.text, *_when(block), *_how_to_come(block, viewer)]
    return "\n\n".join(filter(None, parts))


def _when(block: Block) -> Iterator[str]:
    """ "Maandag 4 januari, 14:00 tot 15:00. In de hal."."""
    if block.on:
        hours = str(hours_of(block))
        day = capfirst(dateformat.format(block.on, _("l j F")))
        said = [", ".join(filter(None, (day, hours))), capfirst(block.place)]
        yield " ".join(ended(part) for part in said if part)


def _how_to_come(block: Block, viewer: Viewer) -> Iterator[str]:
    """In the letter, where each answers for herself; not everybody who reads the post has one."""
    if not is_asked(block, viewer.today):
        return
    if block.newsletter.is_withdrawn:
        yield _("Kom je kijken? Zeg het op school.")
        return
    yield _("Kom je kijken? Zeg het in de nieuwsbrief. Heb je die niet? Zeg het dan op school.")
    if block.newsletter.is_out(viewer.now):
        yield as_link(absolute(reverse("newsletters:found", args=[block.pk])))
