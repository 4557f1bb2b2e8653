"""The mark book of OneRoster 1.2 as CSV, by itself or beside a roster: categories, lineItems, results and the
scales. Column names: 1EdTech OneRoster CSV Binding 1.2.1. A file may hold all of it or what changed: what is
not in it stays as it is, and a row that is gone says so itself."""

from collections.abc import Iterator, Mapping
from functools import partial

from django.utils.translation import gettext as _

from driehoek.facts.schools.roster_import.reading import values
from driehoek.facts.schools.roster_import.reading.packs import Pack
from driehoek.facts.schools.roster_import.reading.tables import Row, Table
from driehoek.facts.schools.roster_import.reading.values import BadValue
from driehoek.facts.schools.roster_import.roster import Place, RosterRefused
from driehoek.features.results import said
from driehoek.features.results.reading.words import GONE, is_yes, status_of
from driehoek.features.results.said import Book, Complaints, SaidItem, SaidResult

ITEMS, RESULTS = "lineItems.csv", "results.csv"


def is_here(pack: Pack) -> bool:
    return pack.find(ITEMS) is not None or pack.find(RESULTS) is not None


def read(pack: Pack) -> Book:
    """Raises RosterRefused when the set is not a whole one."""
    for name in (ITEMS, RESULTS):
        if pack.find(name) is None:
            raise RosterRefused(_("Het bestand %(name)s ontbreekt.") % {"name": name})
    complaints = Complaints()
    items = list(_items(pack, complaints))
    results = _table(pack, RESULTS, "sourcedId", "lineItemSourcedId", "studentSourcedId")
    assert results is not None  # looked for above
    return Book(items, partial(_results, pack, complaints), complaints)


def _table(pack: Pack, name: str, *columns: str) -> Table | None:
    member = pack.find(name)
    return None if member is None else Table(member).need(*columns)


def _titles(pack: Pack, name: str) -> dict[str, str]:
    """Key to title of a file that says what others are called."""
    rows = _table(pack, name, "sourcedId", "title")
    return {values.text(row["sourcedid"]): values.text(row["title"]) for row in rows or ()}


def _items(pack: Pack, complaints: Complaints) -> Iterator[SaidItem]:
    categories, classes = _titles(pack, "categories.csv"), _titles(pack, "classes.csv")
    for row in _table(pack, ITEMS, "sourcedId", "title", "classSourcedId") or ():
        group = values.text(row["classsourcedid"])
        named = dict(row) | {
            "category": categories.get(values.text(row["categorysourcedid"]), ""),
            "class": classes.get(group, ""),
        }
        try:
            yield item_of(named, row.place, complaints)
        except BadValue as error:
            complaints.fault(row.place, str(error))


def item_of(row: Mapping[str, str], place: Place, complaints: Complaints) -> SaidItem:
    """One line item; its columns in lower case, with `category` and `class` as titles. Raises BadValue."""
    get = _absent_is_empty(row)
    category = values.text(get["category"])[:60]
    return SaidItem(
        place,
        key=said.needed_key(get["sourcedid"], _("Het nummer")),
        subject=values.text(get["class"])[:80],
        title=said.needed(get["title"], _("De titel"), 160),
        group=values.text(get["classsourcedid"]),
        category=category,
        description=values.text(get["description"])[:500],
        assigned_on=complaints.optional(place, values.date, get["assigndate"], None),
        due_on=complaints.optional(place, values.date, get["duedate"], None),
        least=complaints.optional(place, said.number, get["resultvaluemin"], None),
        most=complaints.optional(place, said.number, get["resultvaluemax"], None),
        is_gone=get["status"].strip().lower() == GONE,
    )


def _results(pack: Pack, complaints: Complaints) -> Iterator[SaidResult]:
    for row in _table(pack, RESULTS, "sourcedId", "lineItemSourcedId", "studentSourcedId") or ():
        try:
            yield result_of(row, row.place, complaints)
        except BadValue as error:
            complaints.fault(row.place, str(error))


def result_of(row: Mapping[str, str], place: Place, complaints: Complaints) -> SaidResult:
    """One result; its columns in lower case. Raises BadValue."""
    get = _absent_is_empty(row)
    text = said.fitting(values.text(get["textscore"]), _("Het resultaat"), said.LONGEST_TEXT)
    return SaidResult(
        place,
        key=said.needed_key(get["sourcedid"], _("Het nummer")),
        student=said.needed_key(get["studentsourcedid"], _("De leerling")),
        item=said.needed_key(get["lineitemsourcedid"], _("Het werk")),
        score=said.number(get["score"]),
        text=text,
        status=status_of(get),
        is_late=is_yes(get["late"]),
        scored_on=complaints.optional(place, values.date, get["scoredate"], None),
        comment=complaints.optional(place, said.comment, get["comment"], ""),
        stamped_at=said.moment(get["datelastmodified"]),
        is_gone=get["status"].strip().lower() == GONE,
    )


def _absent_is_empty(row: Mapping[str, str]) -> Row:
    return row if isinstance(row, Row) else Row(row)
