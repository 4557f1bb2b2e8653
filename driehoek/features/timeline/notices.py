"""Who hears of a new moment: the student at once, her guardians when it is theirs to read."""

import datetime as dt

from django.db.models import QuerySet
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from driehoek.backbone.access.models import Role, Seat
from driehoek.backbone.journal.models import Entry
from driehoek.backbone.notifications.belonging import About
from driehoek.backbone.notifications.categories import Category
from driehoek.backbone.notifications.notices import Notice, notice
from driehoek.facts.people.models import Person
from driehoek.features.timeline.models import Milestone


@notice("timeline.milestone.added")
def added(entry: Entry) -> Notice | None:
    """To the student; what she added herself she knows."""
    milestone = entry.subject
    if not isinstance(milestone, Milestone) or milestone.is_by_her:
        return None
    return _told(milestone, Person.objects.filter(pk=milestone.student_id))


@notice("timeline.milestone.shown")
def shown(entry: Entry) -> Notice | None:
    milestone = entry.subject
    if not isinstance(milestone, Milestone) or milestone.home_at is None:
        return None
    return _told(milestone, lambda day: _guardians(milestone.student_id, day))


def _guardians(student: int, day: dt.date) -> QuerySet[Person]:
    seats = Seat.objects.on(day).filter(role=Role.GUARDIAN, sees_child=True, student=student)
    return Person.objects.filter(pk__in=seats.values("person"))


def _told(milestone: Milestone, to: object) -> Notice:
    school = milestone.school
    return Notice(
        to=to,  # type: ignore[arg-type]  # a query, or what gives one for a day
        category=Category.NEWS,
        about=About(school=school.pk, student=milestone.student_id),
        subject=format_lazy(_("Nieuws van {place}"), place=school.name),
        paragraphs=(_("Er staat iets nieuws in de loopbaan op school."),),
        private=() if milestone.is_by_her else tuple(milestone.texts.values()),  # she may take it back
        action=_("Bekijk de loopbaan"),
        path=milestone.get_absolute_url(),
        hats=("home",),
    )
