"""Somebody who speaks in a conversation: from which corner, when it is read, and when others hear of it."""

import datetime as dt
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from driehoek.backbone.access.corners import Corner, corner_of
from driehoek.backbone.access.viewer import Viewer
from driehoek.base.core.limits import DAY, Limit
from driehoek.facts.schools.hours import is_quiet, work_time
from driehoek.facts.schools.models import School
from driehoek.features.conversations.forms import AskForm, SayForm
from driehoek.features.conversations.models import Conversation, Message

A_WHILE = dt.timedelta(minutes=10)
MOST = 30  # messages of one person in that time
ASKED = Limit("conversations.ask", 20, DAY)  # by person: each is a mail to the team
SAID = {  # by person; who works at school answers a whole group
    "home": Limit("conversations.say", 120, DAY),
    "school": Limit("conversations.say_at_work", 400, DAY),
}


def is_out_of_breath(viewer: Viewer) -> bool:
    """So much in so short a time that it is a machine, or somebody who should wait."""
    lately = Message.objects.filter(author=viewer.person, at__gt=viewer.now - A_WHILE)
    return lately.count() >= MOST


def why_not_now(viewer: Viewer, limit: Limit | None = None) -> str:
    """Why she cannot say this at this moment; empty when she can. Counts this try, as something said unless
    another limit is named."""
    if is_out_of_breath(viewer):
        return _("Dat zijn veel berichten. Wacht tien minuten.")
    if not (limit or SAID[viewer.hat]).allows(str(viewer.person.pk), now=viewer.now):
        return _("Dat zijn veel berichten op een dag. Kom morgen terug.")
    return ""


def is_spent(viewer: Viewer) -> bool:
    """The same, for words that came by mail."""
    return bool(why_not_now(viewer))


@dataclass(frozen=True)
class Times:
    """When words are read, and when a mail tells of them."""

    due_at: dt.datetime
    told_at: dt.datetime


def times(viewer: Viewer, school: School, *, urgent: bool = False) -> Times:
    """What home says is read at once, and staff are mailed when they are at work. What school says in the
    evening waits for the morning, unless it cannot."""
    at_work = work_time(school, viewer.now)
    if viewer.hat != "school":
        return Times(viewer.now, at_work)
    due_at = viewer.now if urgent else at_work
    return Times(due_at, due_at)


def may_wait(viewer: Viewer, school: School) -> bool:
    """What this viewer says now is read in the morning."""
    return viewer.hat == "school" and is_quiet(viewer.now, school)


@transaction.atomic
def say(conversation: Conversation, form: SayForm, viewer: Viewer) -> Message:
    urgent = form.cleaned_data["urgent"] and may_wait(viewer, conversation.school)
    when = times(viewer, conversation.school, urgent=urgent)
    said = conversation.say(
        form.cleaned_data["text"],
        by=viewer.person,
        corner=corner_of(viewer),
        at=viewer.now,
        due_at=when.due_at,
        told_at=when.told_at,
        attachments=form.attached.rows,
    )
    if urgent:
        conversation.hurry(said, reason=form.cleaned_data["reason"], by=viewer.person, at=viewer.now)
    return said


def ask(form: AskForm, viewer: Viewer) -> Conversation:
    """Begin a conversation from home."""
    address = form.address
    return Conversation.begin(
        address.school,
        address.children,
        line_of=viewer.person,
        by=viewer.person,
        corner=corner_of(viewer),
        text=form.cleaned_data["text"],
        at=viewer.now,
        told_at=times(viewer, address.school).told_at,
        with_student=address.is_by_law or (form.asks_student_in and corner_of(viewer) == Corner.HOME),
        team=address.team,
        attachments=form.attached.rows,
    )
