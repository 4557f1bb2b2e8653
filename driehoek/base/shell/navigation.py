"""The places in the menu: declared by config, shown by base.html, at most five."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any  # the viewer belongs to a layer above

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.module_loading import import_string

from driehoek.base.core.addresses import kept_address

AT_MOST = 5


@dataclass(frozen=True)
class Place:
    """One place: the name of its address, its icon without weight, its word, and what else lies under it."""

    url_name: str
    icon: str
    label: str | Promise
    under: tuple[str, ...] = ()  # url names of pages that belong to this place
    news: Callable[[Any], int] | None = None  # how much waits here for this viewer


@dataclass(frozen=True)
class ShownPlace:
    """A place as this visitor sees it."""

    url: str
    icon: str
    label: str | Promise
    current: str  # "page", "true" (a page under it), or ""
    news: int = 0


def shown_places(request: HttpRequest, viewer: Any) -> list[ShownPlace]:
    """The menu for this viewer. A place whose address does not exist is an error, not a gap."""
    places_for: Callable[[Any], list[Place]] = import_string(settings.SHELL_NAVIGATION)
    here = request.resolver_match.view_name if request.resolver_match else ""
    return [shown(place, here, viewer) for place in places_for(viewer)[:AT_MOST]]


def shown(place: Place, here: str, viewer: Any) -> ShownPlace:
    current = "page" if here == place.url_name else "true" if here in place.under else ""
    drawing = f"{place.icon}-{'fill' if current else 'bold'}"
    news = place.news(viewer) if place.news else 0
    return ShownPlace(kept_address(place.url_name), drawing, place.label, current, news)


@dataclass(frozen=True)
class Contact:
    """Whom to call, and the page that anybody may read when something urgent is the matter."""

    name: str
    phone: str
    urgent: str  # an address of ours


@dataclass(frozen=True)
class Question:
    """Where one may ask something: about whom, and the page on which it is asked."""

    about: str  # a given name; empty: about oneself
    url: str


def questions(viewer: Any) -> list[Question]:
    """What this visitor may ask school about, as config knows it."""
    questions_for: Callable[[Any], list[Question]] = import_string(settings.SHELL_QUESTIONS)
    return questions_for(viewer)


def contacts(viewer: Any) -> list[Contact]:
    """Whom this visitor can call, as config knows them."""
    contacts_for: Callable[[Any], list[Contact]] = import_string(settings.SHELL_CONTACTS)
    return contacts_for(viewer)
