"""News of the last days, told when it came out: whoever begins the demo at night finds its mails too."""

import datetime as dt
from collections.abc import Collection

from django.db.models import F

from driehoek.backbone.notifications.channels.roads import ROADS
from driehoek.backbone.notifications.delivering import deliver_due
from driehoek.backbone.notifications.models import Delivery, Telling
from driehoek.backbone.notifications.telling import tell_due
from driehoek.facts.people.models import Person
from driehoek.facts.schools.hours import calm_time


def tell_in_time(cast: Collection[Person], now: dt.datetime) -> None:
    """To the cast it is really sent, and lies in the post box; of all others it is written down. What came
    out this evening waits, as it does at any school."""
    came_out = Telling.objects.due(now).values_list("due_at", flat=True)
    for moment in sorted({calm_time(at, ()) for at in came_out}):
        if moment <= now:
            _tell(cast, moment)


def _tell(cast: Collection[Person], moment: dt.datetime) -> None:
    while tell_due(moment):
        pass
    others = Delivery.objects.due(moment).exclude(notification__person__in=cast)
    others.update(state=Delivery.State.DONE, sent_at=F("due_at"), attempts=1)
    for channel in ROADS:
        while deliver_due(channel, clock=lambda: moment):
            pass
