"""More rows on a page are not more questions to the database: what the tests of that share. Each list says
who reads it, in the hat she usually wears, and how one more row comes on it."""

import datetime as dt
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any  # who or what stands in an address

from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from driehoek.facts.people.models import Guardianship, Person
from driehoek.facts.schools.models import Enrolment, Group, Sector
from tests.cast import NOW, Cast
from tests.growing import look, not_grown

FEW, MORE = 2, 4
AUGUST = dt.date(2026, 8, 1)
Add = Callable[[Cast, int], object]  # one more row, with its number
Find = Callable[[Cast], Any]


@dataclass(frozen=True)
class Listed:
    """Who reads it (nobody: a passer-by), the page, what stands in its address (a name of the cast, or where
    it is found once the first rows stand), and how a row comes on it."""

    who: str
    route: str
    add: Add
    of: str | Find = ""
    query: str = ""

    def url(self, cast: Cast) -> str:
        about = getattr(cast, self.of) if self.of and isinstance(self.of, str) else self.of
        found = about(cast) if callable(about) else about
        args = found if isinstance(found, tuple) else (found.pk,) if found else ()
        return reverse(self.route, args=args) + self.query


def look_at_few_and_at_more(cast: Cast, said: Listed) -> tuple[list[str], list[str]]:
    """What was asked for a few rows, and for more of them, which are on the page."""
    person: Person | None = getattr(cast, said.who) if said.who else None
    for number in range(FEW):
        said.add(cast, number)
    browser, url = cast.sign_in(person) if person else Client(), said.url(cast)
    small, few = look(browser, url), questions(browser, url)
    for number in range(FEW, FEW + MORE):
        said.add(cast, number)
    many, large = questions(browser, url), look(browser, url)
    assert large.size >= small.size + MORE * len("<li>")
    assert not_grown(small, large) == {}, "add rows to these lists too, or name them in not_grown.txt"
    return few, many


def questions(browser: Client, url: str) -> list[str]:
    cache.clear()
    with CaptureQueriesContext(connection) as captured:
        answer = browser.get(url)
    assert answer.status_code == 200
    return [query["sql"] for query in captured.captured_queries]


def grown(few: list[str], many: list[str]) -> str:
    """What was asked more often the second time, by its beginning, and how much more often."""
    more = Counter(sql[:400] for sql in many) - Counter(sql[:400] for sql in few)
    return "\n".join(f"{times} x {sql}" for sql, times in more.most_common())


def child(group: Group, number: int, *guardians: Person) -> Person:
    """One more in this group, with these at home."""
    year = 2014 if group.school.sector == Sector.SECONDARY else 2017
    born = dt.date(year, 1, 1 + number)
    made = Person.objects.create(given_name=f"Kind {number}", family_name="Nieuw", birth_date=born)
    Enrolment.objects.create(student=made, group=group, starts_on=AUGUST)
    for guardian in guardians:
        at_home(guardian, made)
    return made


def guardian(student: Person, number: int, language: str = "nl") -> Person:
    """One more at home with her, whom school agreed to."""
    email = f"ouder{number}@thuis.example"
    made = Person.objects.create(given_name=f"Ouder {number}", email=email, language=language)
    at_home(made, student)
    return made


def at_home(adult: Person, student: Person, *, is_approved: bool = True) -> Guardianship:
    link = Guardianship.objects.create(
        guardian=adult, student=student, kind="custody", source="office", starts_on=AUGUST
    )
    if is_approved:
        link.approve(by=None, at=NOW)
    return link
