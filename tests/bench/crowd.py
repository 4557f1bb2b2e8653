"""Inside the installation: a board full of guardians, and one post for all of them that is told."""

import datetime as dt
import json
import time

from django.core.management import call_command
from django.db import transaction

from driehoek.backbone.access.models import Audience, AudienceLine, Role
from driehoek.backbone.notifications.models import Delivery, Notification, Telling
from driehoek.backbone.notifications.telling import tell
from driehoek.base.core.clock import day_of
from driehoek.base.core.surveying import survey
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import Board, Enrolment, Group, School, SchoolYear
from driehoek.facts.schools.roster_import.changes import usual_year
from driehoek.features.feed.models import Post
from tests.bench.town import join, made

GUARDIANS = 700  # of one school, each of one child
NOW = dt.datetime(2026, 11, 19, 14, 0, tzinfo=dt.UTC)  # a Thursday afternoon, so that nothing waits


def main(towns: str) -> None:
    """Prints as JSON how many people, in how many seconds, and per receiver."""
    call_command("migrate", verbosity=0)
    board = Board.objects.create(name="Stichting De Meetlat")
    schools = [settle(board, number) for number in range(int(towns))]
    telling = post_for_all(board, schools[0])
    survey()
    began = time.perf_counter()
    while telling.state == Telling.State.WAITING:
        tell(telling, NOW)
        telling.refresh_from_db()
    seconds = time.perf_counter() - began
    people = Notification.objects.count()
    assert people == Delivery.objects.count() == int(towns) * GUARDIANS
    print(json.dumps({"people": people, "seconds": seconds, "each": seconds / people}))


@transaction.atomic
def settle(board: Board, number: int, now: dt.datetime = NOW) -> School:
    """One school with its children, and a guardian for each."""
    school = School.objects.create(board=board, name=f"School {number}", sector="primary")
    usual = usual_year(day_of(now))
    dates = {"starts_on": usual.starts_on, "ends_on": usual.ends_on}
    year = SchoolYear.objects.create(school=school, name=usual.name, **dates)
    group = Group.objects.create(school=school, year=year, name="groep 5")
    born = usual.starts_on.replace(year=usual.starts_on.year - 8)
    numbers = range(GUARDIANS)
    children = made(Person(given_name=f"Kind{n}", family_name="Bakker", birth_date=born) for n in numbers)
    adults = made(
        Person(given_name=f"Ouder{n}", family_name="Bakker", email=f"o{n}.s{number}@thuis.example")
        for n in numbers
    )
    made(Enrolment(student=child, group=group, starts_on=usual.starts_on) for child in children)
    join(zip(adults, children, strict=True), usual.starts_on, now)
    return school


def post_for_all(board: Board, school: School) -> Telling:
    """Shared; what must be told stands ready."""
    author = Person.objects.create(given_name="Bestuur", family_name="Bakker")
    audience = Audience.objects.create(school=school)
    AudienceLine.objects.create(audience=audience, role=Role.GUARDIAN, board=board)
    post = Post.objects.create(
        school=school, author=author, audience=audience, title="Bruggen", text="Hallo.", created_at=NOW
    )
    post.share(by=author, at=NOW, due_at=NOW)
    return Telling.objects.get(entry__verb="feed.post.shared", entry__subject_id=post.pk)
