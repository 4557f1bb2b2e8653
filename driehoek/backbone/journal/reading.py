"""Who opened the file of which child: once a day per reader, so that a breach can be told exactly."""

import datetime as dt
import re
from collections.abc import Callable
from typing import Any  # the rows of a values query

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpResponse

from driehoek.backbone.access.models import Role
from driehoek.backbone.access.parts import Asking, asked, read
from driehoek.backbone.access.viewer import Viewer, Visit
from driehoek.backbone.journal.models import Entry, record
from driehoek.base.core.clock import at as moment_at
from driehoek.base.core.clock import day_of
from driehoek.facts.people.models import Person

OPENED = "people.file.opened"
ABOUT_ONE_CHILD = re.compile(
    r"(gezag/kind|gesprekken/nieuw|kind|leerlingen)/<int:(?P<child>\w+)>/"
)  # in an address


class ReadingMiddleware:
    """Whatever a colleague or a guardian opens of one child is noted here: the address says of whom it is,
    or the row that the gate opened. No view can forget it; what was refused was not read."""

    def __init__(self, get_response: Callable[[Visit], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: Visit) -> HttpResponse:
        answer = self.get_response(request)
        child = read_by(request) if answer.status_code == 200 else None
        if child and child != getattr(request, "noted", None):
            note_reading(child, by=request.viewer.person, at=request.viewer.now)
        return answer


def read_by(request: Visit) -> int | None:
    """The key of the child in whose file this visitor reads, if that is written down: of a colleague always,
    of a guardian unless nobody sees there who looked, of others at home never."""
    child = opened_by(request) if request.viewer and request.method == "GET" else None
    if child and request.viewer.hat == "home":
        is_noted = _is_guardian_of(child, request.viewer) and not getattr(request, "is_unwatched", False)
        return child if is_noted else None
    return child


def _is_guardian_of(child: int, viewer: Viewer) -> bool:
    return any(seat.role == Role.GUARDIAN and seat.student_id == child for seat in viewer.seats)


def opened_by(request: Visit) -> int | None:
    """The key of the child whose file this page is a part of."""
    match = request.resolver_match
    about = ABOUT_ONE_CHILD.match(match.route) if match else None
    return match.kwargs[about["child"]] if match and about else getattr(request, "opened", None)


def note_reading(child: int, *, by: Person, at: dt.datetime) -> None:
    """Write down that somebody opened this child's file (ASVS 5.0, 16.3.2): a colleague, or a guardian."""
    read(_noting(child, by, at))


def noting(child: Person, viewer: Viewer) -> Asking[None]:
    """The same as a part of the page that is opened. Nobody leaves a mark in her own file."""
    if child != viewer.person:
        yield from _noting(child.pk, viewer.person, viewer.now)


def noting_of(request: Visit) -> list[Asking[None]]:
    """What would be noted of this page afterwards, to read along with its parts. Its view shows it whenever
    it gets so far."""
    child = read_by(request)
    if not child:
        return []
    request.noted = child
    return [_noting(child, request.viewer.person, request.viewer.now)]


def _noting(child: int, by: Person, at: dt.datetime) -> Asking[None]:
    about = ContentType.objects.get_for_model(Person)
    midnight = moment_at(day_of(at), dt.time())
    noted = yield from asked(_noted, by.pk, about.pk, child, midnight)
    if not noted:
        with transaction.atomic():
            record(OPENED, Person(pk=child), by=by, at=at)


def _noted(by: int, kind: int, child: int, since: dt.datetime) -> QuerySet[Entry, Any]:
    noted = Entry.objects.filter(verb=OPENED, actor=by, subject_type=kind, subject_id=child, at__gte=since)
    return noted.values_list("pk")[:1]
