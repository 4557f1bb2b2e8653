"""What is told about absences. No mail names a child or says why: a mailbox may be shared."""

import datetime as dt

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from driehoek.backbone.access.models import Role, Seat
from driehoek.backbone.access.offices import office_of
from driehoek.backbone.journal.models import Entry
from driehoek.backbone.notifications.belonging import About
from driehoek.backbone.notifications.categories import Category
from driehoek.backbone.notifications.letter import Words
from driehoek.backbone.notifications.notices import Notice, notice
from driehoek.backbone.translation.texts import Text
from driehoek.base.core.clock import day_of, end_of
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import GROUP_FUNCTIONS, Enrolment, Function
from driehoek.features.absences.addressing import wording
from driehoek.features.absences.models import (
    Absence,
    LeaveDecision,
    LeaveRequest,
    ListAlarm,
    MorningAnswer,
    MorningQuestion,
    Pickup,
    SwapDay,
    SwapRequest,
    Withdrawal,
)
from driehoek.features.absences.swapping import who_answers


def who_answer_for(child: int, day: dt.date) -> QuerySet[Person]:
    """The guardians who may answer for this child, and herself: whether she may, is asked again later."""
    seats = Seat.objects.on(day).filter(student=child)
    guardians = seats.filter(role=Role.GUARDIAN, may_answer=True) | seats.filter(role=Role.STUDENT)
    return Person.objects.filter(pk__in=guardians.values("person"))


@notice("absences.morning.asked")
def better_again(entry: Entry) -> Notice | None:
    question = entry.subject
    if not isinstance(question, MorningQuestion) or not _is_open(question):
        return None
    words = wording(question.absence, question.day)
    return Notice(
        to=lambda day: who_answer_for(question.absence.student_id, day),
        category=Category.ABSENCES,
        about=About(school=question.absence.school_id, student=question.absence.student_id),
        subject=words.better,
        paragraphs=(words.was_ill, _("Eén tik is genoeg.")),
        action=_("Geef antwoord"),
        path=question.get_absolute_url(),
        hats=("home",),
        ends_at=end_of(question.day),
    )


def _is_open(question: MorningQuestion) -> bool:
    answered = MorningAnswer.objects.filter(question=question).exists()
    withdrawn = Withdrawal.objects.filter(absence=question.absence_id).exists()
    return not answered and not withdrawn and question.absence.ends_on is None


@notice("absences.absence.noted")
def not_at_school(entry: Entry) -> Notice | None:
    """The same morning, and only while it is that day: tomorrow it would frighten for nothing."""
    absence = entry.subject
    if not isinstance(absence, Absence) or not absence.is_unexplained:
        return None
    if absence.starts_on != day_of(entry.at) or Withdrawal.objects.filter(absence=absence).exists():
        return None
    words = wording(absence, absence.starts_on)
    return Notice(
        to=lambda day: who_answer_for(absence.student_id, day) if day == absence.starts_on else _nobody(),
        category=Category.ABSENCES,
        about=About(school=absence.school_id, student=absence.student_id),
        subject=words.missed,
        headline=words.we_miss,
        paragraphs=(
            words.not_there,
            _("Laat ons meteen weten waarom. Weet je het niet? Bel dan de school."),
            format_lazy(_("{school}: {phone}"), school=absence.school.name, phone=absence.school.phone),
        ),
        action=_("Geef antwoord"),
        path=reverse("absences:explanation", args=[absence.pk]),
        hats=("home",),
        ends_at=end_of(absence.starts_on),
    )


def _nobody() -> QuerySet[Person]:
    return Person.objects.none()


@notice("absences.pickup.arranged")
def fetched_otherwise(entry: Entry) -> Notice | None:
    """To who looks after the child that day; who comes stands on the list, which is always true."""
    pickup = entry.subject
    if not isinstance(pickup, Pickup):
        return None
    return Notice(
        to=lambda day: _who_looks_after(pickup, day) if day == pickup.day else _nobody(),
        category=Category.ABSENCES,
        about=About(school=pickup.school_id, student=pickup.student_id),
        subject=_("Een kind wordt vandaag anders opgehaald"),
        paragraphs=(_("Er komt iemand anders, of het wordt later. Kijk op de lijst van vandaag."),),
        action=_("Bekijk het"),
        path=reverse("absences:pickup_list", args=[pickup.student_id]),
        hats=("school",),
        ends_at=end_of(pickup.day),
    )


def _who_looks_after(pickup: Pickup, day: dt.date) -> QuerySet[Person]:
    sits = Enrolment.objects.on(day).filter(student=pickup.student_id, group__school=pickup.school_id)
    team = Seat.objects.on(day).filter(
        role=Role.STAFF, function__in=GROUP_FUNCTIONS, group__in=sits.values("group")
    )
    return Person.objects.filter(pk__in=team.values("person"))


@notice("absences.list.unread")
def nobody_looked(entry: Entry) -> Notice | None:
    alarm = entry.subject
    if not isinstance(alarm, ListAlarm):
        return None
    return Notice(
        to=lambda day: office_of([alarm.school_id], day, Function.OFFICE, Function.HEAD),
        category=Category.ABSENCES,
        about=About(school=alarm.school_id, group=alarm.group_id),
        subject=format_lazy(_("Niemand keek nog op de lijst van {group}"), group=alarm.group.name),
        paragraphs=(
            _("Op de lijst van vandaag staat wie er niet is. De groep heeft dat nog niet gezien."),
            _("Loop even langs, of bel de klas."),
        ),
        action=_("Bekijk wie er weg is"),
        path=reverse("absences:whole_school"),
        hats=("school",),
        ends_at=end_of(alarm.day),
    )


@notice("absences.leave.asked")
def leave_was_asked(entry: Entry) -> Notice | None:
    asked = entry.subject
    if not isinstance(asked, LeaveRequest) or not asked.is_open:
        return None
    return Notice(
        to=lambda day: office_of([asked.school_id], day, Function.HEAD),
        category=Category.ABSENCES,
        about=About(school=asked.school_id),
        subject=_("Een ouder vraagt verlof"),
        paragraphs=(format_lazy(_("Beslis uiterlijk op {day}."), day=f"{asked.decide_by:%d-%m-%Y}"),),
        action=_("Bekijk de aanvraag"),
        path=asked.get_absolute_url(),
        hats=("school",),
    )


@notice("absences.leave.decided")
def leave_was_decided(entry: Entry) -> Notice | None:
    return _to_who_asked(entry, _("Er is een besluit over verlof"))


@notice("absences.leave.reversed")
def leave_was_reversed(entry: Entry) -> Notice | None:
    return _to_who_asked(entry, _("School kijkt opnieuw naar je verlof"))


@notice("absences.leave.withdrawn")
def leave_is_not_needed(entry: Entry) -> Notice | None:
    """After a yes the school counts on the child being away; before it there is nothing to undo."""
    asked = entry.subject
    if not isinstance(asked, LeaveRequest) or not LeaveDecision.objects.filter(request=asked).exists():
        return None
    return Notice(
        to=lambda day: office_of([asked.school_id], day, Function.HEAD, Function.OFFICE),
        category=Category.ABSENCES,
        about=About(school=asked.school_id),
        subject=_("Een ouder heeft verlof niet meer nodig"),
        paragraphs=(
            format_lazy(_("Het ging om verlof vanaf {day}."), day=f"{asked.starts_on:%d-%m-%Y}"),
            _("Het kind komt die dagen gewoon naar school."),
        ),
        action=_("Bekijk de aanvraag"),
        path=asked.get_absolute_url(),
        hats=("school",),
    )


@notice("absences.leave.forwarded")
def leave_was_forwarded(entry: Entry) -> Notice | None:
    return _to_who_asked(entry, _("Je aanvraag voor verlof is doorgestuurd"))


def _to_who_asked(entry: Entry, subject: Words) -> Notice | None:
    """That there is something to read, not what: a mailbox may be shared."""
    asked = entry.subject
    if not isinstance(asked, LeaveRequest):
        return None
    return Notice(
        to=Person.objects.filter(pk=asked.by_id),
        category=Category.ABSENCES,
        about=About(school=asked.school_id, student=asked.student_id),
        subject=subject,
        paragraphs=(format_lazy(_("Het gaat over {school}."), school=asked.school.name),),
        action=_("Lees het"),
        path=asked.get_absolute_url(),
        hats=("home",),
    )


@notice("absences.swap.asked")
def swap_was_asked(entry: Entry) -> Notice | None:
    asked = entry.subject
    if not isinstance(asked, SwapRequest) or not asked.is_open:
        return None
    return Notice(
        to=lambda day: who_answers(asked, day),
        category=Category.ABSENCES,
        about=About(school=asked.group.school_id, group=asked.group_id),
        subject=format_lazy(_("{group}: een ouder vraagt een ruildag"), group=asked.group.name),
        paragraphs=(_("Kijk of er plek is en geef antwoord."),),
        action=_("Bekijk de vraag"),
        path=asked.get_absolute_url(),
        hats=("school",),
    )


@notice("absences.swap.decided")
def swap_was_answered(entry: Entry) -> Notice | None:
    """Yes or no, and in a mailbox that is hers alone the sentence with it."""
    asked = entry.subject
    if not isinstance(asked, SwapRequest) or hasattr(asked, "reversal"):
        return None
    return _about_swap(asked, asked.texts.get("reason"))


@notice("absences.swap.reversed")
def swap_does_not_go_on(entry: Entry) -> Notice | None:
    asked = entry.subject
    return _about_swap(asked, asked.texts.get("reversal")) if isinstance(asked, SwapRequest) else None


def _about_swap(asked: SwapRequest, said: Text | None) -> Notice:
    return Notice(
        to=Person.objects.filter(pk=asked.by_id),
        category=Category.ABSENCES,
        about=About(school=asked.group.school_id, group=asked.group_id, student=asked.student_id),
        subject=format_lazy(_("{group}: antwoord op je ruildag"), group=asked.group.name),
        paragraphs=(asked.outcome,),
        private=(said,) if said else (),
        action=_("Lees het"),
        path=asked.get_absolute_url(),
        hats=("home",),
    )


@notice("absences.swapday.agreed")
def day_was_swapped(entry: Entry) -> Notice | None:
    """To the other home: on which days the child comes, not who asked it or why."""
    row = entry.subject
    if not isinstance(row, SwapDay) or row.ended_at:
        return None
    words = format_lazy(_("{group}: er is een ruildag afgesproken"), group=row.group.name)
    return _to_other_home(row, words, _("Je kind komt op een andere dag, of blijft een dag thuis."), entry)


@notice("absences.swapday.ended")
def swapped_day_does_not_go_on(entry: Entry) -> Notice | None:
    row = entry.subject
    if not isinstance(row, SwapDay) or not row.ended_at:
        return None
    words = format_lazy(_("{group}: een ruildag gaat niet door"), group=row.group.name)
    return _to_other_home(row, words, _("Alles blijft zoals altijd."), entry)


def _to_other_home(row: SwapDay, subject: Words, said: Words, entry: Entry) -> Notice:
    """Without who asked, who hears it with the words."""
    asked = SwapRequest.objects.filter(student=row.student_id, group=row.group_id)
    asked = asked.filter(Q(decision__at=entry.at) | Q(reversal__at=entry.at))
    askers = list(asked.values_list("by", flat=True))
    return Notice(
        to=lambda day: who_answer_for(row.student_id, day).exclude(pk__in=askers),
        category=Category.ABSENCES,
        about=About(school=row.group.school_id, group=row.group_id, student=row.student_id),
        subject=subject,
        paragraphs=(said,),
        action=_("Bekijk welke dag"),
        path=reverse("absences:swaps"),
        hats=("home",),
    )
