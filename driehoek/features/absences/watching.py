"""What the clock does with absences: ask in the morning, ring when nobody looks."""

import datetime as dt

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from driehoek.base.core.clock import amsterdam, at, day_of
from driehoek.facts.schools.hours import is_school_day, open_on
from driehoek.facts.schools.models import Enrolment, Group, School
from driehoek.features.absences.models import LISTED_GROUPS, Absence, ListAlarm, ListSeen, MorningQuestion

PATIENCE = dt.timedelta(minutes=15)  # after the first bell, and after what was told later


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
    """Tell the office of each group with a child on today's list that nobody of the group opened since it was
    told. As many questions for a hundred schools as for one."""
    late = unread(schools_at_work(now), now)
    for group in late:
        ListAlarm.ring(group, day=day_of(now), at=now)
    return len(late)


def schools_at_work(now: dt.datetime) -> list[int]:
    """Whose first bell rang a quarter of an hour ago or more, and whose day is not over."""
    today, time = day_of(now), amsterdam(now).time()
    begun = [
        school.pk
        for school in School.objects.all()
        if at(today, school.first_bell) + PATIENCE <= now and time < school.bell_time
    ]
    return sorted(open_on(today, begun))


def unread(schools: list[int], now: dt.datetime) -> QuerySet[Group]:
    """Groups with something on today's list that is newer than the last look of today, and about which nobody
    was told yet: whatever home said and whenever, and leave. What a colleague noted, she has seen."""
    day = day_of(now)
    told = Absence.objects.on(day).filter(school__in=schools, told_at__lte=now - PATIENCE)
    told = told.filter(Q(noted_by=None) | Q(report__isnull=False))
    newest: dict[tuple[int, int], dt.datetime] = {}
    for student, school, moment in told.values_list("student", "school", "told_at").order_by("told_at"):
        newest[student, school] = moment
    look = ListSeen.objects.filter(group=OuterRef("group"), day=day)
    sits = Enrolment.objects.on(day).filter(
        ~Exists(ListAlarm.objects.filter(group=OuterRef("group"), day=day)),
        group__in=Group.objects.filter(LISTED_GROUPS, school__in=schools),
        student__in=told.order_by().values("student"),
    )
    looked = sits.annotate(seen=Subquery(look.values("at")))
    late = {
        group
        for group, student, school, seen in looked.values_list("group", "student", "group__school", "seen")
        if (student, school) in newest and (seen is None or seen < newest[student, school])
    }
    return Group.objects.filter(pk__in=late).select_related("school").order_by("pk")
