"""What is told about assignments: little, and to her guardians once a week, with what else there was."""

import datetime as dt
from functools import partial

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from driehoek.backbone.access.models import Role, Seat
from driehoek.backbone.journal.models import Entry
from driehoek.backbone.notifications.belonging import About
from driehoek.backbone.notifications.categories import Category
from driehoek.backbone.notifications.notices import Notice, Receivers, Words, notice
from driehoek.base.core.clock import at
from driehoek.facts.people.models import Person
from driehoek.features.career.models import Assignment, Outcome


@notice("career.assignment.given")
def given(entry: Entry) -> Notice | None:
    """To the student, who has it first."""
    assignment = entry.subject
    if not isinstance(assignment, Assignment):
        return None
    her = Person.objects.filter(pk=assignment.student_id)
    line = _("Kies iemand thuis om dit samen te doen. Jij ziet het als eerste.")
    return _to_do(assignment, to=her, category=Category.TASKS, line=line)


@notice("career.assignment.shown")
def shown(entry: Entry) -> Notice | None:
    assignment = entry.subject
    if not isinstance(assignment, Assignment):
        return None
    line = _("Je kind kreeg dit voor thuis. Doe het samen, wanneer het uitkomt.")
    home = partial(_guardians, assignment.student_id)
    return _to_do(assignment, to=home, category=Category.CAREER, line=line)


def _to_do(assignment: Assignment, *, to: Receivers, category: Category, line: Words) -> Notice:
    return Notice(
        to=to,
        category=category,
        about=_about(assignment),
        subject=_("Een opdracht om samen te doen"),
        paragraphs=(assignment.task.name, line),
        action=_("Bekijk de opdracht"),
        path=assignment.get_absolute_url(),
        hats=("home",),
        act_by=at(assignment.due_on, dt.time()),
    )


@notice("career.outcome.told")
def told(entry: Entry) -> Notice | None:
    """That there is something: of her for her guardians, as far as they look along; of one of them for her.
    The words are for the page, where they can be taken back."""
    outcome = entry.subject
    if not isinstance(outcome, Outcome):
        return None
    her = Person.objects.filter(pk=outcome.student_id)
    return Notice(
        to=(lambda day: _guardians(outcome.student_id, day)) if outcome.is_by_her else her,
        category=Category.CAREER if outcome.is_by_her else Category.REPLIES,
        about=_about(outcome),
        subject=_("Een antwoord op een opdracht voor thuis"),
        paragraphs=(_("Er staat een antwoord bij de opdracht."),),
        action=_("Lees of luister"),
        path=outcome.get_absolute_url(),
        hats=("home",),
    )


def _about(thing: Assignment | Outcome) -> About:
    return About(school=thing.school_id, student=thing.student_id)


def _guardians(student: int, day: dt.date) -> QuerySet[Person]:
    seats = Seat.objects.on(day).filter(role=Role.GUARDIAN, sees_child=True, student=student)
    return Person.objects.filter(pk__in=seats.values("person"))
