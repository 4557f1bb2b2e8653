"""The mark book of Het Kompas as its system sends it: what came from it before, and what is new this morning.
Homework is handed in with files: what is not said here stays as it is."""

import datetime as dt
from collections.abc import Callable
from typing import Any  # a row as JSON holds it

from django.utils.text import slugify

from driehoek.base.core.clock import at
from driehoek.facts.schools.models import ExternalKey
from driehoek.features.results.models import Item, Result, Source, Status
from driehoek.surfaces.demo.systems.news import news_of, stamp

SCHOOL, NAME = "het-kompas", "Het Kompas"
BOOK = "Magister"
NOON = dt.time(12)
SUMMER = dt.date(2026, 8, 1)  # for what nobody dated
Row = dict[str, Any]


def rows_of(kind: str, now: dt.datetime) -> list[Row]:
    source = Source.objects.filter(name=BOOK, school__name=NAME).first()
    if source is None or kind not in MADE:
        return []
    news = news_of(SCHOOL, kind, now)
    fresh = {row["sourcedId"] for row in news}
    return [*(row for row in MADE[kind](source) if row["sourcedId"] not in fresh), *news]


def _items(source: Source) -> list[Item]:
    return list(Item.objects.filter(source=source, group=None, is_homework=False).order_by("pk"))


def _titles(prefix: str, field: str) -> Callable[[Source], list[Row]]:
    def rows(source: Source) -> list[Row]:
        titles = dict.fromkeys(getattr(item, field) for item in _items(source))
        return [_written({"sourcedId": _key(prefix, title), "title": title}, SUMMER) for title in titles]

    return rows


def _line_items(source: Source) -> list[Row]:
    rows: list[Row] = [
        {
            "sourcedId": item.key, "title": item.title, "description": item.description,
            "class": {"sourcedId": _key("vak", item.subject)},
            "category": {"sourcedId": _key("soort", item.category)},
            "assignDate": item.assigned_on, "dueDate": item.due_on,
            "resultValueMin": item.least, "resultValueMax": item.most,
        }
        for item in _items(source)
    ]  # fmt: skip
    return [_written(row, row["assignDate"] or SUMMER) for row in rows]


def _results(source: Source) -> list[Row]:
    known = ExternalKey.objects.filter(school=source.school_id, person__isnull=False).order_by("pk")
    keys = dict(known.values_list("person", "key"))
    said = Result.objects.filter(source=source, item__in=_items(source)).select_related("item")
    return [
        _plain(
            {
                "sourcedId": result.key, "lineItem": {"sourcedId": result.item.key},
                "student": {"sourcedId": keys[result.student_id]}, "scoreStatus": "fully graded",
                "score": result.score, "textScore": result.text, "scoreDate": result.scored_on,
                "comment": result.comment, "missing": result.status == Status.MISSING,
                "status": "active", "dateLastModified": stamp(result.stamped_at),
            }
        )
        for result in said.order_by("pk")
    ]  # fmt: skip


MADE: dict[str, Callable[[Source], list[Row]]] = {
    "classes": _titles("vak", "subject"),
    "categories": _titles("soort", "category"),
    "lineItems": _line_items,
    "results": _results,
}


def _key(prefix: str, title: str) -> str:
    return f"{prefix}-{slugify(title)}"


def _written(row: Row, day: dt.date) -> Row:
    return _plain(row | {"status": "active", "dateLastModified": stamp(at(day, NOON))})


def _plain(row: Row) -> Row:
    """Without what is not said; days and numbers as they are written down."""
    return {
        name: cell if isinstance(cell, dict | bool) else str(cell)
        for name, cell in row.items()
        if cell is not None and cell != ""
    }
