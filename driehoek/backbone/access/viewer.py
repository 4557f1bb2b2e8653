"""Who is looking, wearing which hat, at what moment. Everything the policy asks about a visitor."""

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Literal
from zoneinfo import ZoneInfo

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from driehoek.backbone.access.models import Role, Seat
from driehoek.facts.people.models import Person

Hat = Literal["home", "school"]  # the two worlds of one person, who never mix in one list
AMSTERDAM = ZoneInfo("Europe/Amsterdam")
WORN: dict[Hat, tuple[Role, ...]] = {"home": (Role.GUARDIAN, Role.STUDENT), "school": (Role.STAFF,)}


@dataclass(frozen=True)
class Viewer:
    """One person at one moment. Not a person alone: what a teacher sees, a mother does not."""

    person: Person
    hat: Hat
    now: dt.datetime

    @property
    def today(self) -> dt.date:
        return self.now.astimezone(AMSTERDAM).date()

    @cached_property
    def _recent(self) -> list[Seat]:
        if not self.person.is_active:
            return []
        seats = Seat.objects.recent(self.today).filter(person=self.person).select_related("school", "group")
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

    def leads(self) -> bool:
        """Whether this person works for a school as a whole, or for the board."""
        return any(seat.role == Role.STAFF and seat.group_id is None for seat in self.seats)

    def workplaces(self) -> set[int]:
        """Every school this person works at, in whatever function."""
        return {s.school_id for s in self.seats if s.role == Role.STAFF and s.school_id}

    def _as(self, functions: Iterable[str] | None) -> list[Seat]:
        wanted = None if functions is None else set(functions)
        return [seat for seat in self.seats if wanted is None or seat.function in wanted]


class Visit(HttpRequest):
    """A request behind the sign-in: what views may count on."""

    user: Person
    viewer: Viewer


class ViewerMiddleware:
    """Puts `request.viewer` in place: a Viewer, or None for a visitor who is not signed in."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.viewer = viewer_of(request)  # type: ignore[attr-defined]  # this is where it becomes a Visit
        return self.get_response(request)


def viewer_of(request: HttpRequest) -> Viewer | None:
    """The hat counts only with the second factor behind it; without, one is at home."""
    if not request.user.is_authenticated:
        return None
    strong = request.session.get("hat") == "school" and request.session.get("strong", False)
    return Viewer(request.user, "school" if strong else "home", timezone.now())
