"""A school's own sheet of results, once somebody said what its columns mean. It has no keys, unless a column
says so: then the same student, subject, work and day are the same result."""

from collections.abc import Iterator
from functools import partial

from django.utils.translation import gettext as _

from driehoek.facts.schools.roster_import.reading import values
from driehoek.facts.schools.roster_import.reading.columns import Choices
from driehoek.facts.schools.roster_import.reading.packs import Member
from driehoek.facts.schools.roster_import.reading.tables import Row, Table
from driehoek.facts.schools.roster_import.reading.values import BadValue
from driehoek.features.results import said
from driehoek.features.results.models import Status
from driehoek.features.results.said import Book, Complaints, SaidItem, SaidResult

STUDENT = "leerling:"  # as sheets of students write their keys
dutch_date = partial(values.date, style="dutch")


def read(member: Member, chosen: Choices) -> Book:
    """Its work first, then its results. Raises RosterRefused."""
    complaints = Complaints()
    items: dict[str, SaidItem] = {}
    for row in Table(member):
        try:
            item = _item(_Line(row, chosen), Complaints())  # what is wrong is named with the results
            items.setdefault(item.key, item)
        except BadValue:
            continue
    return Book(list(items.values()), partial(_results, member, chosen, complaints), complaints)


class _Line:
    """One row, by our own names."""

    def __init__(self, row: Row, chosen: Choices) -> None:
        self.row, self.place = row, row.place
        self.chosen = {field: title.lower() for field, title in chosen.items()}

    def __getitem__(self, field: str) -> str:
        return self.row[self.chosen[field]] if field in self.chosen else ""


def _item(line: _Line, complaints: Complaints) -> SaidItem:
    subject = said.needed(line["subject"], _("Het vak"), 80)
    title = said.needed(line["title"], _("Het werk"), 160)
    due_on = complaints.optional(line.place, dutch_date, line["due"], None)
    return SaidItem(
        line.place,
        key=values.key(_joined(subject, title, str(due_on or ""))),
        subject=subject,
        title=title,
        category=values.text(line["category"])[:60],
        due_on=due_on,
    )


def _results(member: Member, chosen: Choices, complaints: Complaints) -> Iterator[SaidResult]:
    seen: set[str] = set()
    for row in Table(member):
        line = _Line(row, chosen)
        try:
            if row.ragged:
                raise BadValue(_("Op deze regel staan te veel of te weinig kolommen."))
            found = _result(line, complaints)
            if found.key in seen:
                raise BadValue(_("Dit resultaat staat er twee keer in."))
        except BadValue as error:
            complaints.fault(row.place, str(error))
        else:
            seen.add(found.key)
            yield found


def _result(line: _Line, complaints: Complaints) -> SaidResult:
    student, item = said.needed_key(line["student"], _("De leerling")), _item(line, complaints)
    is_missing = values.text(line["missing"]).lower() in values.YES
    score, text = value_of_line(line, is_missing)
    day = complaints.optional(line.place, dutch_date, line["day"], None)
    own = _joined(student, item.key, str(day or ""))
    return SaidResult(
        line.place,
        key=values.key(line["key"]) or values.key(own),
        student=STUDENT + student,
        item=item.key,
        score=score,
        text=text,
        status=Status.MISSING if is_missing else Status.GRADED,
        scored_on=day,
        comment=complaints.optional(line.place, said.comment, line["comment"], ""),
    )


def value_of_line(line: _Line, is_missing: bool) -> tuple[said.Decimal | None, str]:
    """Raises BadValue when nothing was said and nothing is missing."""
    score, text = said.value_of(line["value"])
    if score is None and not text and not is_missing:
        raise BadValue(_("%(what)s ontbreekt.") % {"what": _("Het resultaat")})
    return score, text


def _joined(*parts: str) -> str:
    return "|".join(part.casefold() for part in parts)
