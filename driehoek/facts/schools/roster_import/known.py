"""What the portal already knows of one school, in a few queries: the other half of every comparison."""

import datetime as dt
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any, NamedTuple, TypeVar

from django.db.models import Model, Q, QuerySet

from driehoek.facts.people.models import Guardianship, Person, Protection, Restriction
from driehoek.facts.schools.models import Appointment, Enrolment, ExternalKey, School

Item = TypeVar("Item")
Row = TypeVar("Row", bound=Model)
AT_ONCE = 500  # rows named in one query


def chunks(items: list[Item]) -> Iterator[list[Item]]:
    """Pieces small enough to name in one query."""
    return (items[start : start + AT_ONCE] for start in range(0, len(items), AT_ONCE))


class KnownPerson(NamedTuple):
    id: int
    given_name: str
    infix: str
    family_name: str
    called: str
    birth_date: dt.date | None
    email: str
    mobile: str
    last_login: dt.datetime | None

    @property
    def full_name(self) -> str:
        return " ".join(filter(None, (self.given_name, self.infix, self.family_name)))


class KnownGroup(NamedTuple):
    id: int
    name: str
    kind: str
    year: int


class KnownRow(NamedTuple):
    """An enrolment or an appointment that runs."""

    id: int
    person: int
    group: int | None
    function: str
    starts_on: dt.date
    source: str


class KnownGuardianship(NamedTuple):
    id: int
    student: int
    guardian: int
    kind: str
    starts_on: dt.date
    source: str
    approved: bool


class Known:
    """One school's facts on one day. Made anew for every proposal: it never looks twice."""

    def __init__(self, school: School, today: dt.date, keys: Iterable[str], together: list[School]) -> None:
        """`keys` are whom the roster names; `together` are other schools of the board in the same file."""
        self.school, self.today = school, today
        self.people = _people(ExternalKey.objects.filter(school=school))
        self.elsewhere = self._elsewhere([key for key in keys if key not in self.people], together)
        self.key_of = {who.id: key for key, who in self.people.items()}
        self.groups = self._groups()
        self.group_key_of = {group.id: key for key, group in self.groups.items()}
        self.enrolments = self._enrolments()
        self.appointments = self._appointments()
        self.guardianships, self.past_pairs = self._guardianships()
        self.guarded = self._guarded()
        self.names_of_guarded = self._names_of_guarded()

    @property
    def is_new(self) -> bool:
        """Whether no roster was ever imported for this school. Its first colleague may be there already."""
        return not self.enrolments and not self.groups

    def students(self) -> set[int]:
        """Who sits in a group of this school today, by the roster's own word."""
        return {row.person for row in self.enrolments.values() if row.source == "import"}

    def _elsewhere(self, keys: list[str], together: list[School]) -> dict[str, KnownPerson]:
        found: dict[str, KnownPerson] = {}
        for some in chunks(keys if together else []):
            found |= _people(ExternalKey.objects.filter(school__in=together, key__in=some))
        return found

    def _groups(self) -> dict[str, KnownGroup]:
        rows = ExternalKey.objects.filter(school=self.school, group__isnull=False)
        columns = ("key", "group_id", "group__name", "group__kind", "group__year_id")
        return {key: KnownGroup(*rest) for key, *rest in _columns(rows, columns)}

    def _enrolments(self) -> dict[tuple[int, int], KnownRow]:
        rows = Enrolment.objects.filter(self._not_over(), group__school=self.school)
        columns = ("id", "student_id", "group_id", "starts_on", "source")
        found = (KnownRow(pk, who, group, "", *rest) for pk, who, group, *rest in _columns(rows, columns))
        return {(row.person, row.group or 0): row for row in found}

    def _appointments(self) -> dict[tuple[int, int | None, str], KnownRow]:
        rows = Appointment.objects.filter(self._not_over(), school=self.school).values_list(
            "id", "person_id", "group_id", "function", "starts_on", "source"
        )
        return {(row.person, row.group, row.function): row for row in map(KnownRow._make, rows)}

    def _not_over(self) -> Q:
        return Q(ends_on=None) | Q(ends_on__gte=self.today)

    def _guardianships(self) -> tuple[dict[tuple[int, int], KnownGuardianship], set[tuple[int, int]]]:
        """Those that run or will, and the pairs that once had one."""
        keyed = ExternalKey.objects.filter(school=self.school, person__isnull=False).values("person")
        queries = [Guardianship.objects.filter(student__in=keyed)]
        for some in chunks([who.id for who in self.elsewhere.values()]):
            queries.append(Guardianship.objects.filter(student__in=some))
        running: dict[tuple[int, int], KnownGuardianship] = {}
        past: set[tuple[int, int]] = set()
        columns = (
            "id",
            "student_id",
            "guardian_id",
            "kind",
            "starts_on",
            "source",
            "approval__id",
            "ends_on",
        )
        for *facts, approval, ends_on in chain.from_iterable(_columns(rows, columns) for rows in queries):
            row = KnownGuardianship._make((*facts, approval is not None))
            if ends_on is None or ends_on >= self.today:
                running[row.student, row.guardian] = row
            else:
                past.add((row.student, row.guardian))
        return running, past

    def _guarded(self) -> set[int]:
        """Children of the board with a protection, or with anyone who must be kept away."""
        kept = Q(ends_on=None) | Q(ends_on__gte=self.today)
        found = set(Restriction.objects.filter(kept).values_list("student_id", flat=True))
        return found | set(Protection.objects.values_list("student_id", flat=True))

    def _names_of_guarded(self) -> list[tuple[str, str, dt.date | None, int]]:
        rows = Person.objects.filter(pk__in=self.guarded)
        return [(who.given_name, who.full_name, who.birth_date, who.pk) for who in rows]


def _people(keys: QuerySet[ExternalKey]) -> dict[str, KnownPerson]:
    columns = ("key", "person_id", *(f"person__{name}" for name in KnownPerson._fields[1:]))
    rows = _columns(keys.filter(person__isnull=False), columns)
    return {key: KnownPerson(*rest) for key, *rest in rows}


def _columns(rows: QuerySet[Row], columns: tuple[str, ...]) -> Iterable[Any]:  # tuples of any columns
    """Plain values, a few thousand at a time: a school may be large."""
    return rows.values_list(*columns).iterator(2000)
