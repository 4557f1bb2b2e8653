"""The person who reads a digest: what she may see today, and which child or group each piece is about."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property
from typing import NamedTuple

from django.contrib.contenttypes.models import ContentType
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from driehoek.backbone.access.parts import Asking, asked, read
from driehoek.backbone.access.prepared import padded
from driehoek.backbone.access.querysets import Allowing
from driehoek.backbone.access.viewer import Hat, Viewer
from driehoek.backbone.journal.models import Entry
from driehoek.backbone.notifications.belonging import About
from driehoek.backbone.notifications.notices import Notice
from driehoek.base.core.text import listed
from driehoek.facts.people.models import Person, Protection

Keys = set[int | None]
Where = tuple[Keys, Keys]  # groups and schools


class Piece(NamedTuple):
    """One fact that may be told, and what there is to tell about it."""

    entry: Entry
    notice: Notice


class Place(NamedTuple):
    """A part of a digest. Sorted: her children one by one, then several together, then work."""

    at_work: bool
    many: int
    order: tuple[int, ...]
    name: str


class Reader:
    """One person at one moment, with each of her hats. In a mailbox, or on paper, no name of a protected
    child stands."""

    def __init__(
        self,
        person: Person,
        now: dt.datetime,
        hats: tuple[Hat, ...] = ("home", "school"),
        *,
        is_open: bool | None = None,
    ) -> None:
        self.person, self.now, self.hats = person, now, hats
        self.is_open = len(hats) > 1 if is_open is None else is_open  # others may look over her shoulder

    @cached_property
    def viewers(self) -> dict[Hat, Viewer]:
        return {hat: Viewer(self.person, hat, self.now) for hat in self.hats}

    @classmethod
    def each_at_home(cls, people: Iterable[Person], now: dt.datetime) -> dict[int, "Reader"]:
        """By key, with others looking over her shoulder: two questions for all of them."""
        viewers = Viewer.at_home(people, now)
        readers = {viewer.person.pk: cls(viewer.person, now, ("home",), is_open=True) for viewer in viewers}
        for viewer in viewers:
            vars(readers[viewer.person.pk])["viewers"] = {"home": viewer}
        sitting = [reader._sit for reader in readers.values()]
        hidden = set(_protected({child for children in sitting for child in children}))
        for reader in readers.values():
            vars(reader)["_hidden"] = hidden & set(reader._sit)
        return readers

    def seen(self, pieces: Iterable[Piece]) -> dict[int, Hat]:
        """By the key of the entry: the first hat under which she sees what it is about, right now."""
        return read(self.seeing(list(pieces)))

    def seeing(self, pieces: list[Piece]) -> Asking[dict[int, Hat]]:
        """The same, to be asked beside what others see: for each of her hats a question a kind of row."""
        found: dict[int, Hat] = {}
        for hat, viewer in self.viewers.items():
            by_kind = defaultdict[int, list[Piece]](list)
            for piece in pieces:
                if hat in piece.notice.hats and piece.entry.pk not in found:
                    by_kind[piece.entry.subject_type_id].append(piece)
            for kind, some in by_kind.items():
                keys = padded(sorted({piece.entry.subject_id for piece in some}))
                model = ContentType.objects.get_for_id(kind).model_class()
                assert model is not None  # or there would be no notice
                rows_found = yield from asked(Allowing(model, ("see",)), viewer, keys)
                visible = {key for (key,) in rows_found}
                found |= {piece.entry.pk: hat for piece in some if piece.entry.subject_id in visible}
        return found

    def children(self, about: About, hat: Hat) -> tuple[int, ...]:
        """Which of her children it is about, the youngest first."""
        if hat == "school":
            return ()
        return tuple(child for child, places in self._sit.items() if _is_about(about, child, *places))

    def place(self, about: About, hat: Hat) -> Place:
        children = self.children(about, hat)
        if children:
            order = tuple(list(self._sit).index(child) for child in children)
            return Place(False, len(children), order, self.names(children))
        if hat == "school":
            return Place(True, 0, (about.group or 0, about.school or 0), self.where(about) or _("Voor jou"))
        return Place(False, 99, (about.school or 0,), self.where(about) or _("Voor jou"))

    def names(self, children: Iterable[int]) -> str:
        names = self._names if self._sit else {}  # they come with where each child sits
        return listed([_("je kind") if key in self._hidden else names[key] for key in children])

    @property
    def is_open_about_all(self) -> bool:
        """She has children here, and none whose name and place must stay out of a mailbox."""
        return bool(self._sit) and not self._hidden

    def where(self, about: About) -> str:
        """The name of the group, or of the school; not of what is about one child, or gives a place away."""
        if about.student or self._hidden:
            return ""
        seats = [seat for viewer in self.viewers.values() for seat in (*viewer.seats, *viewer.left)]
        if about.group:
            return next(
                (seat.group.name for seat in seats if seat.group and seat.group.pk == about.group), ""
            )
        here = (seat.school.name for seat in seats if seat.school and seat.school.pk == about.school)
        return next(here, "")

    @cached_property
    def _sit(self) -> dict[int, Where]:
        """Of each of her children: in which groups and schools."""
        if "home" not in self.viewers:
            return {}
        me = self.viewers["home"]
        wards, found = me.wards(), dict[int, Where]()
        sitting = [(seat, seat.student) for seat in (*me.seats, *me.left) if seat.student_id in wards]
        children = [(child, seat) for seat, child in sitting if child]
        for child, seat in sorted(children, key=lambda one: one[0].birth_date or dt.date.min, reverse=True):
            groups, schools = found.setdefault(child.pk, (set(), set()))
            groups.add(seat.group_id)
            schools.add(seat.school_id)
            self._names[child.pk] = child.given_name
        return found

    @cached_property
    def _names(self) -> dict[int, str]:
        return {}

    @cached_property
    def _hidden(self) -> set[int]:
        if not self.is_open or not self._sit:
            return set()
        return set(_protected(self._sit))


def _protected(children: Iterable[int]) -> QuerySet[Protection, int]:
    return Protection.objects.filter(student__in=list(children)).values_list("student", flat=True)


def _is_about(about: About, child: int, groups: Keys, schools: Keys) -> bool:
    if about.student:
        return about.student == child
    return about.group in groups if about.group else about.school in schools - {None}
