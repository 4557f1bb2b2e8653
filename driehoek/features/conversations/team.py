"""Who at school is there for a child: on which days, who stands in, and when an answer comes."""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from typing import Any  # what a query is given

from django.db.models import Case, OuterRef, QuerySet, Subquery, When
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext as _

from driehoek.backbone.access.parts import Asking, asked
from driehoek.backbone.access.prepared import padded, prepared
from driehoek.backbone.access.viewer import Viewer
from driehoek.base.core.text import listed
from driehoek.facts.people.models import Person
from driehoek.facts.schools.hours import WORKDAYS, Closed, next_day_at_work
from driehoek.facts.schools.models import (
    GROUP_FUNCTIONS,
    MENTORS,
    Appointment,
    Enrolment,
    Function,
    GroupKind,
    Leave,
    School,
)
from driehoek.features.conversations.models import Team

Place = tuple[School, tuple[Person, ...]]  # children at one school


@dataclass(frozen=True)
class Colleague:
    """Someone at school as a family meets her: what she does, on which days (ISO numbers), and if she is
    away now, until when, and who reads for her."""

    person: Person
    function: str
    group: str
    school: int
    is_mentor: bool = False
    team: str = ""  # in which she reads what families ask; empty: in none
    days: tuple[int, ...] = ()
    away_until: dt.date | None = None
    deputy: str = ""

    @property
    def days_in_words(self) -> str:
        return listed(WEEKDAYS[day - 1] for day in self.days)

    @property
    def back_on(self) -> dt.date | None:
        """Her first day at work after it."""
        return next_day_at_work(self.away_until, self.days or WORKDAYS, ()) if self.away_until else None


@dataclass(frozen=True)
class Contact:
    """One person at school, with all that she does there for a child."""

    roles: tuple[Colleague, ...]

    @property
    def person(self) -> Person:
        return self.roles[0].person

    @property
    def first(self) -> Colleague:
        """What she does closest to the child; that is where a question goes."""
        return next((role for role in self.roles if role.team), self.roles[0])

    @property
    def mentoring(self) -> Colleague | None:
        """That she is the child's mentor."""
        return next((role for role in self.roles if role.is_mentor), None)

    @property
    def also_helps(self) -> Colleague | None:
        """That she helps with the portal as well: a question about that goes elsewhere."""
        return next((one for one in self.roles if one.team == Team.HELP and one is not self.first), None)

    @property
    def work(self) -> list[Colleague]:
        return [role for role in self.roles if role is not self.also_helps]

    @property
    def days_in_words(self) -> str:
        """All days on which she is there; none when nobody said them of one of her groups."""
        days = {day for role in self.work for day in role.days}
        return listed(WEEKDAYS[day - 1] for day in sorted(days) if all(role.days for role in self.work))


def team_of(children: Collection[Person], school: School, day: dt.date) -> list[Colleague]:
    """Everyone who works with a group of one of these children at this school today."""
    return _asked(_team_jobs, day, padded(child.pk for child in children), school.pk)


def teams_of(places: Collection[Place], day: dt.date) -> list[list[Colleague]]:
    """The team of each of these, in its order: as many questions, however many there are."""
    children = padded({child.pk for _school, some in places for child in some})
    sitting, jobs = prepared(_sitting, day, children), prepared(_jobs_around, day, children)
    groups = defaultdict[tuple[int, int], set[int]](set)
    for student, group, school in sitting:
        groups[student, school].add(group)
    return [
        _working_with(set[int | None]().union(*(groups[child.pk, school.pk] for child in some)), jobs)
        for school, some in places
    ]


def _working_with(groups: set[int | None], jobs: Iterable[Appointment]) -> list[Colleague]:
    return [_colleague(job) for job in jobs if job.group_id in groups]


def key_users_of(schools: Collection[int], day: dt.date) -> list[Colleague]:
    """Who helps families with the portal there."""
    return _asked(_help_jobs, day, padded(schools))


def contacts_of(child: Person, viewer: Viewer) -> Asking[list[Contact]]:
    """For the card on a child's page: the staff of her groups, and who helps with the portal. Each once."""
    jobs = yield from asked(_card_jobs, viewer.today, child.pk)
    roles: dict[int, list[Colleague]] = {}
    for job in jobs:
        roles.setdefault(job.person_id, []).append(_colleague(job))
    return [Contact(tuple(held)) for held in roles.values()]


def nearest(contacts: Iterable[Contact]) -> list[Contact]:
    """Whom a family asks first: the mentor of this child, else who works with her class."""
    around = [contact for contact in contacts if contact.first.team == Team.CHILD]
    mentors = [contact for contact in around if contact.mentoring]
    return mentors or [contact for contact in around if contact.first.group == around[0].first.group]


def _asked(jobs: Callable[..., QuerySet[Appointment]], *given: Any) -> list[Colleague]:
    return [_colleague(job) for job in prepared(jobs, *given)]


def _team_jobs(day: dt.date, children: tuple[int, ...], school: int) -> QuerySet[Appointment]:
    return _jobs_around(day, children).filter(group__school=school)


def _jobs_around(day: dt.date, children: tuple[int, ...]) -> QuerySet[Appointment]:
    groups = Enrolment.objects.on(day).filter(student__in=children).values("group")
    return _present(Appointment.objects.filter(group__in=groups, function__in=GROUP_FUNCTIONS), day)


def _sitting(day: dt.date, children: tuple[int, ...]) -> QuerySet[Enrolment, tuple[int, int, int]]:
    sits = Enrolment.objects.on(day).filter(student__in=children)
    return sits.values_list("student", "group", "group__school")


def _help_jobs(day: dt.date, schools: tuple[int, ...]) -> QuerySet[Appointment]:
    return _present(_helping(schools), day)


def _card_jobs(day: dt.date, child: int) -> QuerySet[Appointment]:
    sits = Enrolment.objects.on(day).filter(student=child)
    staff = Appointment.objects.filter(group__in=sits.values("group"))
    return _present(staff | _helping(sits.values("group__school")), day)


def _helping(schools: "tuple[int, ...] | QuerySet[Enrolment, Any]") -> QuerySet[Appointment]:
    return Appointment.objects.filter(school__in=schools, group=None, function=Function.KEY_USER)


def _present(jobs: QuerySet[Appointment], day: dt.date) -> QuerySet[Appointment]:
    """Those that run on that day, with whether somebody is away now."""
    leave = Leave.objects.on(day).filter(person=OuterRef("person")).order_by("-ends_on")
    running = jobs.filter(pk__in=Appointment.objects.on(day).values("pk"), person__is_active=True).annotate(
        away_until=Subquery(leave.values("ends_on")[:1]),
        deputy_called=Subquery(leave.values("deputy__called")[:1]),
        deputy_named=Subquery(leave.values("deputy__given_name")[:1]),
    )
    running = running.select_related("person__portrait", "group")
    class_first = Case(When(group__kind=GroupKind.CLASS, then=0), When(group=None, then=2), default=1)
    return running.order_by(class_first, "person__family_name", "pk")


def _colleague(job: Appointment) -> Colleague:
    facts = vars(job)  # annotated above
    return Colleague(
        person=job.person,
        function=job.get_function_display(),
        group=job.group.name if job.group else "",
        school=job.school_id or 0,
        is_mentor=bool(job.group_id and job.function in MENTORS),
        team=_team(job),
        days=job.workdays,
        away_until=facts["away_until"],
        deputy=facts["deputy_called"] or facts["deputy_named"] or "",
    )


def _team(job: Appointment) -> str:
    if job.function == Function.KEY_USER and job.group_id is None:
        return Team.HELP
    return Team.CHILD if job.group_id and job.function in GROUP_FUNCTIONS else ""


def answer_day(team: Iterable[Colleague], closed: Closed, today: dt.date) -> dt.date:
    """By when somebody may be expected to have answered: the next day on which one of them is at work and
    their school is not `closed`."""
    days = [_next_day(colleague, today, closed) for colleague in team]
    return min(days, default=next_day_at_work(today, WORKDAYS, closed))


def _next_day(colleague: Colleague, today: dt.date, closed: Closed) -> dt.date:
    if colleague.away_until and not colleague.deputy:
        return next_day_at_work(max(today, colleague.away_until), colleague.days or WORKDAYS, closed)
    return next_day_at_work(today, WORKDAYS if colleague.away_until else colleague.days or WORKDAYS, closed)


def names_of(team: Iterable[Colleague]) -> str:
    """ "Juf Anouk en Juf Meryem"; without anybody the school."""
    names = list(dict.fromkeys(colleague.person.name for colleague in team))
    return listed(names) if names else _("de school")
