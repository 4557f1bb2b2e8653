"""For which children and schools somebody can choose apart, and what a school decided for her."""

from dataclasses import dataclass

from django.urls import reverse

from driehoek.backbone.access.querysets import rows
from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.notifications.categories import Offer, Readers
from driehoek.backbone.notifications.models import HouseRule
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import School

FIXED = [Offer.ALWAYS, Offer.NEVER]


@dataclass(frozen=True)
class Place:
    name: str
    url: str


def places_of(viewer: Viewer) -> list[Place]:
    """Each child and each school of hers, when there are several to tell apart."""
    children = list(rows(Person, viewer, may="hear_of").order_by("given_name", "pk"))
    schools = list(rows(School, viewer, may="hear_of").order_by("name", "pk"))
    if len(children) + len(schools) < 2:
        return []
    of_child = [Place(one.name, reverse("choices:of_child", args=[one.pk])) for one in children]
    of_school = [Place(one.name, reverse("choices:of_school", args=[one.pk])) for one in schools]
    return of_child + of_school


def decided_for(viewer: Viewer, school: School) -> dict[str, Offer]:
    """The kinds of which she cannot choose here, because the school did."""
    at_home = Readers.STUDENTS if viewer.self_as_student() else Readers.GUARDIANS
    readers = at_home if viewer.hat == "home" else Readers.STAFF
    found = HouseRule.objects.filter(school=school, readers=readers, offer__in=FIXED)
    return {row.category: Offer(row.offer) for row in found}
