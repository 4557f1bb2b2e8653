"""ZIEK by text message: reports the one child ill, or asks which."""

import datetime as dt
import uuid

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.notifications.letter import Words
from driehoek.backbone.texting.words import texted
from driehoek.base.core.clock import day_in_words
from driehoek.facts.people.models import Person, Protection
from driehoek.facts.people.naming import names_one_of
from driehoek.features.absences.forms import days_to_choose
from driehoek.features.absences.models import Reason
from driehoek.features.absences.reporting import Said, children_to_report, report, schools_of

NOBODY = _("Je kunt hier niemand ziek melden. Bel de school.")
ELSEWHERE = _("Meld het op Driehoek, of bel de school.")


@texted("ziek", "ill", "sick", "hasta", "مريض", "chory", "chora", "хворий", "хвора")
def ill(viewer: Viewer, rest: str, key: uuid.UUID) -> Words:
    """For today, or for the next school day when school is over."""
    children = children_to_report(viewer)
    if not children:
        return NOBODY
    chosen = children if len(children) == 1 else _chosen(children, rest)
    if len(chosen) != 1:
        return _which(children)
    schools = [school for found in schools_of(children, viewer.today).values() for school in found]
    day = days_to_choose(schools, viewer.now)[0]
    report(chosen, Said(Reason.ILL, day, None), token=key, by=viewer.person, at=viewer.now)
    return _done(day, viewer.today)


def _chosen(children: list[Person], rest: str) -> list[Person]:
    """By the number we gave, or by the name that she texts herself."""
    if rest.isascii() and rest.isdigit():
        return children[int(rest) - 1 : int(rest)] if int(rest) else []
    return [child for child in children if names_one_of([child.given_name], rest)]


def _which(children: list[Person]) -> Words:
    """A child whose place must stay secret is named on no telephone."""
    if Protection.objects.filter(student__in=children).exists():
        return ELSEWHERE
    lines = [f"ZIEK {place}: {child.given_name}" for place, child in enumerate(children, start=1)]
    return format_lazy("{}\n{}", _("Wie is ziek? Stuur:"), "\n".join(lines))


def _done(day: dt.date, today: dt.date) -> Words:
    return format_lazy(_("Ziek gemeld voor {day}. Beterschap!"), day=day_in_words(day, today=today))
