"""Good news about a child: that it was told, so that contact can be weighed without reading what was said.

since = good_news_since([noor.pk, sem.pk], day)   # {noor.pk: the last moment}
"""

import datetime as dt
from collections.abc import Collection
from typing import Any  # the rows of a values query

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import QuerySet

from driehoek.backbone.access.parts import Asking, asked, read
from driehoek.backbone.access.prepared import padded
from driehoek.backbone.journal.models import Entry, record
from driehoek.facts.people.models import Person

TOLD = "people.good_news.told"
TAKEN_BACK = "people.good_news.taken_back"


@transaction.atomic
def tell_good_news(child: Person, *, by: Person, at: dt.datetime) -> None:
    record(TOLD, child, by=by, at=at)


@transaction.atomic
def take_back_good_news(child: Person, *, by: Person, at: dt.datetime) -> None:
    """It never reached home, or it was withdrawn."""
    record(TAKEN_BACK, child, by=by, at=at)


def good_news_since(children: Collection[int], since: dt.datetime) -> dict[int, dt.datetime]:
    """By the key of the child, when there last was good news since then; one query for all of them."""
    return read(good_news_about(children, since))


def good_news_about(children: Collection[int], since: dt.datetime) -> Asking[dict[int, dt.datetime]]:
    """The same for a part of a page."""
    about = ContentType.objects.get_for_model(Person)
    told: dict[int, list[dt.datetime]] = {}
    for verb, child, moment in (yield from asked(_entries, about.pk, padded(children), since)):
        if verb == TOLD:
            told.setdefault(child, []).append(moment)
        elif told.get(child):
            told[child].pop()
    return {child: moments[-1] for child, moments in told.items() if moments}


def _entries(kind: int, children: tuple[int, ...], since: dt.datetime) -> QuerySet[Entry, Any]:
    entries = Entry.objects.filter(
        verb__in=[TOLD, TAKEN_BACK], subject_type=kind, subject_id__in=children, at__gte=since
    )
    return entries.order_by("at", "pk").values_list("verb", "subject_id", "at")
