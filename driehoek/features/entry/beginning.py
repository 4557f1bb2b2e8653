"""How a school begins: its board, itself, and a first colleague who brings in the roster."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.db.models import QuerySet

from driehoek.backbone.journal.models import record
from driehoek.base.core.clock import day_of
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import Appointment, Board, ExternalKey, Function, School
from driehoek.facts.schools.roster_import.applying import new_person
from driehoek.facts.schools.roster_import.matching import folded, plain_code
from driehoek.facts.schools.roster_import.reading import values
from driehoek.facts.schools.roster_import.roster import Place, RosterPerson
from driehoek.features.entry.colleagues import invite_colleague
from driehoek.features.entry.models import StaffInvitation
from driehoek.features.entry.people import signs_in_for_school
from driehoek.features.entry.printing import Code

BY_HAND = Place("", 0)
DETAILS = ("code", "address", "phone")


class CannotBegin(ValueError):
    """Why nothing was written, as a sentence for whoever runs the portal."""


@dataclass(frozen=True)
class Wanted:
    """A school as somebody asks for it, and its first colleague if there is one."""

    board: str
    school: str
    sector: str
    code: str = ""
    address: str = ""
    phone: str = ""
    name: str = ""
    email: str = ""
    key: str = ""  # how the roster will know her


@dataclass(frozen=True)
class Begun:
    """What stands there now, and what of it is new."""

    board: Board
    school: School
    colleague: Person | None
    new: frozenset[str]  # of "board", "school", "colleague" and of DETAILS
    code: Code | None  # her link; none when she came in already, or when one waits for her
    waits_until: dt.datetime | None  # the link that waits for her


@transaction.atomic
def begin_school(wanted: Wanted, *, new_link: bool, now: dt.datetime) -> Begun:
    """Make what is not there yet; what is there stays as it is. `new_link` replaces a link that waits, or
    lets somebody begin again who came in already. Raises CannotBegin; then nothing was written."""
    board, is_new_board = _board(wanted, now)
    school, new = _school(wanted, board, now)
    if is_new_board:
        new.add("board")
    if not wanted.name:
        return Begun(board, school, None, frozenset(new), None, None)
    colleague = _colleague(_checked(wanted), school, new, now)
    waiting = StaffInvitation.objects.filter(
        person=colleague, used_at=None, withdrawn_at=None, expires_at__gt=now
    ).first()
    if not new_link and (waiting or signs_in_for_school(colleague)):
        until = waiting.expires_at if waiting else None
        return Begun(board, school, colleague, frozenset(new), None, until)
    _invitation, code = invite_colleague(colleague, school=school, by=None, now=now)
    return Begun(board, school, colleague, frozenset(new), code, None)


@transaction.atomic
def _board(wanted: Wanted, now: dt.datetime) -> tuple[Board, bool]:
    board = Board.objects.filter(name=wanted.board).first()
    if board is not None:
        return board, False
    _not_nearly(wanted.board, Board.objects.values_list("name", flat=True))
    board = Board(name=wanted.board)
    _fits(board, "board")
    board.save()
    record("schools.board.begun", board, by=None, at=now)
    return board, True


@transaction.atomic
def _school(wanted: Wanted, board: Board, now: dt.datetime) -> tuple[School, set[str]]:
    school = School.objects.filter(board=board, name=wanted.school).first()
    _nobody_elses(wanted.code, school)
    said = {name: value for name in DETAILS if (value := getattr(wanted, name))}
    if school is None:
        _not_nearly(wanted.school, School.objects.filter(board=board).values_list("name", flat=True))
        school = School(board=board, name=wanted.school, sector=wanted.sector, **said)
        _fits(school, "school")
        school.save()
        record("schools.school.begun", school, by=None, at=now)
        return school, {"school"}
    return school, _described(school, wanted.sector, said, now)


@transaction.atomic
def _described(school: School, sector: str, said: dict[str, str], now: dt.datetime) -> set[str]:
    """Of a school that is there, address and telephone may change, and a code may come; no more."""
    if school.sector != sector:
        raise CannotBegin(f"“{school.name}” is there already, as {school.sector}.")
    if school.code and said.get("code", school.code) != school.code:
        raise CannotBegin(f"“{school.name}” is there already, with the code {school.code}.")
    new = {name for name, value in said.items() if getattr(school, name) != value}
    for name in new:
        setattr(school, name, said[name])
    if new:
        _fits(school, "school")
        school.save(update_fields=new)
        record("schools.school.described", school, by=None, at=now)
    return new


def _not_nearly(name: str, others: Iterable[str]) -> None:
    """A capital or a space more is a slip of the hand, and would make a second one."""
    same = next((other for other in others if folded(other) == folded(name)), None)
    if same is not None:
        raise CannotBegin(f"There is “{same}” already. Write it as it stands there.")


def _nobody_elses(code: str, school: School | None) -> None:
    """Two schools with one code would both take the same roster."""
    others = (other for other in School.objects.exclude(code="") if other != school)
    same = next((other for other in others if code and plain_code(other.code) == plain_code(code)), None)
    if same is not None:
        raise CannotBegin(f"“{same.name}” has the code {same.code} already.")


def _fits(row: Board | School, what: str) -> None:
    try:
        row.full_clean()
    except ValidationError as error:
        raise CannotBegin(f"This {what} cannot be: {' '.join(error.messages)}") from error
    if isinstance(row, School):
        _rings(row.phone)
    if values.text(row.name) != row.name or not any(letter.isalnum() for letter in row.name):
        raise CannotBegin(f"The name of the {what} is empty, or has spaces or signs that nobody sees.")


def _rings(phone: str) -> None:
    try:
        values.mobile(phone)
    except values.BadValue as error:
        raise CannotBegin(f"“{phone}” is not a telephone number.") from error


def _checked(wanted: Wanted) -> RosterPerson:
    """The first colleague, held to what a roster is held to."""
    try:
        given, _space, family = values.name(wanted.name, longest=160).partition(" ")
        infix, family = values.infix_and_family("", family)
        key = values.key(wanted.key)
        names = values.name(given), values.name(infix, longest=20), values.name(family)
    except values.BadValue as error:
        raise CannotBegin(f"The colleague cannot be written down: {error}") from error
    try:
        validate_email(wanted.email)
        email = values.email(wanted.email)
    except (ValidationError, values.BadValue) as error:
        raise CannotBegin(f"“{wanted.email}” is not an e-mail address.") from error
    if not family:
        raise CannotBegin("Give the first and the last name of the colleague, between quotation marks.")
    return RosterPerson(BY_HAND, key, *names, email=email)


@transaction.atomic
def _colleague(said: RosterPerson, school: School, new: set[str], now: dt.datetime) -> Person:
    """Who works in the office of this school: known by the roster's key, or as she was written down."""
    jobs = Appointment.objects.on(day_of(now)).filter(school=school, function=Function.OFFICE, group=None)
    person = _keyed(said, school) or _as_written(said, jobs)
    if person is None:
        person = new_person(said)
        person.save()
    if said.key:
        ExternalKey.objects.get_or_create(school=school, key=said.key, person=person)
    if not jobs.filter(person=person).exists():
        job = Appointment.objects.create(
            person=person, board=school.board, school=school, function=Function.OFFICE,
            starts_on=day_of(now), source="office",
        )  # fmt: skip
        record("schools.appointment.begun", job, by=None, at=now)
        new.add("colleague")
    return person


def _keyed(said: RosterPerson, school: School) -> Person | None:
    keys = ExternalKey.objects.filter(school=school, key=said.key, person__isnull=False)
    key = keys.select_related("person").first() if said.key else None
    if key is None or key.person is None:
        return None
    if folded(key.person.full_name) != folded(said.full_name):
        raise CannotBegin(f"Under the key {said.key} this school knows somebody with another name.")
    return key.person


def _as_written(said: RosterPerson, jobs: QuerySet[Appointment]) -> Person | None:
    found = jobs.filter(source="office", person__email=said.email).select_related("person")
    same = (job.person for job in found if folded(job.person.full_name) == folded(said.full_name))
    return next(same, None)
