"""The worlds of one person in words: "juf Anouk" and "ouder van Tess"."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from driehoek.backbone.access.viewer import Hat, Viewer
from driehoek.base.core.text import listed
from driehoek.facts.people.models import Person

HATS: tuple[Hat, ...] = ("home", "school")


@dataclass(frozen=True)
class WornHat:
    hat: Hat
    words: str
    is_on: bool


def hats_of(viewer: Viewer) -> list[WornHat]:
    """Both, when this person has seats under both; else none, for there is nothing to choose."""
    worlds = {hat: Viewer(viewer.person, hat, viewer.now) for hat in HATS}
    if not all(world.seats for world in worlds.values()):
        return []
    return [WornHat(hat, _words(world), hat == viewer.hat) for hat, world in worlds.items()]


def _words(viewer: Viewer) -> str:
    if viewer.hat == "school":
        return viewer.person.called or _("collega op school")
    children = Person.objects.filter(pk__in=viewer.wards()).order_by("birth_date", "pk")
    if names := [child.given_name for child in children]:
        return _("ouder van %(children)s") % {"children": listed(names)}
    return _("leerling")
