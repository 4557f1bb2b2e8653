"""The index: one row for each thing that has words, on one shelf."""

import datetime as dt
from typing import Self

from django.contrib.contenttypes.models import ContentType
from django.db import connection, models
from django.db.models import Q
from django.db.models.expressions import RawSQL

PLACE, KIND = 2**44, 2**28  # a key is made of shelf, kind and thing, so that a shelf is one run of keys


def key_of(shelf: int, kind: int, thing: int) -> int:
    """The only key under which this thing may stand on this shelf."""
    if kind >= PLACE // KIND or thing >= KIND:
        raise ValueError("more than the index can number")
    return shelf * PLACE + kind * KIND + thing


class FindableQuerySet(models.QuerySet["Findable"]):
    def on(self, shelves: list[int]) -> Self:
        return self.filter(shelf__in=shelves)

    def holding(self, stems: list[str], shelves: list[int]) -> Self:
        """With all of these stems, on these shelves. On SQLite the full-text index is asked shelf by shelf;
        PostgreSQL chooses for itself between its trigram index and the shelves."""
        if connection.vendor == "sqlite":
            runs = [(shelf * PLACE, (shelf + 1) * PLACE - 1) for shelf in shelves]
            one = "SELECT rowid FROM index_words WHERE index_words MATCH %s AND rowid BETWEEN %s AND %s"
            sought = " AND ".join(f'"{stem}"' for stem in stems)  # a stem is letters and digits only
            values = [value for run in runs for value in (sought, *run)]
            here = RawSQL(" UNION ALL ".join([one] * len(runs)), values)  # noqa: S611  # all that varies is a value
            return self.filter(pk__in=here)
        everything = Q()
        for stem in stems:
            everything &= Q(words__contains=stem)
        return self.on(shelves).filter(everything)


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
