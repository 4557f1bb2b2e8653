"""One kind of news for these tests: something about a child that the class hears of.

The policy lets only those see a child who belong to the child, so telling the whole class shows that whoever
is told and may not see, is not sent anything.
"""

import datetime as dt
from dataclasses import replace

from django.db.models import QuerySet

from driehoek.backbone.access.models import Role, Seat
from driehoek.backbone.journal.models import Entry
from driehoek.backbone.notifications.belonging import About
from driehoek.backbone.notifications.categories import Category
from driehoek.backbone.notifications.notices import NOTICES, Declared, Notice
from driehoek.facts.people.models import Person

VERB = "people.person.praised"
SUBJECT = "Nieuws uit groep 5"
TEXT = "We bouwden een brug van papier.\nHij hield 24 boeken."


def praised(entry: Entry) -> Notice:
    return Notice(
        to=lambda day: guardians_around(entry.subject, day),
        category=Category.NEWS,
        about=About(student=entry.subject_id),
        subject=SUBJECT,
        paragraphs=(TEXT,),
        action="Bekijk het nieuws",
        path=f"/kind/{entry.subject_id}/",
        hats=("home",),  # news for guardians: that a mother also teaches here opens nothing
    )


def about_school(word: str, category: Category, people: list[Person], school: int) -> Declared:
    """The same story with a word of its own in it, as another kind of news, to these people."""
    to = Person.objects.filter(pk__in=[person.pk for person in people])
    return lambda entry: replace(
        praised(entry),
        to=to,
        about=About(school=school, student=entry.subject_id),
        subject=f"Nieuws: {word}",
        paragraphs=(word,),
        category=category,
    )


def guardians_around(child: Person, day: dt.date) -> QuerySet[Person]:
    """All guardians of the child's classmates, the child's own among them."""
    groups = Seat.objects.on(day).filter(student=child, role=Role.STUDENT).values("group")
    seats = Seat.objects.on(day).filter(group__in=groups, role=Role.GUARDIAN)
    return Person.objects.filter(pk__in=seats.values("person"))


def declare() -> None:
    NOTICES.setdefault(VERB, praised)
