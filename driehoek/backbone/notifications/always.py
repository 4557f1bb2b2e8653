"""What a school always sends, so that a choice against it changes nothing there."""

import datetime as dt

from driehoek.backbone.access.models import Role, Seat
from driehoek.backbone.notifications.categories import Category, Offer
from driehoek.backbone.notifications.models import HouseRule
from driehoek.backbone.notifications.wishes import READS_AS
from driehoek.facts.people.models import Person


def who_always_sends(person: Person, category: Category, day: dt.date) -> str:
    """Of the schools of this person: "all", "some", or none. Not which: a link in a mail may be passed on."""
    seats = set(Seat.objects.on(day).filter(person=person).values_list("school", "role"))
    places = {(school, READS_AS[Role(role)].value) for school, role in seats}
    rules = HouseRule.objects.filter(
        category=category, offer=Offer.ALWAYS, school__in=[school for school, _ in places]
    )
    always = places & set(rules.values_list("school", "readers"))
    if not always:
        return ""
    return "all" if always == places else "some"
