"""The index: one row for each thing that has words, on one shelf."""

import datetime as dt
from collections.abc import Iterable
from typing import Self

from django.contrib.contenttypes.models import ContentType
from django.db import connection, models
from django.db.models.expressions import RawSQL

from driehoek.backbone.access.prepared import padded

PLACE, KIND = 2**44, 2**28  # a key is made of shelf, kind and thing, so that a shelf is one run of keys


def key_of(shelf: int, kind: int, thing: int) -> int:
    """The only key under which this thing may stand on this shelf."""
    if kind >= PLACE // KIND or thing >= KIND:
        raise ValueError("more than the index can number")
    return shelf * PLACE + kind * KIND + thing


class FindableQuerySet(models.QuerySet["Findable"]):
    def on(self, shelves: Iterable[int]) -> Self:
        return self.filter(shelf__in=shelves)

    def holding(self, sought: tuple[str, ...], where: tuple[int, ...]) -> Self:
        """What `asked_for` says. On SQLite the full-text index is asked shelf by shelf; PostgreSQL chooses
        for itself between its trigram index and the shelves."""
        if connection.vendor == "sqlite":
            one = "SELECT rowid FROM index_words WHERE index_words MATCH %s AND rowid BETWEEN %s AND %s"
            values = [value for run in zip(where[::2], where[1::2], strict=True) for value in (*sought, *run)]
            here = RawSQL(" UNION ALL ".join([one] * (len(where) // 2)), values)  # noqa: S611  # all that varies is a value
            return self.filter(pk__in=here)
        found = self.on(where)
        for pattern in sought:
            found = found.filter(RawSQL("words LIKE %s", [pattern], output_field=models.BooleanField()))
        return found


def asked_for(stems: list[str], shelves: list[int]) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """All of these stems, on these shelves, as this database wants to be asked: `holding` hands it on as it
    is, so that the question can be put together once. A stem is letters and digits only."""
    if connection.vendor == "sqlite":
        runs = ((shelf * PLACE, (shelf + 1) * PLACE - 1) for shelf in padded(shelves))
        return (" AND ".join(f'"{stem}"' for stem in stems),), tuple(end for run in runs for end in run)
    return tuple(f"%{stem}%" for stem in stems), padded(shelves)


class Findable(models.Model):
    """Where a thing stands and which words it has. Says nothing about who may see it: the thing does."""

    id = models.BigIntegerField(primary_key=True)
    shelf = models.IntegerField()
    kind = models.ForeignKey(ContentType, models.CASCADE, related_name="+")
    thing = models.BigIntegerField()
    at = models.DateTimeField()
    words = models.TextField()  # folded

    objects = FindableQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["shelf", "-at"]), models.Index(fields=["kind", "thing"])]

    @classmethod
    def row(cls, *, shelf: int, kind: int, thing: int, at: dt.datetime, words: str) -> "Findable":
        key = key_of(shelf, kind, thing)
        return cls(id=key, shelf=shelf, kind_id=kind, thing=thing, at=at, words=words)
