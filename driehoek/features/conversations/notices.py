"""What conversations tell: that something was said, to the other side, and never what or about whom."""

import datetime as dt
from dataclasses import replace

from django.db.models import Q, QuerySet
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from driehoek.backbone.access.viewer import Hat
from driehoek.backbone.journal.models import Entry
from driehoek.backbone.notifications.belonging import About
from driehoek.backbone.notifications.categories import Category
from driehoek.backbone.notifications.letter import Words
from driehoek.backbone.notifications.notices import Notice, Receivers, notice, spoken
from driehoek.base.core.clock import day_of
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import GROUP_FUNCTIONS, MENTORS, Appointment, Enrolment, Function, Leave
from driehoek.features.conversations.models import (
    Conversation,
    Corner,
    Message,
    MessageAttachment,
    TalkRequest,
    Team,
)


@notice("conversations.message.said")
def message_said(entry: Entry) -> Notice | None:
    said = entry.subject
    if not isinstance(said, Message) or said.is_taken_back:
        return None
    path, day = said.get_absolute_url(), day_of(entry.due_at)
    at_home = _readers_at_home(said.conversation)
    if said.corner == Corner.SCHOOL:
        told = _told(said.conversation, at_home, _("Je hebt een bericht van school"), path, "home")
        return replace(
            told,
            private=(*said.texts.values(), *spoken(MessageAttachment.of([said])[said.pk])),
            several=lambda n: format_lazy(_("{n} berichten van school"), n=n),
            at_any_hour=hasattr(said, "hurry"),  # it could not wait for the morning, and says why
        )
    people = readers_at_school(said.conversation, day)
    if said.conversation.with_student:
        people = people | at_home
    told = _told(said.conversation, people, _("Er is een bericht van thuis"), path, "school", "home")
    return replace(told, several=lambda n: format_lazy(_("{n} berichten van thuis"), n=n))


@notice("conversations.conversation.assigned")
def assigned(entry: Entry) -> Notice | None:
    conversation = entry.subject
    if not isinstance(conversation, Conversation) or conversation.colleague is None:
        return None
    people = Person.objects.filter(pk=conversation.colleague.pk)
    subject = _("Een collega gaf je een gesprek door")
    return _told(conversation, people, subject, conversation.get_absolute_url(), "school")


@notice("conversations.talk.asked")
def talk_asked(entry: Entry) -> Notice | None:
    return _about_talk(entry, _("Iemand wil graag praten"), to_home=False)


@notice("conversations.talk.proposed")
def talk_proposed(entry: Entry) -> Notice | None:
    return _about_talk(entry, _("School stelt een tijd voor"), to_home=True)


@notice("conversations.talk.agreed")
def talk_agreed(entry: Entry) -> Notice | None:
    return _about_talk(entry, _("De tijd voor het gesprek is goed"), to_home=False)


def _about_talk(entry: Entry, subject: Words, *, to_home: bool) -> Notice | None:
    talk = entry.subject
    if not isinstance(talk, TalkRequest):
        return None
    conversation = talk.conversation
    path = f"{conversation.get_absolute_url()}#praten"
    if to_home:
        people = Person.objects.filter(pk=conversation.line_of_id)
        return _told(conversation, people, subject, path, "home")
    return _school(conversation, day_of(entry.due_at), subject, path)


def _readers_at_home(conversation: Conversation) -> QuerySet[Person]:
    """The person whose line it is, and the child who reads along."""
    people = Q(pk=conversation.line_of_id)
    if conversation.with_student:
        people |= Q(pk__in=conversation.children.values("student"))
    return Person.objects.filter(people)


def _school(conversation: Conversation, day: dt.date, subject: Words, path: str) -> Notice:
    """Whoever took it on, or else the whole team and who began it; and who stands in for one of them then."""
    return _told(conversation, readers_at_school(conversation, day), subject, path, "school")


def readers_at_school(conversation: Conversation, day: dt.date) -> QuerySet[Person]:
    jobs = Appointment.objects.on(day)
    if conversation.colleague:
        who = Q(pk=conversation.colleague.pk)
    elif conversation.team == Team.HELP:
        helpers = jobs.filter(school=conversation.school_id, group=None, function=Function.KEY_USER)
        who = Q(pk__in=helpers.values("person"))
    else:
        sits = Enrolment.objects.on(day).filter(
            student__in=conversation.children.values("student"), group__school=conversation.school_id
        )
        functions = MENTORS if conversation.team == Team.MENTOR else GROUP_FUNCTIONS
        team = jobs.filter(group__in=sits.values("group"), function__in=functions)
        who = Q(pk__in=team.values("person"))
    if conversation.about and not conversation.colleague:
        who |= Q(pk=conversation.started_by_id)
    present = Person.objects.filter(who)
    leave = Leave.objects.on(day).filter(person__in=present.values("pk"))
    return Person.objects.filter(who | Q(pk__in=leave.values("deputy")))


def _told(conversation: Conversation, people: Receivers, subject: Words, path: str, *hats: Hat) -> Notice:
    """That there is something, not what: a mailbox may be shared."""
    about = format_lazy(_("Het gaat om een gesprek met {school}."), school=conversation.school.name)
    return Notice(
        to=people,
        category=Category.TALKS,
        about=About(school=conversation.school_id),
        subject=subject,
        paragraphs=(about,),
        action=_("Lees het gesprek"),
        path=path,
        hats=hats,
    )
