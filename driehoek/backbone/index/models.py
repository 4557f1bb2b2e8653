"""The index: one row for each thing that has words, on one shelf; and beside it one for each language in
which they can be read."""

import datetime as dt
from typing import NamedTuple, Self

from django.contrib.contenttypes.models import ContentType
from django.db import connection, models
from django.db.models.expressions import RawSQL

from driehoek.backbone.access.prepared import padded

# A key is made of shelf, language, kind and thing, so that a shelf is one run of keys, in each language.
PLACE, TONGUE, KIND = 2**44, 2**40, 2**28
TONGUES = ("", "nl", "en", "tr", "ar", "pl", "uk")  # "" is as it was written; a place here is for ever


def key_of(shelf: int, kind: int, thing: int, language: str = "") -> int:
    """The only key under which this thing may stand on this shelf, in this language."""
    if kind >= TONGUE // KIND or thing >= KIND:
        raise ValueError("more than the index can number")
    return shelf * PLACE + TONGUES.index(language) * TONGUE + kind * KIND + thing


class Asked(NamedTuple):
    """Which words, in which runs of keys: as this database wants to be asked."""

    words: tuple[str, ...]
    runs: tuple[int, ...]  # the first and the last of each
    beyond: int  # how far the key of a thing is from that of the same thing as it was written


def asked_for(stems: list[str], shelves: list[int], language: str = "") -> Asked:
    """All of these stems, on these shelves: `holding` hands it on as it is, so that the question can be put
    together once. A stem is letters and digits only."""
    beyond = TONGUES.index(language) * TONGUE
    starts = (shelf * PLACE + beyond for shelf in padded(shelves))
    runs = tuple(end for start in starts for end in (start, start + TONGUE - 1))
    if connection.vendor == "sqlite":
        return Asked((" AND ".join(f'"{stem}"' for stem in stems),), runs, beyond)
    return Asked(tuple(f"%{stem}%" for stem in stems), runs, beyond)


Question = tuple[str, list[str | int]]  # in SQL, with its values


class FindableQuerySet(models.QuerySet["Findable"]):
    def holding(self, written: Asked, read: Asked) -> Self:
        """What was written like this, or can be read like that. On SQLite the full-text index is asked shelf
        by shelf; PostgreSQL chooses for itself between its trigram index and the shelves."""
        ask = _by_index if connection.vendor == "sqlite" else _by_pattern
        one, these = ask("index_findable", "index_words", written)
        other, those = ask("index_findablein", "index_words_in", read)
        keys = f"{one} UNION ALL SELECT id - %s FROM ({other}) AS r"  # noqa: S608  # all that varies is a value
        return self.filter(pk__in=RawSQL(keys, [*these, read.beyond, *those]))  # noqa: S611  # the same


def _by_index(_table: str, index: str, asked: Asked) -> Question:
    one = f"SELECT rowid AS id FROM {index} WHERE {index} MATCH %s AND rowid BETWEEN %s AND %s"  # noqa: S608
    runs = list(zip(asked.runs[::2], asked.runs[1::2], strict=True))
    values: list[str | int] = []
    for run in runs:
        values += [*asked.words, *run]
    return " UNION ALL ".join([one] * len(runs)), values


def _by_pattern(table: str, _index: str, asked: Asked) -> Question:
    runs = " OR ".join(["id BETWEEN %s AND %s"] * (len(asked.runs) // 2))
    words = " AND ".join(["words LIKE %s"] * len(asked.words))
    return f"SELECT id FROM {table} WHERE ({runs}) AND {words}", [*asked.runs, *asked.words]  # noqa: S608


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


class FindableIn(models.Model):
    """The words of the same thing as they are read in one language, while it is findable at all."""

    id = models.BigIntegerField(primary_key=True)
    kind = models.ForeignKey(ContentType, models.CASCADE, related_name="+")
    thing = models.BigIntegerField()
    words = models.TextField()  # folded

    class Meta:
        indexes = [models.Index(fields=["kind", "thing"])]


class FindableText(models.Model):
    """By which digest the memory of translations knows a text of a findable thing. More may say the same."""

    kind = models.ForeignKey(ContentType, models.CASCADE, related_name="+")
    thing = models.BigIntegerField()
    digest = models.CharField(max_length=32, db_index=True)

    class Meta:
        indexes = [models.Index(fields=["kind", "thing"])]
