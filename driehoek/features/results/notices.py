"""What is told about results. Never what somebody got, and never whose it is: a mailbox may be shared. The
student hears it when it comes out; at home it is bundled, unless somebody can still do something."""

import datetime as dt

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from driehoek.backbone.access.models import Role, Seat
from driehoek.backbone.journal.models import Entry
from driehoek.backbone.notifications.belonging import About
from driehoek.backbone.notifications.categories import Category
from driehoek.backbone.notifications.notices import Notice, notice
from driehoek.facts.people.models import Person
from driehoek.features.results.models import MissedWork, Moment, Result, Status


@notice("results.moment.opened")
def opened(entry: Entry) -> Notice | None:
    """To the student, when she may look."""
    moment = entry.subject
    if not isinstance(moment, Moment) or moment.opens_at != entry.due_at:
        return None
    return Notice(
        to=lambda day: seated(Role.STUDENT, Result.objects.filter(moment=moment), day),
        category=Category.TASKS,
        about=About(school=moment.school_id),
        subject=format_lazy(_("{school}: er zijn nieuwe resultaten"), school=moment.school.name),
        paragraphs=(
            *([_("Jij ziet ze als eerste.")] if moment.is_first_hers else []),
            _("Vertel het zelf thuis, op jouw manier."),
        ),
        action=_("Bekijk het"),
        path=reverse("results:mine"),
        hats=("home",),
    )


@notice("results.moment.came_home")
def came_home(entry: Entry) -> Notice | None:
    """To her guardians, together with what else there was that week."""
    moment = entry.subject
    if not isinstance(moment, Moment) or moment.home_at != entry.due_at:
        return None
    she_had_it = _("Je kind kon ze al zien. Vraag eerst hoe het ging.")
    return Notice(
        to=lambda day: seated(Role.GUARDIAN, Result.objects.filter(moment=moment), day),
        category=Category.RESULTS,
        about=About(school=moment.school_id),
        subject=format_lazy(_("{school}: er zijn nieuwe resultaten"), school=moment.school.name),
        paragraphs=(she_had_it if moment.is_first_hers else _("Vraag eerst hoe het ging."),),
        action=_("Bekijk het"),
        path=reverse("results:family"),
        hats=("home",),
    )


@notice("results.missed.found")
def missed(entry: Entry) -> Notice | None:
    """Only while something is missing still."""
    found = entry.subject
    if not isinstance(found, MissedWork) or found.moment.home_at != entry.due_at:
        return None
    missing = Result.objects.filter(moment=found.moment, status=Status.MISSING)
    return Notice(
        to=lambda day: seated(Role.GUARDIAN, missing, day),
        category=Category.TASKS,
        about=About(school=found.moment.school_id),
        subject=format_lazy(_("{school}: er is werk niet ingeleverd"), school=found.moment.school.name),
        paragraphs=(
            _("Vraag je kind wat er nog moet, en wanneer dat lukt."),
            _("Lukt het niet? Dan denkt school mee."),
        ),
        action=_("Bekijk wat er mist"),
        path=reverse("results:family"),
        hats=("home",),
    )


def seated(role: Role, results: QuerySet[Result], day: dt.date) -> QuerySet[Person]:
    """The students of these results, or their guardians; whether she may see them, is asked again later. By
    their keys: joined to the results, PostgreSQL looks at the seats of the whole board."""
    students = list(results.order_by().values_list("student", flat=True).distinct())
    seats = Seat.objects.on(day).filter(role=role, student__among=frozenset(students))
    if role == Role.GUARDIAN:
        seats = seats.filter(sees_child=True)
    return Person.objects.filter(pk__in=seats.values("person"))
