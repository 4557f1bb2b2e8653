"""What is told about talks. No mail names the child or says what it is about: a mailbox may be shared."""

import datetime as dt
from dataclasses import replace
from typing import Any  # words with a gap, in whichever language

from django.db.models import Q, QuerySet
from django.utils.dateformat import format as date_format
from django.utils.functional import lazy
from django.utils.text import format_lazy
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from driehoek.backbone.access.corners import Corner
from driehoek.backbone.access.viewer import Hat
from driehoek.backbone.journal.models import Entry
from driehoek.backbone.notifications.belonging import About
from driehoek.backbone.notifications.categories import Category
from driehoek.backbone.notifications.letter import Words
from driehoek.backbone.notifications.notices import Framed, Notice, Part, notice
from driehoek.base.core.clock import amsterdam, day_of
from driehoek.facts.people.models import Person
from driehoek.features.talks.models import AskedAlong, Companion, Pledge, Point, Side, Talk, TalkRecord
from driehoek.features.talks.models.side import Reply
from driehoek.features.talks.models.talk import Kind

A_DAY = dt.timedelta(days=1)


def _when(talk: Talk) -> str:
    return date_format(amsterdam(talk.moment), gettext("l j F, H:i"))


when = lazy(_when, str)


def at_the_talk(talk: Talk, *, but: Person | None = None) -> QuerySet[Person]:
    """All who were asked, without whoever did it."""
    asked = Person.objects.filter(pk__in=talk.sides.values("person"))
    return asked.exclude(pk=but.pk) if but else asked


def who_come(talk: Talk, *, but: Person | None = None) -> QuerySet[Person]:
    """The same, and the colleagues who were asked along."""
    come = Q(pk__in=talk.along.values("person")) | Q(pk__in=talk.sides.values("person"))
    found = Person.objects.filter(come)
    return found.exclude(pk=but.pk) if but else found


@notice("talks.talk.planned")
def planned(entry: Entry) -> Notice | None:
    return _of_talk(
        entry,
        _("{school}: uitnodiging voor een gesprek"),
        on=_("Het gesprek is op {when}."),
        more=(_("Kijk wie erbij is, en vertel vast iets."),),
    )


@notice("talks.talk.moved")
def moved(entry: Entry) -> Notice | None:
    subject = _("{school}: het gesprek is op een ander moment")
    told = _of_talk(entry, subject, on=_("Het gesprek is nu op {when}."))
    return told and replace(told, act_by=entry.at + A_DAY)  # the moment before may be near


@notice("talks.talk.cancelled")
def cancelled(entry: Entry) -> Notice | None:
    talk = entry.subject
    if not isinstance(talk, Talk):
        return None
    said = (format_lazy(_("Het ging om {when}."), when=when(talk)),)
    come = who_come(talk, but=entry.actor)
    return _to_all(talk, come, _("{school}: een gesprek gaat niet door"), said, _("Lees waarom"))


@notice("talks.talk.ahead")
def ahead(entry: Entry) -> Notice | None:
    """Some days before: no surprises."""
    return _of_talk(
        entry,
        _("{school}: dit bespreken wij bij het gesprek"),
        on=_("Het gesprek is op {when}."),
        more=(_("Kijk wat wij bespreken. Wil je er iets bij? Zet het erbij."),),
        ends=True,
    )


@notice("talks.talk.near")
def near(entry: Entry) -> Notice | None:
    """The day before; after it began it is of no use."""
    subject = _("{school}: morgen is het gesprek")
    return _of_talk(entry, subject, on=_("Het gesprek is op {when}."), ends=True)


def _of_talk(
    entry: Entry, subject: Any, *, on: Any, more: tuple[Part, ...] = (), ends: bool = False
) -> Notice | None:
    """That a talk is on, and when. Of one that was called off there is nothing to tell."""
    talk = entry.subject
    if not isinstance(talk, Talk) or talk.is_off:
        return None
    said, come = (format_lazy(on, when=when(talk)), *more), who_come(talk, but=entry.actor)
    told = _to_all(talk, come, subject, said, _("Bekijk het gesprek"), ends=ends)
    if talk.kind == Kind.HOME:  # the place may be where one of two homes lives
        return told
    return replace(told, private=(Framed(_("Waar: {text}"), talk.texts["place"]),))


@notice("talks.side.answered")
def rather_at_another_moment(entry: Entry) -> Notice | None:
    """To school, of who cannot come then. That somebody comes stands on the page."""
    side = entry.subject
    if not isinstance(side, Side) or side.reply != Reply.OTHER or side.talk.is_off:
        return None
    hosts = Person.objects.filter(pk__in=side.talk.sides.filter(corner=Corner.SCHOOL).values("person"))
    said = (format_lazy(_("Iemand van thuis wil liever niet op {when}."), when=when(side.talk)),)
    subject = _("{school}: graag een ander moment voor een gesprek")
    return _to_all(side.talk, hosts, subject, said, _("Bekijk het gesprek"), ends=True, hats=("school",))


@notice("talks.along.asked")
def asked_along(entry: Entry) -> Notice | None:
    """To the colleague: at which talk, she reads there."""
    asked = entry.subject
    if not isinstance(asked, AskedAlong) or asked.talk.is_off:
        return None
    said = (format_lazy(_("Het gesprek is op {when}."), when=when(asked.talk)), _("Lees daar waarom."))
    come, subject = Person.objects.filter(pk=asked.person_id), _("{school}: je bent erbij gevraagd")
    return _to_all(asked.talk, come, subject, said, _("Bekijk het gesprek"), ends=True, hats=("school",))


@notice("talks.along.told")
def a_colleague_comes(entry: Entry) -> Notice | None:
    """To everybody at the talk: nobody is surprised at the door."""
    asked = entry.subject
    if not isinstance(asked, AskedAlong) or asked.talk.is_off:
        return None
    said = (_("Er komt nog iemand van school bij het gesprek. Kijk wie dat is, en waarom."),)
    return _somebody_comes(asked.talk, at_the_talk(asked.talk, but=entry.actor), said)


@notice("talks.companion.named")
def somebody_is_brought(entry: Entry) -> Notice | None:
    made = entry.subject
    if not isinstance(made, Companion) or made.side.talk.is_off:
        return None
    talk = made.side.talk
    said = (_("Iemand van thuis brengt iemand mee naar het gesprek. Kijk wie dat is."),)
    return _somebody_comes(talk, who_come(talk, but=entry.actor), said)


def _somebody_comes(talk: Talk, come: QuerySet[Person], said: tuple[Part, ...]) -> Notice:
    subject = _("{school}: er komt iemand bij het gesprek")
    return _to_all(talk, come, subject, said, _("Kijk wie erbij is"), ends=True)


@notice("talks.point.told")
def something_serious(entry: Entry) -> Notice | None:
    """Home reads it days before: at the table it is not new."""
    point = entry.subject
    if not isinstance(point, Point) or not point.is_serious:
        return None
    talk = point.side.talk
    home = Person.objects.filter(pk__in=talk.sides.filter(corner=Corner.HOME).values("person"))
    return Notice(
        to=home,
        category=Category.TALKS,
        about=About(school=talk.school_id, student=talk.student_id),
        subject=format_lazy(_("{school}: lees dit voor het gesprek"), school=talk.school.name),
        paragraphs=(_("School wil iets met je bespreken. Je leest het nu alvast."),),
        private=(point.texts["note"],),
        action=_("Lees het"),
        path=f"{talk.get_absolute_url()}#punten",
        hats=("home",),
        act_by=talk.moment,
    )


@notice("talks.record.made")
def closed(entry: Entry) -> Notice | None:
    made = entry.subject
    if not isinstance(made, TalkRecord):
        return None
    said = (_("Kloppen de afspraken? Zeg dan ja."),)
    subject = _("{school}: het verslag van het gesprek")
    there = at_the_talk(made.talk, but=entry.actor)
    return _to_all(made.talk, there, subject, said, _("Lees het verslag"))


def _to_all(
    talk: Talk, people: QuerySet[Person], subject: Any, said: tuple[Part, ...], action: Words, *,
    ends: bool = False, hats: tuple[Hat, ...] = ("home", "school"),
) -> Notice:  # fmt: skip
    return Notice(
        to=people,
        category=Category.TALKS,
        about=About(school=talk.school_id, student=talk.student_id),
        subject=format_lazy(subject, school=talk.school.name),
        paragraphs=said,
        action=action,
        path=talk.get_absolute_url(),
        hats=hats,
        ends_at=talk.moment if ends else None,
        act_by=talk.moment,
    )


@notice("talks.pledge.changed")
def changed(entry: Entry) -> Notice | None:
    pledge = entry.subject
    if not isinstance(pledge, Pledge) or not pledge.is_open:
        return None
    subject = _("{school}: een afspraak is veranderd")
    said = _("Kijk of het zo klopt, en zeg ja.")
    return _of_pledge(
        pledge, at_the_talk(pledge.talk, but=entry.actor), subject, said, _("Bekijk de afspraak")
    )


@notice("talks.pledge.near")
def pledge_is_near(entry: Entry) -> Notice | None:
    """To whoever does it, some days before."""
    return _to_doer(entry, _("{school}: denk je aan de afspraak?"), _("De dag komt dichterbij."))


@notice("talks.pledge.asked")
def is_it_done(entry: Entry) -> Notice | None:
    """A kind question, on the day after it. Not yet is an answer too."""
    return _to_doer(entry, _("{school}: is het gelukt?"), _("Nog niet? Dan spreken jullie iets anders af."))


def _to_doer(entry: Entry, subject: Words, said: Words) -> Notice | None:
    pledge = entry.subject
    if not isinstance(pledge, Pledge) or not pledge.is_open or pledge.talk.is_off:
        return None
    doers = pledge.doers(day_of(entry.due_at))
    people = Person.objects.filter(pk__in=doers)
    return _of_pledge(pledge, people, subject, said, _("Geef antwoord"))


def _of_pledge(pledge: Pledge, people: QuerySet[Person], subject: Any, said: Words, action: Words) -> Notice:
    """What was agreed goes along where the mailbox is hers alone, in words of school: what the child or
    another home made of it they can change again, and a mail does not come back (decision 106)."""
    talk = pledge.talk
    return Notice(
        to=people,
        category=Category.TALKS,
        about=About(school=talk.school_id, student=talk.student_id),
        subject=format_lazy(subject, school=talk.school.name),
        paragraphs=(said,),
        private=tuple(pledge.texts.values()) if pledge.is_in_words_of_school else (),
        action=action,
        path=pledge.get_absolute_url(),
    )
