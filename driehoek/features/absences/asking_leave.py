"""How long a leave is in school days, who may decide about so many, and what the head should know."""

import datetime as dt
import uuid
from typing import Any  # what a form holds

from django.db import transaction
from django.db.models import Sum
from django.utils.translation import gettext as _

from driehoek.backbone.access.models import Role, Seat
from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.journal.models import record
from driehoek.backbone.translation.wanting import languages_of, want
from driehoek.facts.people.models import Person
from driehoek.facts.schools.hours import is_school_day
from driehoek.facts.schools.models import Function, School, SchoolYear, Sector
from driehoek.features.absences.models.leave import (
    HEAD_DECIDES,
    TIME_TO_DECIDE,
    Ground,
    LeaveRequest,
)
from driehoek.features.absences.reporting import schools_of

A_DAY = dt.timedelta(days=1)
FIRST_WEEKS = dt.timedelta(days=14)


def school_days(first: dt.date, last: dt.date, school: School) -> int:
    """Days on which there would have been school."""
    days = (first + n * A_DAY for n in range((last - first).days + 1))
    return sum(is_school_day(day, school) for day in days)


def decide_by(first: dt.date, today: dt.date) -> dt.date:
    """Within two weeks, and before it begins; never in the past."""
    return max(min(today + TIME_TO_DECIDE, first - A_DAY), today)


@transaction.atomic
def ask_leave(
    child: Person, school: School, *, token: uuid.UUID, ground: str, days: tuple[dt.date, dt.date],
    explanation: str, by: Person, at: dt.datetime, today: dt.date,
) -> LeaveRequest:  # fmt: skip
    """Put it before the head. The same form sent twice is one request."""
    first, last = days
    words = {
        "student": child, "school": school, "ground": ground, "explanation": explanation, "by": by, "at": at,
        "starts_on": first, "ends_on": last, "school_days": school_days(first, last, school),
        "decide_by": decide_by(first, today),
    }  # fmt: skip
    hers = uuid.uuid5(token, str(by.pk))  # the page of one parent may be sent by the other, on one tablet
    asked, is_new = LeaveRequest.objects.get_or_create(token=hers, defaults=words)
    if is_new:
        record("absences.leave.asked", asked, by=by, at=at)
        heads = Seat.objects.on(today).filter(role=Role.STAFF, function=Function.HEAD, school=school)
        want(asked.texts.values(), languages_of(*heads.values_list("person__language", flat=True)), at=at)
    return asked


def year_of(asked: LeaveRequest) -> SchoolYear | None:
    years = SchoolYear.objects.filter(school=asked.school, starts_on__lte=asked.starts_on)
    return years.order_by("-starts_on").first()


def granted_before(asked: LeaveRequest, *grounds: str) -> int:
    """School days of leave that this child was granted in the same school year."""
    year = year_of(asked)
    earlier = LeaveRequest.objects.granted().filter(student=asked.student, school=asked.school)
    earlier = earlier.filter(ground__in=grounds, starts_on__gte=year.starts_on) if year else earlier.none()
    return earlier.exclude(pk=asked.pk).aggregate(days=Sum("school_days"))["days"] or 0


def is_for_officer(asked: LeaveRequest) -> bool:
    """More than ten school days in a year, for anything but a holiday: not the head's to decide (art. 14)."""
    if asked.ground == Ground.HOLIDAY:
        return False
    weighty = [ground for ground in Ground if ground != Ground.HOLIDAY]
    return granted_before(asked, *weighty) + asked.school_days > HEAD_DECIDES


def worth_knowing(asked: LeaveRequest) -> list[str]:
    """What the law says that bears on this request, for the head who decides."""
    year, said = year_of(asked), []
    if is_for_officer(asked):
        said.append(_("Samen is dit meer dan tien schooldagen. De leerplichtambtenaar beslist."))
    if asked.ground == Ground.HOLIDAY:
        if granted_before(asked, Ground.HOLIDAY):
            said.append(_("Dit kind kreeg dit schooljaar al vakantieverlof. Dat mag één keer."))
        if year and asked.starts_on < year.starts_on + FIRST_WEEKS:
            said.append(_("Vakantieverlof mag niet in de eerste twee weken van het schooljaar."))
    return said


def ask_of_form(said: dict[str, Any], child: Person, viewer: Viewer) -> LeaveRequest:
    """To the school at which she must be; of two, the one with lessons."""
    schools = schools_of([child], viewer.today)[child.pk]
    school = min(schools, key=lambda one: one.sector == Sector.CHILDCARE)
    return ask_leave(
        child,
        school,
        token=said["token"],
        ground=said["ground"],
        days=(said["starts_on"], said["ends_on"]),
        explanation=said["explanation"],
        by=viewer.person,
        at=viewer.now,
        today=viewer.today,
    )
