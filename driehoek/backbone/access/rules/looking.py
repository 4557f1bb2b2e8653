"""Which kind of information about a student is open to this guardian today.

Three things decide it, each by rows and dates alone: what school opens, what the student says (of age, or
in an objection), and the step of the agreement that the three of them signed.
"""

import datetime as dt
from typing import Any

from django.db.models import OuterRef, Q, QuerySet

from driehoek.backbone.access.late import any_in
from driehoek.backbone.access.models.seat import deciding, of_age
from driehoek.backbone.access.rules.rule import Rule, fits_nothing
from driehoek.backbone.access.viewer import AMSTERDAM, Viewer
from driehoek.facts.looking.models import ExtraLook, LookAlong, Objection, opened, shuts
from driehoek.facts.looking.weeks import friday_before
from driehoek.facts.people.kinds import FOLLOWED
from driehoek.facts.people.models import StudentGrant
from driehoek.facts.schools.models import Enrolment

OF_CLASS = "group__school"  # on enrolments: the school of the class


def looks_along(
    kind: str,
    student: str = "student",
    *,
    school: str | None = "school",
    at: str | None = None,
    on: str | None = None,
) -> Rule:
    """The guardians' corner for one kind: rows about their children that are open to them today.

    `school` names the school of a row, of which the own rules count; None where a row is of no school. `at`
    names the moment of a row and `on` its day. At the step of a weekly summary a guardian sees what is
    dated before the last Friday; a row without a date is closed then. When the student shares herself, her
    own switch opens the kind.
    """
    key = f"{student}__in"

    def rows_for(me: Viewer) -> Q:
        let_in = lets_in(kind, student, school=school).rows_for(me)
        if fits_nothing(let_in) or kind not in FOLLOWED:
            return let_in
        open_ = ~Q(**{key: _tapered(me)}) | Q(**{key: _granted(me, kind)})
        if at or on:
            open_ |= Q(**{key: _weekly(me)}) & _before_friday(me.today, at, on)
        return let_in & open_

    return Rule(rows_for)


def weekly_looks(kind: str, student: str = "student", *, school: str | None = "school") -> Rule:
    """At the step of a weekly summary: for rows of which the day stands on what they are joined to."""
    weekly = Rule(lambda me: Q(**{f"{student}__in": _weekly(me)}))
    return lets_in(kind, student, school=school) & weekly


def lets_in(kind: str, student: str = "student", *, school: str | None = "school") -> Rule:
    """Whether this kind comes to a guardian at all, whatever step she agreed on. What a student shares one by
    one goes by this: `lets_in("work") & shared_with_me`."""
    key = f"{student}__in"

    def rows_for(me: Viewer) -> Q:
        wards = Q(**{key: me.wards()})
        if fits_nothing(wards):
            return wards
        return (
            wards
            & Q(**{key: _opened_by_a_school(me, kind)})
            & _as_its_school_says(me, kind, student, school)
            & ~Q(**{key: _not_granted(me, kind)})
            & ~Q(**{key: Objection.objects.standing().filter(guardian=me.person).values("student")})
        )

    return Rule(rows_for)


def comes_home(kind: str) -> Rule:
    """Children of whom this kind comes to a guardian, all of it or each week, whatever there is of it."""
    return looks_along(kind, "pk", school=None) | weekly_looks(kind, "pk", school=None)


def of_age_lets(kind: str, student: str = "student", *, school: str | None = "school") -> Rule:
    """Rows about nobody who is of age and keeps this kind to herself. For the arrangements of a day, which no
    agreement lets go of: a guardian must report a young student ill."""
    return Rule(
        lambda me: (
            ~Q(**{f"{student}__in": _not_granted(me, kind)}) & _as_its_school_says(me, kind, student, school)
        )
    )


def minor_at(school: str) -> Rule:
    """Rows of a school where the student does not decide herself, and did not when she left it."""

    def rows_for(me: Viewer) -> Q:
        there = Enrolment.objects.now_or_last(me.today).filter(of_age(me.today))
        return ~Q(any_in(there.filter(student=OuterRef("student"), group__school=OuterRef(school))))

    return Rule(rows_for)


def _before_friday(today: dt.date, at: str | None, on: str | None) -> Q:
    friday = friday_before(today)
    if on:
        return Q(**{f"{on}__lt": friday})
    return Q(**{f"{at}__lt": dt.datetime.combine(friday, dt.time(), tzinfo=AMSTERDAM)})


def _tapered(me: Viewer) -> QuerySet[LookAlong, Any]:
    """Children whom this guardian sees from further off, unless somebody worries just now."""
    mine = LookAlong.objects.tapered(me.today).filter(guardian=me.person)
    worried = ExtraLook.objects.on(me.today).filter(guardian=me.person).values("student")
    return mine.exclude(student__in=worried).values("student")


def _weekly(me: Viewer) -> QuerySet[LookAlong, Any]:
    return LookAlong.objects.weekly(me.today).filter(guardian=me.person).values("student")


def _granted(me: Viewer, kind: str) -> QuerySet[StudentGrant, Any]:
    return StudentGrant.objects.on(me.today).filter(guardian=me.person, kind=kind).values("student")


def _not_granted(me: Viewer, kind: str) -> QuerySet[Enrolment, Any]:
    """Of her children: who decides herself and does not show her this."""
    sits = deciding(me.today).filter(student__in=me.wards())
    return sits.exclude(student__in=_granted(me, kind)).values("student")


def _opened_by_a_school(me: Viewer, kind: str) -> QuerySet[Enrolment, Any]:
    """Of her children: whoever sits at a school that opens it."""
    return opened(kind, me.today).filter(student__in=me.wards()).values("student")


def _as_its_school_says(me: Viewer, kind: str, student: str, school: str | None) -> Q:
    """What a school gave goes by the rules of that school, also when she left it: else a door that was shut
    there, by the school or by herself, would open on her last day."""
    if school is None:
        return Q()
    there = {"student": OuterRef(student), "group__school": OuterRef(school)}
    sat = Enrolment.objects.filter(starts_on__lte=me.today, **there)
    hers = of_age(me.today) & ~Q(student__in=_granted(me, kind))
    shut = Enrolment.objects.now_or_last(me.today).filter(shuts(kind) | hers, **there)
    return Q(any_in(sat)) & ~Q(any_in(shut))
