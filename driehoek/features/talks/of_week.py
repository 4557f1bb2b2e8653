"""Of one week of a student: what was agreed at a talk in it, was due, or was done."""

import datetime as dt

from django.db.models import Q, QuerySet

from driehoek.backbone.access.parts import Asking, abreast, asked, hang
from driehoek.backbone.access.prepared import padded
from driehoek.backbone.access.viewer import Viewer
from driehoek.facts.looking.weeks import Week
from driehoek.facts.people.models import Person
from driehoek.features.talks.at_home import yeses_of
from driehoek.features.talks.models import Pledge
from driehoek.features.talks.seated import sides_of


def pledges_of_week(child: Person, viewer: Viewer, week: Week) -> Asking[list[Pledge]]:
    """With who was at the table. Whoever shows them puts them in words, with what else is on the page."""
    about = (viewer, child.pk, *week.moments, week.first, week.last)
    pledges = yield from asked(_pledges, *about)
    talks = [pledge.talk for pledge in pledges]
    sides, yeses = yield from abreast(
        asked(sides_of, viewer.today, padded(talk.pk for talk in talks)),
        asked(yeses_of, padded(one.pk for one in pledges)),
    )
    hang(talks, "sides", sides, by="talk_id")
    hang(pledges, "yeses", yeses, by="pledge_id")
    return pledges


def _pledges(
    me: Viewer, child: int, begins: dt.datetime, ends: dt.datetime, first: dt.date, last: dt.date
) -> QuerySet[Pledge]:
    agreed = Q(at__gte=begins, at__lt=ends)
    done = Q(outcome__at__gte=begins, outcome__at__lt=ends)
    due = Q(until__gte=first, until__lte=last)
    said = Pledge.objects.visible_to(me).standing().filter(talk__student=child, talk__cancellation=None)
    return said.filter(agreed | done | due).joined().order_by("until", "pk")
