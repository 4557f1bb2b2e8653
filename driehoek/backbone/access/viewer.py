"""Who is looking, wearing which hat, at what moment. Everything the policy asks about a visitor."""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any, ClassVar, Literal, NamedTuple  # a shape is whatever shape() gave
from zoneinfo import ZoneInfo

from django.contrib.auth.middleware import get_user
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from driehoek.backbone.access.models import Role, Seat
from driehoek.backbone.access.models.seat import SeatQuerySet
from driehoek.backbone.access.prepared import Gaps, Invented, prepared
from driehoek.facts.people.models import Person

Hat = Literal["home", "school"]  # the two worlds of one person, who never mix in one list
AMSTERDAM = ZoneInfo("Europe/Amsterdam")
BY_CARD = "by_card"  # in a session: a child came in with her card, on a tablet of the class
WORN: dict[Hat, tuple[Role, ...]] = {"home": (Role.GUARDIAN, Role.STUDENT), "school": (Role.STAFF,)}


class Outline(NamedTuple):
    """What the policy may ask of a seat, and nothing else."""

    role: Role
    function: str
    board_id: int | None
    school_id: int | None
    group_id: int | None
    student_id: int | None
    sees_child: bool
    may_answer: bool
    opens_group: bool
    is_told: bool
    ends_on: dt.date | None  # only of a group that was left


@dataclass(frozen=True)
class Viewer:
    """One person at one moment. Not a person alone: what a teacher sees, a mother does not."""

    person: Person
    hat: Hat
    now: dt.datetime
    only_boards: frozenset[int] | None = None  # of whose work this session opens; None: of all
    said: ClassVar[dict[Any, Q] | None] = None  # by each rule, of a stand-in

    @property
    def today(self) -> dt.date:
        return self.now.astimezone(AMSTERDAM).date()

    @cached_property
    def _recent(self) -> list[Seat]:
        if not self.person.is_active:
            return []
        seats: list[Seat] = prepared(_recent_seats, self.today, self.person.pk)
        seats = [seat for seat in seats if self.only_boards is None or seat.board_id in self.only_boards]
        return [seat for seat in seats if seat.role in WORN[self.hat]]

    @cached_property
    def seats(self) -> list[Seat]:
        """The seats that count today."""
        return [seat for seat in self._recent if seat.ends_on is None or seat.ends_on >= self.today]

    @cached_property
    def left(self) -> list[Seat]:
        """Seats in groups that a student left this year, while she still sits in the same school."""
        here = {(seat.student_id, seat.school_id) for seat in self.seats}
        return [
            seat
            for seat in self._recent
            if seat not in self.seats and seat.student_id and (seat.student_id, seat.school_id) in here
        ]

    @property
    def functions(self) -> set[str]:
        return {seat.function for seat in self.seats if seat.function}

    def wards(self) -> set[int]:
        """The children this guardian may see."""
        return {s.student_id for s in self.seats if s.role == Role.GUARDIAN and s.sees_child and s.student_id}

    def decides_for(self) -> set[int]:
        """The children on whose behalf this guardian may answer."""
        return {s.student_id for s in self.seats if s.role == Role.GUARDIAN and s.may_answer and s.student_id}

    def hears_of(self) -> set[int]:
        """The children about whom school tells this guardian."""
        return {s.student_id for s in self.seats if s.role == Role.GUARDIAN and s.is_told and s.student_id}

    def self_as_student(self) -> set[int]:
        return {seat.student_id for seat in self.seats if seat.role == Role.STUDENT and seat.student_id}

    def groups(self, *, functions: Iterable[str] | None = None) -> set[int]:
        """Groups this person sits in; for staff, only those of these functions."""
        return {s.group_id for s in self._as(functions) if s.group_id and s.opens_group}

    def schools(self, *, functions: Iterable[str]) -> set[int]:
        """Schools this person works for as a whole, in one of these functions."""
        return {s.school_id for s in self._as(functions) if s.school_id and s.group_id is None}

    def boards(self, *, functions: Iterable[str]) -> set[int]:
        return {s.board_id for s in self._as(functions) if s.school_id is None}

    def workplaces(self) -> set[int]:
        """Every school this person works at, in whatever function."""
        return {s.school_id for s in self.seats if s.role == Role.STAFF and s.school_id}

    def _as(self, functions: Iterable[str] | None) -> list[Seat]:
        wanted = None if functions is None else set(functions)
        return [seat for seat in self.seats if wanted is None or seat.function in wanted]

    @classmethod
    def at_work(cls, seats: Iterable[Seat], now: dt.datetime) -> "list[Viewer]":
        """Whoever sits on these seats of staff, each at work: all seats of staff of each that day."""
        held: dict[Person, list[Seat]] = {}
        for seat in seats:
            held.setdefault(seat.person, []).append(seat)
        viewers = [cls(person, "school", now) for person in held if person.is_active]
        for viewer in viewers:
            vars(viewer)["seats"], vars(viewer)["left"] = held[viewer.person], []
        return viewers

    @classmethod
    def at_home(cls, people: Iterable[Person], now: dt.datetime) -> "list[Viewer]":
        """Each of these at home: one question for the seats of all of them."""
        viewers = [cls(person, "home", now) for person in people]
        active = [viewer.person.pk for viewer in viewers if viewer.person.is_active]
        held = defaultdict[int, list[Seat]](list)
        for seat in _with_places(Seat.objects.recent(now.astimezone(AMSTERDAM).date()), person__in=active):
            held[seat.person_id].append(seat)
        for viewer in viewers:
            vars(viewer)["_recent"] = [s for s in held[viewer.person.pk] if s.role in WORN["home"]]
        return viewers

    # The same viewer without her own keys, for queries that are put together once for everybody like her.

    def shape(self, gaps: Gaps) -> tuple[object, ...]:
        """Most questions begin with the viewer; of those it is drawn up once."""
        if gaps.values:
            return self._drawn_into(gaps)
        shape, own = self._drawn
        gaps.take_over(own)
        return shape

    @cached_property
    def _drawn(self) -> tuple[tuple[object, ...], Gaps]:
        own = Gaps()
        return self._drawn_into(own), own

    def _drawn_into(self, gaps: Gaps) -> tuple[object, ...]:
        person, now = gaps.number("person", self.person.pk), gaps.number("now", self.now)
        seats = tuple(_outline(seat, gaps, None) for seat in sorted(self.seats, key=_order))
        left = tuple(_outline(seat, gaps, seat.ends_on) for seat in sorted(self.left, key=_order))
        return self.hat, self.person.is_active, self.today, person, now, seats, left

    @classmethod
    def of_shape(cls, shape: Any, invented: Invented) -> "Viewer":  # as shape() gave it
        hat, is_active, today, person, now, seats, left = shape
        midnight = dt.datetime.combine(today, dt.time(), tzinfo=AMSTERDAM)
        stand_in = Person.from_db(
            None, ["id", "is_active"], [invented.key(person), is_active]
        )  # no more is known
        viewer = cls(stand_in, hat, invented.moment(now, midnight))
        vars(viewer)["said"] = {}
        vars(viewer)["seats"] = [_invented(outline, invented) for outline in seats]
        vars(viewer)["left"] = [_invented(outline, invented) for outline in left]
        return viewer


def _recent_seats(day: dt.date, person: int) -> SeatQuerySet:
    return _with_places(Seat.objects.recent(day), person=person)


def _with_places(seats: SeatQuerySet, **whose: object) -> SeatQuerySet:
    return seats.filter(**whose).select_related("school", "group", "student")


def _order(seat: Seat) -> tuple[object, ...]:
    keys = (seat.student_id, seat.school_id, seat.group_id, seat.board_id)
    return (seat.role, seat.function, *(key or 0 for key in keys))


def _outline(seat: Seat, gaps: Gaps, ends_on: dt.date | None) -> Outline:
    number = gaps.number
    return Outline(
        Role(seat.role), seat.function, number("board", seat.board_id), number("school", seat.school_id),
        number("group", seat.group_id), number("person", seat.student_id), bool(seat.sees_child),
        bool(seat.may_answer), bool(seat.opens_group), bool(seat.is_told), ends_on,
    )  # fmt: skip


def _invented(outline: Outline, invented: Invented) -> Outline:
    keys = ("board_id", "school_id", "group_id", "student_id")
    made: dict[str, Any] = {name: invented.key(getattr(outline, name)) for name in keys}
    return outline._replace(**made)


class Visit(HttpRequest):
    """A request behind the sign-in: what views may count on."""

    user: Person
    viewer: Viewer
    opened: int | None  # the key of the child about whom the gate last opened something
    is_unwatched: bool  # whether nobody sees which guardian looked at that
    noted: int | None  # the key of the child whose page noted among its parts that it was opened


class ViewerMiddleware:
    """Puts `request.viewer` in place: a Viewer, or None for a visitor who is not signed in."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.viewer = viewer_of(request)  # type: ignore[attr-defined]  # this is where it becomes a Visit
        return self.get_response(request)


def viewer_of(request: HttpRequest) -> Viewer | None:
    """The hat counts only with the second factor behind it; without, one is at home. The person is herself,
    not what Django puts in her place, which looks her up at each of the hundreds of glances of a page."""
    person = get_user(request)
    if not isinstance(person, Person):
        return None
    strong = request.session.get("hat") == "school" and request.session.get("strong", False)
    hat: Hat = "school" if strong else "home"
    return Viewer(person, hat, timezone.now(), _boards_open(request, hat))


def _boards_open(request: HttpRequest, hat: Hat) -> frozenset[int] | None:
    """Whoever came by the provider of a board and is not strong yet is nowhere: also not at home."""
    if hat == "school":
        opened = request.session.get("boards")
        return None if opened is None else frozenset(opened)
    return frozenset() if request.session.get("sign_on") else None
