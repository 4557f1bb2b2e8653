"""Leave that is asked, who may decide about so many days, and what the head should know."""

import datetime as dt
import uuid
from typing import Any  # what a form holds

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.db.models import Exists, Sum
from django.http import QueryDict
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext as _

from driehoek.backbone.access.models import Role, Seat
from driehoek.backbone.access.rules.absences import beside
from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.journal.models import record
from driehoek.backbone.media.attaching import Attached
from driehoek.backbone.media.models import Attachment
from driehoek.backbone.translation.wanting import languages_of, want
from driehoek.base.core.clock import day_of
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import Function, School, Sector
from driehoek.features.absences.leave_law import HEAD_DECIDES, school_days, year_around
from driehoek.features.absences.models import LeaveVoice
from driehoek.features.absences.models.leave import (
    EVERY_DAY,
    TIME_TO_DECIDE,
    Ground,
    LeaveRequest,
    days_of,
)
from driehoek.features.absences.reporting import schools_of

A_DAY = dt.timedelta(days=1)
FIRST_WEEKS = dt.timedelta(days=14)


def decide_by(first: dt.date, today: dt.date) -> dt.date:
    """Within two weeks, and before it begins; of what has begun already, within two weeks."""
    if first < today:
        return today + TIME_TO_DECIDE
    return max(min(today + TIME_TO_DECIDE, first - A_DAY), today)


@transaction.atomic
def ask_leave(
    child: Person, school: School, *, token: uuid.UUID, ground: str, days: tuple[dt.date, dt.date],
    explanation: str, by: Person, at: dt.datetime, today: dt.date, weekdays: str = EVERY_DAY,
    voice: Attachment | None = None,
) -> LeaveRequest:  # fmt: skip
    """Put it before the head. The same form sent twice is one request."""
    first, last = days
    words = {
        "student": child, "school": school, "ground": ground, "explanation": explanation, "by": by, "at": at,
        "starts_on": first, "ends_on": last, "decide_by": decide_by(first, today), "weekdays": weekdays,
        "school_days": school_days(first, last, school, days_of(weekdays)),
    }  # fmt: skip
    hers = uuid.uuid5(token, str(by.pk))  # the page of one parent may be sent by the other, on one tablet
    asked, is_new = LeaveRequest.objects.get_or_create(token=hers, defaults=words)
    if is_new:
        LeaveVoice.carry(asked.pk, voice)
        record("absences.leave.asked", asked, by=by, at=at)
        heads = Seat.objects.on(today).filter(role=Role.STAFF, function=Function.HEAD, school=school)
        want(asked.texts.values(), languages_of(*heads.values_list("person__language", flat=True)), at=at)
    return asked


def granted_before(asked: LeaveRequest, *grounds: str) -> int:
    """School days of leave that this child was granted in the same school year."""
    year = year_around(asked.school, asked.starts_on)
    earlier = LeaveRequest.objects.granted().filter(student=asked.student, school=asked.school)
    earlier = earlier.filter(ground__in=grounds, starts_on__gte=year.starts_on) if year else earlier.none()
    return earlier.exclude(pk=asked.pk).aggregate(days=Sum("school_days"))["days"] or 0


def is_for_officer(asked: LeaveRequest) -> bool:
    """More school days in a year than the head may give, for anything but a holiday (art. 14)."""
    if asked.ground == Ground.HOLIDAY:
        return False
    weighty = [ground for ground in Ground if ground != Ground.HOLIDAY]
    return granted_before(asked, *weighty) + asked.school_days > asked.most_days


def is_by_nobody(asked: LeaveRequest, viewer: Viewer) -> bool:
    """Asked by somebody who answers for the child no longer."""
    speaks = LeaveRequest.objects.filter(Exists(beside(viewer, "by")), pk=asked.pk)
    return not speaks.exists()


def worth_knowing(asked: LeaveRequest, viewer: Viewer) -> list[str]:
    """What bears on this request, for the head who decides: who asked, and what the law says."""
    year, said = year_around(asked.school, asked.starts_on), []
    if is_by_nobody(asked, viewer):
        said.append(_("Wie dit vroeg, meldt nu niet meer voor dit kind."))
    if asked.starts_on < day_of(asked.at):
        said.append(_("Dit is achteraf gevraagd. Dat mag tot twee dagen na het begin (artikel 14)."))
    if asked.most_days < HEAD_DECIDES:
        few = _("Deze leerling heeft niet elke dag les. Jij mag hier %(n)s schooldagen per jaar geven.")
        said.append(few % {"n": asked.most_days})
    if is_for_officer(asked):
        many = _("Samen is dit meer dan %(n)s schooldagen. De leerplichtambtenaar beslist.")
        said.append(many % {"n": asked.most_days})
    if asked.ground == Ground.HOLIDAY:
        if granted_before(asked, Ground.HOLIDAY):
            said.append(_("Dit kind kreeg dit schooljaar al vakantieverlof. Dat mag één keer."))
        if year and asked.starts_on < year.starts_on + FIRST_WEEKS:
            said.append(_("Vakantieverlof mag niet in de eerste twee weken van het schooljaar."))
    return said


def attached(
    viewer: Viewer, family: list[Person], data: QueryDict, files: "MultiValueDict[str, UploadedFile]"
) -> Attached:
    """What is spoken, for the school that decides; while no child is chosen, for that of the first."""
    chosen = [child for child in family if str(child.pk) == data.get("child")]
    return Attached(viewer, _school_of((chosen or family)[0], viewer), data, files)


def _school_of(child: Person, viewer: Viewer) -> School:
    """At which she must be; of two, the one with lessons."""
    schools = schools_of([child], viewer.today)[child.pk]
    return min(schools, key=lambda one: one.sector == Sector.CHILDCARE)


def ask_of_form(
    said: dict[str, Any], child: Person, viewer: Viewer, voice: Attachment | None = None
) -> LeaveRequest:
    return ask_leave(
        child,
        _school_of(child, viewer),
        token=said["token"],
        ground=said["ground"],
        days=(said["starts_on"], said["ends_on"]),
        explanation=said["explanation"],
        weekdays=said["weekdays"],
        voice=voice,
        by=viewer.person,
        at=viewer.now,
        today=viewer.today,
    )
