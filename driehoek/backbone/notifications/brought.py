"""How far the telling of one thing has come: in numbers of people, never who, and never who looked."""

import datetime as dt
from dataclasses import dataclass
from typing import Any  # rows of values()

from django.contrib.contenttypes.models import ContentType
from django.db.models import Case, Count, Exists, Min, Model, OuterRef, Q, QuerySet, Value, When

from driehoek.backbone.access.models import Role, Seat
from driehoek.backbone.journal.models import Entry
from driehoek.backbone.notifications.channels.roads import PAPER
from driehoek.backbone.notifications.fates import READ_ALONG, arrived, failed
from driehoek.backbone.notifications.models import Delivery, Notification, Telling
from driehoek.base.core.models.lease import State
from driehoek.facts.people.models import Person

# The best that happened to one person counts. What she opened herself is not brought any more: it stands
# with what was brought, so that no number says how many looked.
SENT, WAITING, COLLECTED, ON_PAPER, FAILED, ALONE, LEFT_OUT = range(1, 8)


@dataclass(frozen=True)
class Brought:
    """Each person once. `alone` are those who have no road, or want none: it stands in Driehoek alone.
    `on_paper` waits for a letter, or for whoever gives it along."""

    sent: int
    waiting: int
    collected: int
    on_paper: int
    failed: int
    alone: int
    is_told: bool  # or its moment has yet to come
    is_stuck: bool = False  # it broke before anybody was told

    @property
    def people(self) -> int:
        return self.sent + self.waiting + self.collected + self.on_paper + self.failed + self.alone


def brought(subject: Model, *, to: QuerySet[Person], day: dt.date) -> Brought:
    """Of those for whom it is now; in three queries, however many people there are. A pupil without an
    address of her own is nobody whom we do not reach."""
    return all_brought(type(subject)._default_manager.filter(pk=subject.pk), to=to, day=day)


def all_brought(subjects: QuerySet[Any], *, to: QuerySet[Person], day: dt.date) -> Brought:
    """The same of one thing of which each had her own."""
    kind = ContentType.objects.get_for_model(subjects.model)
    entries = Entry.objects.filter(subject_type=kind, subject_id__in=subjects.values("pk")).values("pk")
    told = Notification.objects.filter(entry__in=entries, person__in=to)
    sent = Delivery.objects.filter(notification__in=told).exclude(reason=READ_ALONG)
    found = _counted(sent.values("notification__person").annotate(best=Min(_outcome())))
    pupils = Seat.objects.on(day).filter(role=Role.STUDENT).values("person")
    rest = told.exclude(person__in=sent.values("notification__person")).exclude(person__in=pupils)
    without = rest.values("person").distinct().count()
    tellings = set(Telling.objects.filter(entry__in=entries).values_list("state", flat=True))
    return Brought(
        sent=found["sent"],
        waiting=found["waiting"],
        collected=found["collected"],
        on_paper=found["on_paper"],
        failed=found["failed"],
        alone=without + found["alone"],
        is_told=bool(found["all"] or without) or State.WAITING not in tellings,
        is_stuck=State.PARKED in tellings,
    )


def is_undelivered(subject: type[Model], person: str) -> Q:
    """A filter on rows that are told of: no road led to this one person. `person` is a path to her. It says
    nothing of who wants no mail, or reads it in Driehoek alone."""
    told = Entry.objects.filter(  # by its name, because a part of a question asks nothing itself
        subject_type__app_label=subject._meta.app_label,
        subject_type__model=subject._meta.model_name,
        subject_id=OuterRef(OuterRef("pk")),
    )
    sent = Delivery.objects.filter(
        notification__entry__in=told.values("pk"), notification__person=OuterRef(person)
    )
    better = arrived() | Q(state__in=[State.WAITING, State.COLLECTED])
    return Q(Exists(sent.filter(failed()))) & ~Q(Exists(sent.filter(better)))


def _outcome() -> Case:
    return Case(
        When(arrived(), then=Value(SENT)),
        When(state=State.WAITING, then=Value(WAITING)),
        When(state=State.COLLECTED, channel=PAPER, then=Value(ON_PAPER)),
        When(state=State.COLLECTED, then=Value(COLLECTED)),
        When(failed(), then=Value(FAILED)),
        When(reason="unwanted", then=Value(ALONE)),
        default=Value(LEFT_OUT),  # she may not see it any more, or it was taken back
    )


def _counted(best: QuerySet[Any, Any]) -> dict[str, int]:
    numbers = {"sent": SENT, "waiting": WAITING, "collected": COLLECTED, "on_paper": ON_PAPER}
    numbers |= {"failed": FAILED, "alone": ALONE}
    counts = {name: Count("best", filter=Q(best=number)) for name, number in numbers.items()}
    return best.aggregate(all=Count("best"), **counts)
