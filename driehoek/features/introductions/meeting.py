"""Who of a class one can get to know, and parents whose work fits a lesson."""

from collections import defaultdict
from dataclasses import dataclass, field

from django.db.models import QuerySet

from driehoek.backbone.access.faces import faces_of
from driehoek.backbone.access.models import Role, Seat
from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.translation.reading import put_in_words
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import Group
from driehoek.features.introductions.models import Known, Sharing, Told, Trait

AT_MOST = 60


@dataclass
class Acquaintance:
    """One parent, with only what she lets this class know."""

    person: Person
    shows_face: bool = False
    traits: list[Trait] = field(default_factory=list)
    children: list[str] = field(default_factory=list)
    email: str = ""
    phone: str = ""
    groups: list[str] = field(default_factory=list)


def classmates(group: Group, viewer: Viewer) -> list[Acquaintance]:
    """Of one class, by name. A face alone lists nobody: it stands beside what she tells and writes."""
    shared = Sharing.objects.visible_to(viewer).filter(group=group)
    return _met(viewer, shared.exclude(field=Known.FACE))


def parents_at_work(viewer: Viewer, sought: str) -> list[Acquaintance]:
    """Parents of her own groups whose work, or what they would help with, has these words."""
    fitting = Trait.objects.visible_to(viewer).filter(
        field__in=[Told.JOB, Told.HELP], words__icontains=sought.strip()
    )
    people = fitting.values("person")
    seen = Sharing.objects.visible_to(viewer).filter(person__in=people, field__in=[Told.JOB, Told.HELP])
    return _met(viewer, seen)


def _met(viewer: Viewer, sharings: QuerySet[Sharing]) -> list[Acquaintance]:
    """Everyone of whom something is shared, with that and nothing else."""
    shared = list(sharings.select_related("person__portrait", "group"))
    met = {row.person_id: Acquaintance(row.person) for row in shared}
    known: dict[int, set[str]] = defaultdict(set)
    for row in shared:
        known[row.person_id].add(row.field)
        if row.group.name not in met[row.person_id].groups:
            met[row.person_id].groups.append(row.group.name)
    for key in faces_of([one.person for one in met.values()], viewer):
        met[key].shows_face = True
    _add_traits(met, {(row.person_id, row.field): row for row in shared}, viewer)
    _add_children(met, known, {row.group_id for row in shared}, viewer)
    for key, one in met.items():
        one.email = one.person.email if Known.EMAIL in known[key] else ""
        one.phone = one.person.mobile if Known.PHONE in known[key] else ""
    return sorted(met.values(), key=_by_name)[:AT_MOST]


def _by_name(one: Acquaintance) -> tuple[str, int]:
    return one.person.given_name.casefold(), one.person.pk


def _add_traits(met: dict[int, Acquaintance], shared: dict[tuple[int, str], Sharing], viewer: Viewer) -> None:
    """In words of the reader."""
    every = Trait.objects.filter(person__in=met).order_by("pk")
    shown = [trait for trait in every if (trait.person_id, trait.field) in shared]
    for trait in shown:
        one = met[trait.person_id]
        trait.person, trait.shared = one.person, shared[trait.person_id, trait.field]
        trait.school = trait.shared.group.school_id
        one.traits.append(trait)
    put_in_words(shown, now=viewer.now)


def _add_children(
    met: dict[int, Acquaintance], known: dict[int, set[str]], groups: set[int], viewer: Viewer
) -> None:
    named = [key for key in met if Known.CHILD in known[key]]
    seats = Seat.objects.on(viewer.today).filter(role=Role.GUARDIAN, person__in=named, group__in=groups)
    for seat in seats.select_related("student").order_by("student__given_name"):
        if seat.opens_group and seat.student and seat.student.given_name not in met[seat.person_id].children:
            met[seat.person_id].children.append(seat.student.given_name)
