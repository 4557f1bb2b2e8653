"""Inside the installation: a quarter to seven, it snows, and every school closes."""

import datetime as dt
import json
import time
from collections import Counter
from uuid import uuid4

from django.conf import settings
from django.core.management import call_command
from django.db.models import CharField, Value
from django.db.models.functions import Cast, Concat, LPad
from django.test import Client
from django.urls import reverse

from driehoek.backbone.notifications.channels.keys import public_key
from driehoek.backbone.notifications.models import Delivery, Lane, Notification, PushSubscription
from driehoek.backbone.notifications.telling import tell_due
from driehoek.base.core import clock
from driehoek.base.core.clock import at as moment
from driehoek.base.core.clock import day_of
from driehoek.base.core.surveying import survey
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import Appointment, Board, School
from driehoek.features.alerts.models import Alert, What, Why
from driehoek.features.alerts.models.alert import Said
from tests.bench.crowd import settle
from tests.bench.town import made

ROADS = ("email", "push", "sms")
TEXT = "Er ligt te veel sneeuw. De opvang is ook dicht."


def main(act: str, *given: str) -> None:
    {"tell": tell, "work": work}[act](*given)


def tell(schools: str, subscription: str) -> None:
    """A notice of each school, to everybody there. Prints the seconds in which all of them had their rows by
    every road, and who is signed in as the head of one more school that has yet to send hers."""
    call_command("migrate", verbosity=0)
    now, board = clock.now(), Board.objects.create(name="Stichting De Meetlat")
    there = [settle(board, number, now) for number in range(int(schools) + 2)]
    equip(json.loads(subscription), now)
    first, *others, last = [(school, head_of(school, now)) for school in there]
    survey()
    told([first], now)  # a worker is at it for weeks, and what it reads in once is no measure
    survey()  # nor are tables that a moment ago were empty: each foreign key would be looked up row by row
    before = rows()
    seconds, came = told(others, now), rows() - before
    Delivery.objects.update(state=Delivery.State.DONE)  # they have it: the last school is alone on the road
    survey()
    said = {"people": min(came[road] for road in ROADS), "rows": came.total(), "seconds": seconds}
    school, head = last
    print(json.dumps(said | {"sid": signed_in(head), "sheet": reverse("alerts:new", args=[school.pk])}))


def told(some: list[tuple[School, Person]], now: dt.datetime) -> float:
    """Seconds in which everybody at these schools has her rows, from the moment that all were sent."""
    for school, head in some:
        close(school, head, now)
    began = time.perf_counter()
    while tell_due(now, lane=Lane.URGENT):
        pass
    return time.perf_counter() - began


def rows() -> Counter[str]:
    """How many there are, by road, and of the news itself."""
    counts = {road: Delivery.objects.filter(channel=road).count() for road in ROADS}
    return Counter(counts | {"news": Notification.objects.count()})


def equip(keys: dict[str, str], now: dt.datetime) -> None:
    """Every guardian has a mailbox already; now a number and a telephone that rings."""
    adults = Person.objects.exclude(email="")
    number = LPad(Cast("pk", CharField()), 8, Value("0"))
    adults.update(mobile=Concat(Value("+316"), number))
    common = {"p256dh": keys["p256dh"], "auth": keys["auth"], "key": public_key(), "since": now}
    made(
        PushSubscription(
            person=adult, endpoint=f"{keys['endpoint']}-{adult.pk}", fingerprint=f"{adult.pk:064}", **common
        )
        for adult in adults.only("pk")
    )


def head_of(school: School, now: dt.datetime) -> Person:
    head = Person.objects.create(given_name="Joris", family_name="Bakker")
    since = day_of(now) - dt.timedelta(days=30)
    Appointment.objects.create(
        person=head, function="head", board=school.board, school=school, starts_on=since
    )
    return head


def close(school: School, head: Person, now: dt.datetime) -> None:
    until = moment(day_of(now) + dt.timedelta(days=1), dt.time())
    said = Said(what=What.CLOSED, text=TEXT, until=until)
    Alert.send(school, [], said, token=uuid4(), why=Why.WEATHER, by=head, at=now)


def signed_in(head: Person) -> str:
    """With her second factor behind her."""
    browser = Client()
    browser.force_login(head, backend=settings.AUTHENTICATION_BACKENDS[0])
    session = browser.session
    session.update({"hat": "school", "strong": True})
    session.save()
    return browser.cookies["sid"].value


def work() -> None:
    """The worker as it runs at any school; its push service lives on this computer."""
    settings.PUSH_SERVICES = ["http://127.0.0.1:*"]
    call_command("work")
