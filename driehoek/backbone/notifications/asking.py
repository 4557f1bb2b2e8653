"""How soon people want to hear of news, and whether it is a holiday: asked for a batch, again each second."""

import datetime as dt

from driehoek.backbone.notifications.calm import closed_for
from driehoek.backbone.notifications.hindrances import rhythms_of
from driehoek.backbone.notifications.models import Delivery, Rhythm
from driehoek.backbone.notifications.notices import Notice
from driehoek.facts.schools.hours import Closed

HOLDS = dt.timedelta(seconds=1)  # so long a choice counts as the one of the moment of sending


class Asked:
    """What those in one batch chose. Who may read it at all is asked for each message apart."""

    def __init__(self) -> None:
        self._found: dict[int, tuple[dt.datetime, dict[int, Rhythm]]] = {}
        self._closed: dict[int | None, tuple[dt.datetime, Closed]] = {}

    def rhythm(self, delivery: Delivery, notice: Notice, now: dt.datetime) -> Rhythm:
        """As she chooses now."""
        entry, person = delivery.notification.entry_id, delivery.notification.person_id
        asked_at, found = self._found.get(entry, (now, {}))
        if person not in found or now - asked_at > HOLDS:
            found = rhythms_of(delivery, notice, {person, *_alike(delivery)}, now)
            self._found[entry] = now, found
        return found[person]

    def closed(self, notice: Notice, now: dt.datetime) -> Closed:
        """The holidays of the school it is about."""
        school = notice.about.school
        asked_at, _days = self._closed.get(school, (None, ()))
        if asked_at is None or now - asked_at > HOLDS:
            self._closed[school] = now, closed_for(school, now)
        return self._closed[school][1]


def _alike(delivery: Delivery) -> list[int]:
    """Who hears of the same in this batch."""
    held = Delivery.objects.filter(lease_token=delivery.lease_token, channel=delivery.channel)
    same = held.filter(notification__entry=delivery.notification.entry_id, lease_token__isnull=False)
    return list(same.values_list("notification__person", flat=True))
