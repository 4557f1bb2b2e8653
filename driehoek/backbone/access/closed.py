"""Why a guardian finds nothing in a list about a student: by what may reach her, never by what there is."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any  # a row of yes and no

from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext as _

from driehoek.backbone.access.parts import Asking, asked, read
from driehoek.backbone.access.prepared import padded
from driehoek.backbone.access.querysets import rows
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


def closed_to(child: Person, viewer: Viewer, kinds: tuple[InformationKind, ...] = LISTED) -> Asking[Shut]:
    """Of what a list about a student can hold. One question; none for herself and at work."""
    shut = yield from _closed([child], viewer, _Comes(kinds))
    return shut.get(child.pk, {})


def shut_to(child: Person, viewer: Viewer, kinds: tuple[InformationKind, ...] = LISTED) -> Shut:
    """The same, for a page that asks nothing together."""
    return read(closed_to(child, viewer, kinds))


def without_news(children: Iterable[Person], viewer: Viewer) -> list[Closed]:
    """Of these children, those whose news does not come to this guardian. One question, however many."""
    shut = read(_closed(children, viewer, _Comes((InformationKind.NEWS,))))
    return [kinds[InformationKind.NEWS] for kinds in shut.values() if kinds]


@dataclass(frozen=True)
class _Comes:
    """The question what of these kinds comes to a viewer about each student, and what a school opens."""

    kinds: tuple[InformationKind, ...]

    def __call__(self, viewer: Viewer, students: tuple[int, ...]) -> QuerySet[Person, Any]:
        acts = ("ask_how_she_is", *(f"follow_{kind.value}" for kind in self.kinds))
        may = [Exists(rows(Person, viewer, may=act).filter(pk=OuterRef("pk"))) for act in acts]
        opens = [Exists(opened(kind, viewer.today).filter(student=OuterRef("pk"))) for kind in self.kinds]
        return Person.objects.filter(pk__in=students).order_by("pk").values_list("pk", *may, *opens)


def _closed(children: Iterable[Person], viewer: Viewer, comes: _Comes) -> Asking[dict[int, Shut]]:
    """By student; of nobody but a guardian's children."""
    wards = {child.pk: child for child in children if child.pk != viewer.person.pk}
    if viewer.hat != "home" or not wards:
        return {}
    shut: dict[int, Shut] = {}
    for key, may_ask, *rest in (yield from asked(comes, viewer, padded(wards))):
        told = zip(comes.kinds, rest[: len(comes.kinds)], rest[len(comes.kinds) :], strict=True)
        sectors = {seat.sector for seat in viewer.seats if seat.student_id == key}
        closed = partial(Closed, wards[key].given_name, may_ask=may_ask, has_mentor=bool(sectors & MENTORED))
        shut[key] = {
            kind.value: closed(by_school=not opens) for kind, comes_home, opens in told if not comes_home
        }
    return shut
