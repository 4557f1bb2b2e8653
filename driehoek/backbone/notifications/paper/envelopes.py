"""Which of what is collected goes along with whom: one envelope for one guardian and one child, in the class
of that child. Of several children of hers whom it is about, the youngest takes it; none of another school."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from driehoek.backbone.access.models import Role, Seat
from driehoek.backbone.access.querysets import rows
from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.notifications.belonging import About
from driehoek.backbone.notifications.channels.roads import PAPER
from driehoek.backbone.notifications.models import Delivery
from driehoek.backbone.notifications.notices import notices_of
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import Group, GroupKind


@dataclass(frozen=True)
class Envelope:
    guardian: Person
    student: Person
    items: list[int]  # keys of collected deliveries


def envelopes(group: Group, viewer: Viewer) -> list[Envelope]:
    """What can be printed for this group now, by the name of the child; as many questions, however much."""
    day = viewer.today
    here = Seat.objects.on(day).filter(role=Role.GUARDIAN, group=group).values("person")
    collected = Delivery.objects.filter(channel=PAPER, state=Delivery.State.COLLECTED, digest=None)
    waiting = collected.filter(notification__person__in=here, notification__person__is_active=True)
    items = list(waiting.select_related("notification__entry", "notification__person").order_by("pk"))
    if not items:
        return []
    found = _by_child(items, group, day)
    known = rows(Person, viewer, may="see").in_bulk({student for _guardian, student in found})
    people = {item.notification.person_id: item.notification.person for item in items}
    filled = [
        Envelope(people[guardian], known[student], keys)
        for (guardian, student), keys in found.items()
        if student in known
    ]
    return sorted(filled, key=lambda one: (one.student.given_name, one.student.pk, one.guardian.pk))


def _by_child(items: Iterable[Delivery], group: Group, day: dt.date) -> dict[tuple[int, int], list[int]]:
    """By guardian and child: what goes along in this group."""
    notices = notices_of([item.notification.entry for item in items])
    bearers = _bearers({item.notification.person_id for item in items}, day)
    found = defaultdict[tuple[int, int], list[int]](list)
    for item in items:
        notice, guardian = notices.get(item.notification.entry_id), item.notification.person_id
        seat = _carried_by(bearers[guardian], notice.about) if notice else None
        if seat and seat.student_id and seat.group_id == group.pk:
            found[guardian, seat.student_id].append(item.pk)
    return found


def _bearers(guardians: set[int], day: dt.date) -> dict[int, list[Seat]]:
    """Of each guardian the places of her children: the youngest first, the class before the childcare."""
    seats = Seat.objects.on(day).filter(role=Role.GUARDIAN, person__in=guardians, group__isnull=False)
    found = defaultdict[int, list[Seat]](list)
    for seat in seats.select_related("group"):
        found[seat.person_id].append(seat)
    for places in found.values():
        places.sort(key=_youngest_first)
    return found


def _youngest_first(seat: Seat) -> tuple[object, ...]:
    born = seat.student_born or dt.date.min
    is_class = seat.group is not None and seat.group.kind == GroupKind.CLASS
    return -born.toordinal(), seat.student_id, not is_class, seat.group_id


def _carried_by(places: Iterable[Seat], about: About) -> Seat | None:
    for seat in places:
        if seat.school_id == about.school and (
            seat.student_id == about.student
            if about.student
            else not about.group or seat.group_id == about.group
        ):
            return seat
    return None
