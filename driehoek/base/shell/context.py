"""What every template knows: who looks, since when, the menu, and how this person wants pages to look."""

from typing import Any  # the viewer and the person belong to layers above

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone, translation

from driehoek.base.core.addresses import kept_address
from driehoek.base.shell.navigation import shown_places
from driehoek.base.shell.theme import DEFAULT_COLOUR


def shell(request: HttpRequest) -> dict[str, Any]:
    viewer = getattr(request, "viewer", None)  # not there yet when an error page is made early
    return {
        "viewer": viewer,
        "now": viewer.now if viewer else timezone.now(),
        "nav": shown_places(request, viewer) if viewer else [],
        "own_page": kept_address(settings.SHELL_OWN_PAGE) if viewer and settings.SHELL_OWN_PAGE else "",
        "look": look_of(viewer.person) if viewer else {},
        "page_language": translation.get_language(),
        "page_direction": "rtl" if translation.get_language_bidi() else "ltr",
        "bar_colour": DEFAULT_COLOUR,
    }


def look_of(person: Any) -> dict[str, str]:
    """The data attributes of <html>. What follows the device is left out."""
    return {
        "theme": person.theme if person.theme in ("light", "dark") else "",
        "text": person.text_size if person.text_size in ("large", "largest") else "",
        "contrast": "more" if person.high_contrast else "",
    }
