"""Inside the installation: news for a whole school to be told, and workers that bring it."""

import datetime as dt
import json
import time
from pathlib import Path
from typing import Any  # what Django hands to a wrapper

from django.db import connection

from driehoek.backbone.access.models import Audience, Role
from driehoek.backbone.notifications.channels.roads import ROADS
from driehoek.backbone.notifications.delivering import DeliveryRound, deliver_due
from driehoek.backbone.notifications.models import Delivery
from driehoek.backbone.notifications.telling import tell_due
from driehoek.base.core import clock
from driehoek.base.core.clock import amsterdam
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import School
from driehoek.features.feed.models import Post
from tests.bench.town import TEXT

CHANNEL = "email"


def main(act: str, *given: str) -> None:
    {"tell": tell, "work": work, "again": again}[act](*given)


def noon() -> dt.datetime:
    """Of the next working day, so that nothing waits for the morning."""
    moment = amsterdam(clock.now()).replace(hour=12, minute=0, second=0, microsecond=0) + dt.timedelta(days=1)
    while moment.weekday() > 4:
        moment += dt.timedelta(days=1)
    return moment


def tell() -> None:
    """Prints how many letters lie ready."""
    school, at = School.objects.get(name="School 0"), noon()
    author = Person.objects.filter(called="Juf 0").latest("-pk")
    audience = Audience.objects.create(school=school)
    audience.lines.create(role=Role.GUARDIAN, school=school)
    post = Post.objects.create(
        school=school, author=author, audience=audience, title="Sport", text=TEXT, created_at=at
    )
    post.share(by=author, at=at, due_at=at)
    while tell_due(at):
        pass
    print(Delivery.objects.due(at).count())


def again() -> None:
    """As if nobody had brought anything."""
    Delivery.objects.filter(state=Delivery.State.DONE).update(state=Delivery.State.WAITING, sent_at=None)


def work(start: str) -> None:
    """Waits for the sign, brings everything, and prints when it began and ended, how much it brought and how
    much it asked."""
    asked, brought, at = 0, 0, noon()

    def counted(execute: Any, *rest: Any) -> Any:
        nonlocal asked
        asked += 1
        return execute(*rest)

    warm_up(at)
    while not Path(start).exists():
        time.sleep(0.002)
    began = time.time()
    with connection.execute_wrapper(counted):
        while some := deliver_due(CHANNEL, clock=lambda: at):
            brought += some
    print(json.dumps({"began": began, "ended": time.time(), "brought": brought, "asked": asked}))


def warm_up(at: dt.datetime) -> None:
    """One letter: a worker is at it for weeks, and what it reads in and puts together once is no measure."""
    with ROADS[CHANNEL].line() as line:
        one = Delivery.objects.filter(channel=CHANNEL).claim(at, limit=1)
        DeliveryRound(CHANNEL, line, lambda: at).bring(one)
