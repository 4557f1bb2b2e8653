"""What came to one person the last weeks, and by which road. Hers alone."""

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from driehoek.backbone.access.querysets import rows
from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.notifications.categories import Category
from driehoek.backbone.notifications.channels.roads import PAPER
from driehoek.backbone.notifications.fates import READ_ALONG, lost
from driehoek.backbone.notifications.models import Delivery, Notification
from driehoek.backbone.notifications.paper.giving_up import TOO_LATE
from driehoek.backbone.notifications.paper.truth import letters_with
from driehoek.base.core.clock import day_of
from driehoek.base.core.models.lease import State

WEEKS, MOST = dt.timedelta(weeks=4), 60
ROAD = {"email": _("E-mail"), "push": _("Melding op je telefoon"), "sms": _("Sms"), "paper": _("Op papier")}
WENT: dict[str, Promise] = {
    State.DONE: _("gebracht"),
    State.WAITING: _("komt nog"),
    State.COLLECTED: _("bewaard voor je overzicht"),
    State.FAILED: _("niet aangekomen"),
    State.PARKED: _("niet aangekomen"),
}
WAITS_FOR_LETTER = _("gaat mee met een brief")
NOT_NEEDED = {
    "read": _("niet nodig: je zag het al"),
    "same_number": _("niet nodig: het kwam al op dit nummer"),
    "unwanted": _("niet gebracht: dat koos je"),
    "no_address": _("niet aangekomen"),
    "address_is_wrong": _("niet aangekomen"),
    "sms_limit": _("niet aangekomen"),
    "no_road": _("niet aangekomen"),
    TOO_LATE: _("niet meegegeven"),
}


@dataclass(frozen=True)
class Came:
    """One thing she was told of: the kind of news, when, and what became of it by each road."""

    kind: str
    at: dt.datetime
    roads: list[tuple[str, str]]

    @property
    def day(self) -> dt.date:
        return day_of(self.at)


def what_came(viewer: Viewer) -> list[Came]:
    """The newest first; in two queries. It says the kind and no word of the news itself."""
    since = viewer.now - WEEKS
    told = rows(Notification, viewer, may="see").filter(entry__due_at__range=(since, viewer.now))
    newest = list(told.exclude(category="").select_related("entry").order_by("-entry__due_at", "-pk")[:MOST])
    by_road = defaultdict[int, list[tuple[str, str]]](list)
    theirs = Delivery.objects.filter(notification__in=newest).exclude(reason=READ_ALONG)
    sent = list(theirs.annotate(**{"is_lost": lost()}).order_by("channel"))
    letters = letters_with(sent, viewer)
    for one in sent:
        how = letters[one.pk].how if one.pk in letters else how_it_went(one)
        by_road[one.notification_id].append((str(ROAD.get(one.channel, "")), how))
    found = [(one, by_road[one.pk]) for one in newest]
    return [
        Came(str(Category(one.category).label), one.entry.due_at, [road for road in roads if road[1]])
        for one, roads in found
        if not roads or any(how for _road, how in roads)
    ]


def how_it_went(delivery: Delivery) -> str:
    """Empty where it must not come any more: what she may not see is not spoken of."""
    if delivery.state == State.SUPPRESSED:
        return str(NOT_NEEDED.get(delivery.reason, ""))
    if delivery.is_lost:
        return str(WENT[State.FAILED])
    if delivery.state == State.COLLECTED and delivery.channel == PAPER:
        return str(WAITS_FOR_LETTER)
    return str(WENT[delivery.state])
