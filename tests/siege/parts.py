"""What the parts of the besieged installation do."""

import datetime as dt
import json
import sys
import time

from django.core.management import call_command
from django.test import Client

from driehoek.backbone.notifications import jobs, rounds
from driehoek.backbone.notifications.channels.keys import public_key
from driehoek.backbone.notifications.models import Delivery, Notification, PushSubscription, Telling
from driehoek.base.core import clock, worker
from driehoek.base.core.models import lease
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import Appointment, Board, Enrolment, Group, School, SchoolYear
from driehoek.facts.schools.roster_import.changes import usual_year
from driehoek.features.feed.models import Post
from tests.bench.town import join, made

VERB = "feed.post.shared"
PATIENCE = 60  # seconds in which at least one message must come once the killing is over


def settle(people: str, subscription: str) -> None:
    """A school with so many guardians, each with a mailbox and a telephone; says who is signed in there."""
    Telling.objects.all().delete()  # of others who may live in this database
    now, numbers = clock.now(), range(int(people))
    usual = usual_year(now.date())
    board = Board.objects.create(name="De Burcht")
    school = School.objects.create(board=board, name="De Toren", sector="primary")
    year = SchoolYear.objects.create(
        school=school, name=usual.name, starts_on=usual.starts_on, ends_on=usual.ends_on
    )
    group = Group.objects.create(school=school, year=year, name="groep 5")
    born = usual.starts_on.replace(year=usual.starts_on.year - 8)
    children = made(Person(given_name=f"Kind{n}", birth_date=born) for n in numbers)
    adults = made(Person(given_name=f"Ouder{n}", email=f"o{n}@thuis.example") for n in numbers)
    made(Enrolment(student=child, group=group, starts_on=usual.starts_on) for child in children)
    join(zip(adults, children, strict=True), usual.starts_on, now)
    keys = json.loads(subscription)
    for adult in adults:
        hers = keys | {"key": public_key(), "endpoint": f"{keys['endpoint']}-{adult.pk}"}
        PushSubscription.remember(adult, hers, kind="", at=now)
    sys.stdout.write(json.dumps({"sid": signed_in(group, usual.starts_on), "group": group.pk}))


def signed_in(group: Group, since: dt.date) -> str:
    """A teacher of this group, with her second factor behind her."""
    anouk = Person.objects.create(given_name="Anouk", called="Juf Anouk")
    Appointment.objects.create(
        person=anouk, function="teacher", board=group.school.board, school=group.school, group=group,
        starts_on=since,
    )  # fmt: skip
    browser = Client()
    browser.force_login(anouk)
    session = browser.session
    session.update({"hat": "school", "strong": True})
    session.save()
    return browser.cookies["sid"].value


def work() -> None:
    """The worker itself."""
    hurry()
    call_command("work", interval=0.2)


def hurry() -> None:
    """What a dead worker holds is free after seconds instead of minutes, and tried again at once. Whoever
    sweeps must be in the same hurry, or what it frees waits for a minute."""
    lease.LEASE, rounds.RENEWED, worker.ROUND = dt.timedelta(seconds=6), dt.timedelta(seconds=2), 2.0
    lease.BACK_OFF[:] = [0.02] * len(lease.BACK_OFF)  # minutes


def judge(people: str, acknowledged: str) -> None:
    """Waits until nothing is on its way. Prints what there must be: names of mails and of bells, and how many
    facts were told by halves, promised and not there, or made twice."""
    hurry()
    wait_until_nothing_moves()
    halves = [told for told in Telling.objects.filter(entry__verb=VERB) if not is_whole(told, int(people))]
    known = set(Post.objects.filter(publication__isnull=False).values_list("pk", flat=True))
    promised = set(json.loads(acknowledged))
    names: dict[str, list[str]] = {"email": [], "push": []}
    sent = Delivery.objects.filter(notification__entry__verb=VERB)
    for channel, message in sent.filter(state="done").values_list("channel", "message_id"):
        names[channel].append(message.hex)
    undone = sent.exclude(state="done").count()
    said = {
        "names": names,
        "broken": len(halves) + len(promised - known) + undone,
        "again": len(known - promised),  # every one was answered in the end: so these were made twice
        "facts": len(known),
    }
    sys.stdout.write(json.dumps(said))


def wait_until_nothing_moves() -> None:
    """As long as fewer and fewer wait, however busy the computer is."""
    left, since = on_the_way(), time.monotonic()
    while left and time.monotonic() - since < PATIENCE:
        jobs.sweep.call()
        time.sleep(0.5)
        if on_the_way() < left:
            left, since = on_the_way(), time.monotonic()


def on_the_way() -> int:
    return sum(rows.objects.filter(state="waiting").count() for rows in (Telling, Delivery))


def is_whole(told: Telling, people: int) -> bool:
    """Everybody has heard of it by both roads."""
    here = Notification.objects.filter(entry=told.entry_id).count()
    return here == people and Delivery.objects.filter(notification__entry=told.entry_id).count() == 2 * people
