"""What a source says beside what we have: what is new, what is different, what is gone. Writes nothing."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import NamedTuple, TypeVar

from django.utils.translation import gettext as _

from driehoek.facts.schools.models import Enrolment, ExternalKey
from driehoek.features.results.models import Item, Result, Source, Status
from driehoek.features.results.reading.plain import STUDENT
from driehoek.features.results.reading.words import is_homework
from driehoek.features.results.said import Complaints, SaidItem, SaidResult, pieces

Said = TypeVar("Said", SaidItem, SaidResult)
AT_ONCE = 500  # rows named in one query
ITEM_FACTS = (
    "group_id", "subject", "title", "category", "description", "is_homework", "assigned_on", "due_on",
    "least", "most",
)  # fmt: skip
RESULT_FACTS = ("student_id", "item__key", "score", "text", "status", "is_late", "scored_on", "comment")


class KnownItem(NamedTuple):
    """A piece of work, known before or in the same file."""

    pk: int | None
    subject: str
    due_on: dt.date | None
    least: Decimal | None
    most: Decimal | None

    def has_on_its_scale(self, score: Decimal | None) -> bool:
        if score is None:
            return True
        return (self.least is None or score >= self.least) and (self.most is None or score <= self.most)


@dataclass(frozen=True, slots=True)
class ItemChange:
    action: str  # added, changed, ended
    key: str
    facts: tuple[object, ...]  # as ITEM_FACTS
    pk: int | None


class KnownResult(NamedTuple):
    pk: int
    facts: tuple[object, ...]
    moment: int
    opens_at: dt.datetime

    @property
    def has_value(self) -> bool:
        return self.facts[2] is not None or bool(self.facts[3])

    @property
    def is_missing(self) -> bool:
        return self.facts[4] == Status.MISSING


@dataclass(frozen=True, slots=True)
class ResultChange:
    action: str
    said: SaidResult
    student: int
    item: KnownItem
    known: KnownResult | None

    @property
    def facts(self) -> tuple[object, ...]:
        return facts_of(self.said, self.student)


def facts_of(said: SaidResult, student: int) -> tuple[object, ...]:
    return (
        student, said.item, said.score, said.text, said.status, said.is_late, said.scored_on, said.comment,
    )  # fmt: skip


class Comparing:
    """One source on one day. Knows students by the roster's own keys, and asks for a few hundred at once."""

    def __init__(self, source: Source, complaints: Complaints, today: dt.date) -> None:
        self.source, self.complaints, self.today = source, complaints, today
        self.students = students_of(source, today)
        keys = ExternalKey.objects.filter(school=source.school_id, group__isnull=False)
        self.groups = {key: (pk, name) for key, pk, name in keys.values_list("key", "group", "group__name")}
        self.fresh: dict[str, KnownItem] = {}  # in this file, and not written yet

    def items(self, said: Iterable[SaidItem]) -> Iterator[list[ItemChange]]:
        """A few hundred at a time."""
        for some in pieces(said, AT_ONCE):
            once = self._once(some)
            known = self._known_items(list(once))
            yield [change for key, one in once.items() for change in self._item(one, known.get(key))]

    def _once(self, said: list[Said]) -> dict[str, Said]:
        """Each key one time: the first counts, the others are named."""
        found: dict[str, Said] = {}
        for one in said:
            if one.key in found:
                self.complaints.fault(one.place, _("Dit nummer staat er twee keer in."))
            else:
                found[one.key] = one
        return found

    def _known_items(self, keys: list[str]) -> dict[str, tuple[int, tuple[object, ...]]]:
        rows = Item.objects.filter(source=self.source, key__in=keys).values_list("key", "pk", *ITEM_FACTS)
        return {key: (pk, tuple(facts)) for key, pk, *facts in rows}

    def _item(self, said: SaidItem, known: tuple[int, tuple[object, ...]] | None) -> Iterator[ItemChange]:
        pk, facts = known or (None, ())
        if said.is_gone:
            if pk:
                yield ItemChange("ended", said.key, facts, pk)
            return
        group, name = self.groups.get(said.group, (None, ""))
        subject = said.subject or name[:80] or said.category or _("Ander werk")
        self.fresh[said.key] = KnownItem(pk, subject, said.due_on, said.least, said.most)
        now = (
            group, subject, said.title, said.category, said.description, is_homework(said.category),
            said.assigned_on, said.due_on, said.least, said.most,
        )  # fmt: skip
        if now != facts:
            yield ItemChange("changed" if pk else "added", said.key, now, pk)

    def results(self, said: Iterable[SaidResult]) -> Iterator[list[ResultChange]]:
        """A few hundred at a time."""
        for some in pieces(said, AT_ONCE):
            once = self._once(some)
            known, items = self._known_results(list(once)), self._items_of({one.item for one in some})
            yield [
                change
                for key, one in once.items()
                for change in self._result(one, items.get(one.item), known.get(key))
            ]

    def _items_of(self, keys: set[str]) -> dict[str, KnownItem]:
        columns = ("key", "pk", "subject", "due_on", "least", "most")
        rows = Item.objects.filter(source=self.source, key__in=keys).values_list(*columns)
        found = {key: KnownItem(*rest) for key, *rest in rows}
        return found | {
            key: self.fresh[key]._replace(pk=self._pk(found, key)) for key in keys & self.fresh.keys()
        }

    @staticmethod
    def _pk(found: dict[str, KnownItem], key: str) -> int | None:
        return found[key].pk if key in found else None

    def _known_results(self, keys: list[str]) -> dict[str, KnownResult]:
        columns = ("key", "pk", "moment", "moment__opens_at", *RESULT_FACTS)
        rows = Result.objects.filter(source=self.source, key__in=keys).values_list(*columns)
        return {key: KnownResult(pk, tuple(facts), at, opens) for key, pk, at, opens, *facts in rows}

    def _result(
        self, said: SaidResult, item: KnownItem | None, known: KnownResult | None
    ) -> Iterator[ResultChange]:
        student = self._student(said.student)
        if said.is_gone:
            if known and item:
                yield ResultChange("ended", said, student or 0, item, known)
        elif reason := self._why_not(said, student, item, known):
            self.complaints.fault(said.place, reason)
        elif item and student:
            said = self._overdue(said, item)
            if known is None or facts_of(said, student) != known.facts:
                yield ResultChange("changed" if known else "added", said, student, item, known)

    def _student(self, key: str) -> int | None:
        """By the roster's key; a sheet has the bare number, which an own roster may have too."""
        return self.students.get(key) or self.students.get(key.removeprefix(STUDENT))

    def _why_not(
        self, said: SaidResult, student: int | None, item: KnownItem | None, known: KnownResult | None
    ) -> str:
        if student is None:
            return _("Deze leerling kennen wij niet op deze school.")
        if item is None:
            return _("Dit werk staat niet in het bestand.")
        if not item.has_on_its_scale(said.score):
            return _("Dit cijfer valt buiten de schaal van het werk.")
        if known and known.facts[0] != student:
            return _("Dit nummer hoort al bij een andere leerling.")
        return ""

    def _overdue(self, said: SaidResult, item: KnownItem) -> SaidResult:
        """Not handed in after the last day for it is missing, whatever the source calls it."""
        if said.status == Status.OPEN and item.due_on and item.due_on < self.today:
            return replace(said, status=Status.MISSING)
        return said


def students_of(source: Source, today: dt.date) -> dict[str, int]:
    """Who sits at this school today, by the roster's key."""
    here = Enrolment.objects.on(today).filter(group__school=source.school_id).values("student")
    keys = ExternalKey.objects.filter(school=source.school_id, person__in=here)
    return dict(keys.values_list("key", "person"))
