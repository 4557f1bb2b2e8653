"""What the clock does with absences: ask in the morning, ring when nobody looks."""

import datetime as dt
from collections import defaultdict

from driehoek.base.core.clock import amsterdam, at, day_of
from driehoek.facts.schools.hours import is_school_day
from driehoek.facts.schools.models import Enrolment, Group, GroupKind, School
from driehoek.features.absences.models import Absence, ListAlarm, ListSeen, MorningQuestion

PATIENCE = dt.timedelta(minutes=15)  # after the first bell, and after a report that came later


def ask_who_is_better(now: dt.datetime) -> int:
    """Ask home about each child who is still ill, where there is school today. Twice the same day is once."""
    today = day_of(now)
    ill = Absence.objects.open_illness(today).select_related("school").order_by("pk")
    open_schools: dict[int, bool] = {}
    asked = 0
    for absence in ill:
        if absence.school_id not in open_schools:
            open_schools[absence.school_id] = is_school_day(today, absence.school)
        if open_schools[absence.school_id]:
            MorningQuestion.ask(absence, day=today, at=now)
            asked += 1
    return asked


def ring_for_unread_lists(now: dt.datetime) -> int:
    """Tell the office of each class whose list nobody opened since something was reported."""
    today, late = day_of(now), []
    for school in schools_at_work(now):
        late += unread(school, today, now - PATIENCE)
    for group in late:
        ListAlarm.ring(group, day=today, at=now)
    return len(late)


def schools_at_work(now: dt.datetime) -> list[School]:
    """Whose first bell rang a quarter of an hour ago or more, and whose day is not over."""
    today, time = day_of(now), amsterdam(now).time()
    with_news = Absence.objects.filter(starts_on=today, report__isnull=False).values("school")
    return [
        school
        for school in School.objects.filter(pk__in=with_news)
        if at(today, school.first_bell) + PATIENCE <= now
        and time < school.bell_time
        and is_school_day(today, school)
    ]


def unread(school: School, day: dt.date, told_before: dt.datetime) -> list[Group]:
    """Classes with a report of some time ago that is newer than the last look at the list."""
    told = Absence.objects.standing().filter(school=school, starts_on=day, report__isnull=False)
    newest: dict[int, dt.datetime] = defaultdict(lambda: dt.datetime.min.replace(tzinfo=dt.UTC))
    moments = dict(
        told.filter(told_at__lte=told_before).order_by("told_at").values_list("student", "told_at")
    )
    sits = Enrolment.objects.on(day).filter(
        student__in=moments, group__school=school, group__kind=GroupKind.CLASS
    )
    for student, group in sits.values_list("student", "group"):
        newest[group] = max(newest[group], moments[student])
    seen = dict(ListSeen.objects.filter(day=day, group__in=newest).values_list("group", "at"))
    late = [group for group, moment in newest.items() if group not in seen or seen[group] < moment]
    return list(Group.objects.filter(pk__in=late).select_related("school"))
