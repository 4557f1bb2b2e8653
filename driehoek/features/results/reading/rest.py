"""Rows as a OneRoster 1.2 server sends them: JSON, turned into the columns of the files and read as those."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any  # what a stranger's JSON holds

from django.utils.translation import gettext as _

from driehoek.base.oneroster.rows import GRADEBOOK, ROSTERING, Kind, is_text, key_of
from driehoek.facts.schools.roster_import.reading import values
from driehoek.facts.schools.roster_import.reading.tables import Row
from driehoek.facts.schools.roster_import.reading.values import BadValue
from driehoek.facts.schools.roster_import.roster import Place
from driehoek.features.results.models import Title
from driehoek.features.results.reading.oneroster import item_of, result_of
from driehoek.features.results.said import Complaints, SaidItem, SaidResult
from driehoek.features.results.taking import Taking

Take = Callable[[list[Any], Taking, Complaints], int]


@dataclass(frozen=True)
class Wanted(Kind):
    """One kind of rows, in the order in which they name each other."""

    take: Take


def flat(row: Any, place: Place) -> Row:
    """`{"lineItem": {"sourcedId": "7"}}` becomes `lineitemsourcedid`. Raises BadValue."""
    if not isinstance(row, dict):
        raise BadValue(_("Deze regel is niet te lezen."))
    found = Row()
    for name, value in row.items():
        if not is_text(name) or (isinstance(value, str) and not is_text(value)):
            raise BadValue(_("Op deze regel staat een onleesbaar teken."))
        if isinstance(value, dict):
            found[f"{name}sourcedid".lower()] = key_of(value)
        elif isinstance(value, bool):
            found[name.lower()] = str(value).lower()
        elif isinstance(value, str | int | float):
            found[name.lower()] = str(value)
    found.place = place
    return found


def _rows(rows: list[Any], name: str, complaints: Complaints) -> Iterator[Row]:
    """Those that can be read; the others are named by their key."""
    for number, row in enumerate(rows, 1):
        place = Place(f"{name} {key_of(row)}".strip(), number)
        try:
            yield flat(row, place)
        except BadValue as error:
            complaints.fault(place, str(error))


def _titles(kind: str) -> Take:
    def take(rows: list[Any], taking: Taking, complaints: Complaints) -> int:
        """Later work is named by them."""
        titles = {
            row["sourcedid"][:120]: values.text(row["title"])[:160] for row in _rows(rows, kind, complaints)
        }
        Title.objects.bulk_create(
            [Title(source=taking.source, kind=kind, key=key, title=title) for key, title in titles.items()],
            update_conflicts=True,
            unique_fields=["source", "kind", "key"],
            update_fields=["title"],
        )
        return 0

    return take


def _take_items(rows: list[Any], taking: Taking, complaints: Complaints) -> int:
    said = list(_rows(rows, "lineItems", complaints))
    classes = _called(taking, "classes", {row["classsourcedid"] for row in said})
    categories = _called(taking, "categories", {row["categorysourcedid"] for row in said})
    return taking.items(_items(said, classes, categories, complaints))


def _items(
    rows: list[Row], classes: dict[str, str], categories: dict[str, str], complaints: Complaints
) -> Iterator[SaidItem]:
    for row in rows:
        named = {
            "class": classes.get(row["classsourcedid"], ""),
            "category": categories.get(row["categorysourcedid"], ""),
        }
        try:
            yield item_of(dict(row) | named, row.place, complaints)
        except BadValue as error:
            complaints.fault(row.place, str(error))


def _called(taking: Taking, kind: str, keys: set[str]) -> dict[str, str]:
    found = Title.objects.filter(source=taking.source, kind=kind, key__in=keys)
    return dict(found.values_list("key", "title"))


def _take_results(rows: list[Any], taking: Taking, complaints: Complaints) -> int:
    return taking.results(_results(rows, complaints))


def _results(rows: list[Any], complaints: Complaints) -> Iterator[SaidResult]:
    for row in _rows(rows, "results", complaints):
        try:
            yield result_of(row, row.place, complaints)
        except BadValue as error:
            complaints.fault(row.place, str(error))


KINDS = (
    Wanted("classes", ROSTERING, _titles("classes")),
    Wanted("categories", GRADEBOOK, _titles("categories")),
    Wanted("lineItems", GRADEBOOK, _take_items),
    Wanted("results", GRADEBOOK, _take_results),
)
