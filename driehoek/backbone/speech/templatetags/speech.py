"""{% load speech %}{% listen post %}: reads a thing aloud. A plain link; a script plays it in place.

{% explain %} reads what this page says in words of ours, where it stands; see explaining.py.
"""

from typing import Any  # what a template is given

from django import template
from django.db.models import Model
from django.template.context import Context
from django.urls import reverse
from django.utils.translation import get_language, get_language_bidi, get_language_info

from driehoek.backbone.speech.engines import engine
from driehoek.backbone.speech.explaining import is_said
from driehoek.backbone.speech.texts import WHOLE

register = template.Library()


@register.inclusion_tag("speech/_listen.html")
def listen(thing: Model, part: str = WHOLE, look: str = "bar", language: str = "") -> dict[str, Any]:
    """look: "bar" (as on a post), "button" (one large button) or "link" (small, under a remark). `language`
    is that of the text as it is shown, when that is not its own."""
    shown = language or getattr(thing, "language", "") or get_language()
    return {
        "url": address("listen", thing, part, language),
        "sound": address("sound", thing, part, language),
        "look": look,
        "page_language": get_language(),
        "page_direction": "rtl" if get_language_bidi() else "ltr",
        "language": shown,
        "language_name": get_language_info(shown)["name_local"] if shown in engine().languages else "",
        "has_engine": bool(engine().languages),
        "has_voice": shown in engine().languages,
    }


@register.inclusion_tag("speech/_explain.html", takes_context=True)
def explain(context: Context, name: str = "") -> dict[str, Any]:
    """A player, closed until somebody wants to hear it; nothing on a page that explains nothing. `name` is
    for pages that stand at an address of another."""
    return {"sound": sound_of(name or context["request"].resolver_match.view_name, get_language() or "")}


@register.inclusion_tag("speech/_listen.html")
def listen_ours(name: str, look: str = "link") -> dict[str, Any]:
    """Words of ours from a bank, in the language of the page: nothing where nobody speaks it."""
    sound = sound_of(name, get_language() or "")
    return {"url": sound, "sound": sound, "look": look, "has_voice": bool(sound)}


@register.simple_tag
def sound_of(page: str, language: str) -> str:
    """Where that page is heard in that language; empty when nobody speaks it here."""
    is_heard = language in engine().languages and is_said(page)
    return f"{reverse('speech:explanation', args=[page])}?taal={language}" if is_heard else ""


def address(view: str, thing: Model, part: str = WHOLE, language: str = "") -> str:
    more = [] if part == WHOLE else [part]
    found = reverse(
        f"speech:{view}{'_part' if more else ''}", args=[thing._meta.label_lower, thing.pk, *more]
    )
    return f"{found}?taal={language}" if language else found
