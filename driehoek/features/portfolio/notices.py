"""Who hears of new work and of a new goal: those it is for at home. And of an answer: the child herself."""

import datetime as dt
from functools import partial

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from driehoek.backbone.access.models import Role, Seat
from driehoek.backbone.journal.models import Entry
from driehoek.backbone.notifications.belonging import About
from driehoek.backbone.notifications.categories import Category
from driehoek.backbone.notifications.letter import Words
from driehoek.backbone.notifications.notices import Notice, Part, notice, spoken
from driehoek.facts.people.models import Person
from driehoek.features.portfolio.models import Echo, ForWhom, Goal, GoalVoice, Work, WorkAttachment


@notice("portfolio.work.shown")
def work_shown(entry: Entry) -> Notice | None:
    """The policy asks again whether she is one of those it is for."""
    work = entry.subject
    if not isinstance(work, Work) or hasattr(work, "removal") or work.whom == ForWhom.TEACHER:
        return None
    return Notice(
        to=partial(_readers_of, work),
        category=Category.NEWS,
        about=About(school=work.school_id, student=work.student_id),
        subject=_("Nieuw werk in het portfolio"),
        paragraphs=(_("Er staat nieuw werk in het portfolio. Kijk, luister en reageer."),),
        private=_of_school(work, *spoken(WorkAttachment.of([work.pk]).get(work.pk, []))),
        several=_several_works,
        several_at=reverse("portfolio:of_child", args=[work.student_id]),
        action=_("Bekijk het werk"),
        path=work.get_absolute_url(),
        hats=("home",),
    )


def _of_school(thing: Work | Goal, *spoken: Part) -> tuple[Part, ...]:
    """What a teacher wrote may stand in a mailbox of one's own. A child can take back what she wrote, from a
    mail she could not; and a goal that was changed may be in her words."""
    is_hers = thing.author_id == thing.student_id or (isinstance(thing, Goal) and thing.version > 1)
    return () if is_hers else (*thing.texts.values(), *spoken)


def _several_works(number: int) -> Words:
    return ngettext_lazy("%(n)s nieuw werk", "%(n)s nieuwe werken", number) % {"n": number}


@notice("portfolio.goal.chosen")
def goal_chosen(entry: Entry) -> Notice | None:
    goal = entry.subject
    if not isinstance(goal, Goal) or hasattr(goal, "removal") or goal.whom == ForWhom.TEACHER:
        return None
    return Notice(
        to=partial(_home_of, goal.student_id),
        category=Category.NEWS,
        about=About(school=goal.school_id, student=goal.student_id),
        subject=_("Een nieuw doel"),
        paragraphs=(_("Er is een nieuw doel gekozen. Lees hoe thuis kan helpen."),),
        private=_of_school(goal, *spoken(GoalVoice.heard_in(goal.pk))),
        action=_("Bekijk het doel"),
        path=goal.get_absolute_url(),
        hats=("home",),
    )


def _readers_of(work: Work, day: dt.date) -> QuerySet[Person]:
    """Those at home whom she chose; all of them when she did not choose."""
    home = _home_of(work.student_id, day)
    return home.filter(pk__in=work.readers()) if work.whom == ForWhom.CHOSEN else home


def _home_of(student: int, day: dt.date) -> QuerySet[Person]:
    seats = Seat.objects.on(day).filter(role=Role.GUARDIAN, sees_child=True, student=student)
    return Person.objects.filter(pk__in=seats.values("person"))


@notice("portfolio.echo.said")
def echo_said(entry: Entry) -> Notice | None:
    """For the child alone: her teacher finds what is new on the page of the group. Not what was said: another
    home may open the mailbox of a child."""
    echo = entry.subject
    if not isinstance(echo, Echo) or hasattr(echo, "removal"):
        return None
    place = _("thuis") if echo.corner == "home" else _("school")
    return Notice(
        to=Person.objects.filter(pk=echo.student_id).exclude(pk=echo.author_id),
        category=Category.REPLIES,
        about=About(school=echo.school_id, student=echo.student_id),
        subject=format_lazy(_("Een reactie van {place} op je werk"), place=place),
        paragraphs=(format_lazy(_("Er is een reactie van {place}."), place=place),),
        action=_("Luister of lees"),
        path=echo.get_absolute_url(),
        hats=("home",),
    )
