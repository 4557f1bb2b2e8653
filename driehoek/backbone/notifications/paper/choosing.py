"""Who gets news on paper: she chose it, or her school did for her because nothing else reaches her."""

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass

from django.db import transaction
from django.db.models import QuerySet

from driehoek.backbone.access.models import Role, Seat
from driehoek.backbone.access.querysets import rows
from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.journal.models import record
from driehoek.backbone.notifications.categories import ON_REQUEST, Category
from driehoek.backbone.notifications.channels.roads import PAPER
from driehoek.backbone.notifications.models import Preference, Rhythm
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import Group, School

USUAL = [category for category in Category if category not in ON_REQUEST]


@dataclass(frozen=True)
class PaperReader:
    """A guardian in this group, with her children here."""

    person: Person
    children: list[Person]
    chose: bool  # herself, for everything or for a child
    for_her: bool  # this school did


def wants_paper(person: Person) -> bool:
    return _wishes().filter(person=person).exists()


def stop_paper(person: Person) -> None:
    """She wants none, also not what a school chose for her."""
    Preference.objects.filter(person=person, channel=PAPER).delete()


def readers_of(group: Group, viewer: Viewer) -> list[PaperReader]:
    """The guardians of this group, by the names of their children; as many questions, however many."""
    seats = Seat.objects.on(viewer.today).filter(role=Role.GUARDIAN, group=group, person__is_active=True)
    known = seats.filter(student__in=rows(Person, viewer, may="see").values("pk"))
    children = defaultdict[Person, list[Person]](list)
    for seat in known.select_related("person", "student").order_by(
        "student__given_name", "student", "person"
    ):
        if seat.student and seat.student not in children[seat.person]:
            children[seat.person].append(seat.student)
    wishes = _wishes().filter(person__in=children)
    chose = set(wishes.filter(school=None).values_list("person", flat=True))
    for_her = set(wishes.filter(school=group.school_id).values_list("person", flat=True))
    return [PaperReader(one, with_, one.pk in chose, one.pk in for_her) for one, with_ in children.items()]


@transaction.atomic
def choose_for(person: Person, school: School, *, wants: bool, by: Person, at: dt.datetime) -> None:
    """What this school sends comes on paper, or no longer does. What she chose herself stays."""
    hers = Preference.objects.filter(person=person, channel=PAPER, school=school)
    if hers.exclude(rhythm=Rhythm.OFF).exists() == wants:
        return
    hers.delete()
    rows_ = [
        Preference(person=person, category=kind, channel=PAPER, school=school, rhythm=Rhythm.WEEKLY)
        for kind in (USUAL if wants else ())
    ]
    Preference.objects.bulk_create(rows_)
    record("notifications.paper.chosen" if wants else "notifications.paper.ended", person, by=by, at=at)


def _wishes() -> QuerySet[Preference]:
    return Preference.objects.filter(channel=PAPER).exclude(rhythm=Rhythm.OFF)
