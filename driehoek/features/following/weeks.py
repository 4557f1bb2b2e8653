"""Once a week, of each agreement at that step: on Thursday the student hears what home sees tomorrow, on
Friday the guardian that the summary is there. What is in it the policy decides by the dates of its rows."""

import datetime as dt

from django.db import transaction

from driehoek.backbone.journal.models import Entry, record
from driehoek.base.core.clock import at, day_of
from driehoek.facts.schools.hours import days_at_school
from driehoek.features.following.counting import counting

THURSDAY, FRIDAY = 3, 4
VERBS = {THURSDAY: "following.week.coming", FRIDAY: "following.week.ready"}


@transaction.atomic
def tell_of_week(now: dt.datetime) -> int:
    """On the days between it does nothing, and twice on one day it tells once. A day off in a week with
    lessons takes nothing away: what the student was told that goes home tomorrow, goes."""
    today = day_of(now)
    monday = today - dt.timedelta(days=today.weekday())
    verb, told = VERBS.get(today.weekday()), 0
    if verb is None:
        return told
    done = Entry.objects.filter(verb=verb, at__gte=at(today, dt.time())).values("subject_id")
    for agreement in counting(today).weekly(today).exclude(pk__in=done).select_related("school"):
        if days_at_school(monday, monday + dt.timedelta(days=FRIDAY), agreement.school):
            record(verb, agreement, by=None, at=now)
            told += 1
    return told
