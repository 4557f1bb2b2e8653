"""How posts are shown: their text as small Markdown, the beginning of it, and the moment one goes out."""

import datetime as dt
from collections.abc import Sequence
from urllib.parse import urlsplit

from django import template
from django.template.context import Context
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from driehoek.backbone.media.models import Photo
from driehoek.base.core.clock import amsterdam, day_in_words, day_of
from driehoek.base.core.text import excerpt, safe_html
from driehoek.base.shell.templatetags.shell import put_together
from driehoek.facts.people.models import Person
from driehoek.features.feed.cards import Card
from driehoek.features.feed.compliments import sentences_about

register = template.Library()


@register.filter
def prose(text: str) -> SafeString:
    return safe_html(text)


@register.filter
def beginning(text: str) -> str:
    return excerpt(text)


@register.simple_tag(takes_context=True)
def post_cards(context: Context, cards: Sequence[Card]) -> SafeString:
    """{% post_cards shelf.cards %}: what is this viewer's own, put between the pieces that all see alike."""
    if not cards:
        return SafeString()
    new = format_html('<span class="new">{}</span> · ', _("Nieuw"))
    guard = format_html('<input type="hidden" name="csrfmiddlewaretoken" value="{}">', context["csrf_token"])
    pieces: list[SafeString] = []
    for card in cards:
        head, body, say, take_back, foot = card.drawn
        pieces += [head, new, card.about] if card.is_new else [head, card.about]
        pieces += [body, guard, take_back if card.is_mooi else say, foot]
    return put_together(pieces)


@register.simple_tag
def compliments(pupil: Person) -> list[str]:
    return sentences_about(pupil)


@register.filter
def host(address: str) -> str:
    """Where a link really leads: "www.schooltv.nl"."""
    return urlsplit(address).hostname or ""


@register.simple_tag(takes_context=True)
def moment(context: Context, at: dt.datetime) -> str:
    """ "vandaag om 15:10", "morgen om 08:00", "maandag 12 oktober om 08:00"."""
    day = day_in_words(day_of(at), today=day_of(context["now"]))
    return _("%(day)s om %(time)s") % {"day": day, "time": f"{amsterdam(at):%H:%M}"}


@register.filter
def films_among(photos: Sequence[Photo]) -> str:
    """What to call them: "" photos alone, "some" films too, "all" nothing but films."""
    films = sum(1 for photo in photos if photo.film_id)
    return "all" if films == len(photos) else "some" if films else ""
