"""{% load speech %}{% listen post %}: reads a thing aloud. A plain link; a script plays it in place."""

from typing import Any  # a thing of any model, and a template context

from django import template
from django.db.models import Model
from django.urls import reverse
from django.utils.translation import get_language, get_language_bidi, get_language_info

from driehoek.backbone.speech.engines import engine
from driehoek.backbone.speech.texts import WHOLE

register = template.Library()


@register.inclusion_tag("speech/_listen.html")
def listen(thing: Model, part: str = WHOLE, look: str = "bar", language: str = "") -> dict[str, Any]:
    """look: "bar" (as on a post), "button" (one large button) or "link" (small, under a remark). `language`
    is that of the text as it is shown, when that is not its own."""
    shown = language or getattr(thing, "language", "") or get_language()
    return {
        "url": address(thing, part, language),
        "look": look,
        "page_language": get_language(),
        "page_direction": "rtl" if get_language_bidi() else "ltr",
        "language": shown,
        "language_name": get_language_info(shown)["name_local"] if shown in engine().languages else "",
        "has_engine": bool(engine().languages),
        "has_voice": shown in engine().languages,
    }


def address(thing: Model, part: str = WHOLE, language: str = "") -> str:
    more = [] if part == WHOLE else [part]
    found = reverse(
        f"speech:listen{'_part' if more else ''}", args=[thing._meta.label_lower, thing.pk, *more]
    )
    return f"{found}?taal={language}" if language else found
