"""Why a guardian finds nothing in a list about a student: by what may reach her, never by what there is."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any  # a row of yes and no

from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext as _

from driehoek.backbone.access.parts import Asking, abreast, allowed, asked, read
from driehoek.backbone.access.viewer import Viewer
from driehoek.facts.looking.models import opened
from driehoek.facts.people.kinds import InformationKind
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import Sector

LISTED = (
    InformationKind.NEWS,
    InformationKind.RESULTS,
    InformationKind.WORK,
    InformationKind.GOALS,
    InformationKind.TABLE,
)
MENTORED = {Sector.SECONDARY, Sector.VOCATIONAL}


@dataclass(frozen=True)
class Closed:
    """One kind about one student that does not come to this guardian today."""

    name: str  # hers
    by_school: bool  # else by the student, or as the three of them agreed
    may_ask: bool  # how she is doing: the law lets a guardian of who is not of age
    has_mentor: bool

    @property
    def says(self) -> str:
        if self.by_school:
            return _("School laat dit hier niet zien.")
        return _("%(name)s deelt dit nu niet met jou.") % {"name": self.name}

    @property
    def way(self) -> str:
        """The way that is open; nothing for who is of age."""
        if not self.may_ask:
            return ""
        if self.has_mentor:
            return _("Wil je weten hoe het gaat? Vraag het de mentor.")
        return _("Wil je weten hoe het gaat? Vraag het de leraar.")

    def __str__(self) -> str:
        return f"{self.says} {self.way}".strip()


Shut = Mapping[str, Closed]  # by kind; a kind that comes to her is not in it


def closed_to(child: Person, viewer: Viewer) -> Asking[Shut]:
    """Of what a list about a student can hold. One question; none for herself and at work."""
    if viewer.hat != "home" or child.pk == viewer.person.pk:
        return {}
    acts = ("ask_how_she_is", *(f"follow_{kind.value}" for kind in LISTED))
    may, (opens,) = yield from abreast(allowed(child, viewer, *acts), asked(_opens, viewer.today, child.pk))
    sectors = {seat.sector for seat in viewer.seats if seat.student_id == child.pk}
    has_mentor = bool(sectors & MENTORED)
    return {
        kind.value: Closed(child.given_name, not open_, "ask_how_she_is" in may, has_mentor)
        for kind, open_ in zip(LISTED, opens, strict=True)
        if f"follow_{kind.value}" not in may
    }


def shut_to(child: Person, viewer: Viewer) -> Shut:
    """The same, for a page that asks nothing together."""
    return read(closed_to(child, viewer))


def without_news(children: Iterable[Person], viewer: Viewer) -> list[Closed]:
    """Of children about whom nothing came: whose news does not come to this guardian. One question."""
    each = read(abreast(*(closed_to(child, viewer) for child in children)))
    return [shut[InformationKind.NEWS] for shut in each if InformationKind.NEWS in shut]


def _opens(day: dt.date, child: int) -> QuerySet[Person, Any]:
    """Of each kind whether a school of hers opens it."""
    opens = [Exists(opened(kind, day).filter(student=OuterRef("pk"))) for kind in LISTED]
    return Person.objects.filter(pk=child).values_list(*opens)
