"""What is told about looking along. No mail names a child or says why: a mailbox may be shared."""

import datetime as dt

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from driehoek.backbone.access.models import Role, Seat
from driehoek.backbone.access.offices import office_of
from driehoek.backbone.journal.models import Entry
from driehoek.backbone.notifications.belonging import About
from driehoek.backbone.notifications.categories import Category
from driehoek.backbone.notifications.letter import Words
from driehoek.backbone.notifications.notices import Notice, Receivers, notice
from driehoek.base.core.clock import day_of
from driehoek.facts.looking.models import ExtraLook, LookAlong, Objection
from driehoek.facts.looking.models.agreement import OBJECTING
from driehoek.facts.looking.weeks import Week
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import Function
from driehoek.features.following import stepping
from driehoek.features.following.counting import counting
from driehoek.features.following.mentors import mentors_of

READ = _("Bekijk de afspraak")


def people_of(agreement: LookAlong, day: dt.date, *, but: int = 0) -> QuerySet[Person]:
    """The three corners, without who did it: whether each may see it is asked again later."""
    family = Person.objects.filter(pk__in=[agreement.student_id, agreement.guardian_id])
    return (family | mentors_of(agreement.student_id, day)).exclude(pk=but)


def _told(
    pair: LookAlong | Objection, subject: Words, *paragraphs: Words, to: Receivers, action: Words = READ,
    act_by: dt.datetime | None = None,
) -> Notice:  # fmt: skip
    return Notice(
        to=to, category=Category.TASKS, about=About(school=pair.school_id, student=pair.student_id),
        subject=subject, paragraphs=paragraphs, action=action, act_by=act_by,
        path=reverse("following:agreement", args=[pair.student_id]),
    )  # fmt: skip


def _to_the_others(entry: Entry, agreement: LookAlong) -> Receivers:
    return lambda day: people_of(agreement, day, but=entry.actor_id or 0)


def _open(entry: Entry) -> LookAlong | None:
    agreement = entry.subject
    return agreement if isinstance(agreement, LookAlong) and agreement.ended_at is None else None


@notice("following.agreement.proposed")
def proposed(entry: Entry) -> Notice | None:
    agreement = _open(entry)
    if agreement is None or agreement.sealed_at:
        return None
    return _told(
        agreement,
        _("Een voorstel over meekijken"),
        _("Eerst kijken jullie samen. Gaat het goed? Dan laat je stap voor stap los."),
        _("Het geldt pas als alle drie ja zeggen: leerling, ouder en mentor."),
        to=_to_the_others(entry, agreement),
        action=_("Bekijk het voorstel"),
        act_by=agreement.sign_before,
    )


@notice("following.agreement.sealed")
def sealed(entry: Entry) -> Notice | None:
    agreement = _open(entry)
    if agreement is None:
        return None
    return _told(
        agreement,
        _("Jullie afspraak over meekijken geldt"),
        _("Alle drie zijn akkoord. De afspraak begint nu."),
        to=_to_the_others(entry, agreement),
    )


@notice("following.agreement.declined")
def declined(entry: Entry) -> Notice | None:
    """Not who, and not why."""
    agreement = entry.subject
    if not isinstance(agreement, LookAlong):
        return None
    return _told(
        agreement,
        _("Het voorstel over meekijken gaat niet door"),
        _("Er verandert nu niets. Praat er samen over, of doe een nieuw voorstel."),
        to=_to_the_others(entry, agreement),
    )


@notice("following.step.near")
def step_is_near(entry: Entry) -> Notice | None:
    agreement = _open(entry)
    if agreement is None or stepping.coming(agreement, day_of(entry.at)) is None:
        return None
    return _told(
        agreement,
        _("Meekijken: gaat het goed?"),
        _("Over een maand begint de volgende stap. Thuis kijkt dan minder mee."),
        _("Zeggen alle drie nog even zo? Dan schuift de stap op."),
        to=lambda day: people_of(agreement, day),
        action=_("Geef antwoord"),
    )


@notice("following.step.wanted")
def sooner(entry: Entry) -> Notice | None:
    agreement = _open(entry)
    step = stepping.coming(agreement, day_of(entry.at)) if agreement else None
    if agreement is None or step is None or not stepping.begins_sooner(step, day_of(entry.at)):
        return None
    return _told(
        agreement,
        _("Meekijken: een stap verder?"),
        _("Een van jullie wil nu al een stap verder."),
        _("Is dat te vroeg? Zeg het binnen vijf dagen. Zeg je niets? Dan begint de stap."),
        to=_to_the_others(entry, agreement),
        action=_("Geef antwoord"),
        act_by=entry.at + OBJECTING,
    )


@notice("following.step.moved")
def moved(entry: Entry) -> Notice | None:
    agreement = _open(entry)
    if agreement is None:
        return None
    return _told(
        agreement,
        _("Meekijken blijft nog even zo"),
        _("Alle drie zeiden: nog even zo. De volgende stap komt later."),
        to=lambda day: people_of(agreement, day),
    )


@notice("following.extra.begun")
def closer(entry: Entry) -> Notice | None:
    extra = entry.subject
    if not isinstance(extra, ExtraLook):
        return None
    return Notice(
        to=Person.objects.filter(pk__in=[extra.student_id, extra.guardian_id]),
        category=Category.TASKS,
        about=About(student=extra.student_id),
        subject=_("Vier weken extra meekijken"),
        paragraphs=(_("De mentor maakt zich zorgen. Daarom kijkt thuis vier weken van dichtbij mee."),),
        action=_("Lees waarom"),
        path=reverse("following:agreement", args=[extra.student_id]),
        hats=("home",),
    )


def _of_week(entry: Entry) -> LookAlong | None:
    """While it is that day, and they are at that step."""
    agreement = _open(entry)
    day = day_of(entry.at)
    if agreement is None or not counting(day).weekly(day).filter(pk=agreement.pk).exists():
        return None
    return agreement


def _week(agreement: LookAlong, week: Week) -> str:
    return reverse("children:week", args=[agreement.student_id, week.name])


@notice("following.week.coming")
def week_for_the_student(entry: Entry) -> Notice | None:
    agreement = _of_week(entry)
    if agreement is None:
        return None
    return Notice(
        to=Person.objects.filter(pk=agreement.student_id),
        category=Category.INFORMAL,
        about=About(school=agreement.school_id, student=agreement.student_id),
        subject=_("Morgen komt jouw weekoverzicht thuis"),
        paragraphs=(_("Jij leest het eerst. Vertel je thuis zelf hoe het ging?"),),
        action=_("Lees het overzicht"),
        path=_week(agreement, Week.around(day_of(entry.at))),
        hats=("home",),
    )


@notice("following.week.ready")
def week_for_the_guardian(entry: Entry) -> Notice | None:
    agreement = _of_week(entry)
    if agreement is None:
        return None
    return Notice(
        to=Person.objects.filter(pk=agreement.guardian_id),
        category=Category.TASKS,
        about=About(school=agreement.school_id, student=agreement.student_id),
        subject=_("Het weekoverzicht staat klaar"),
        paragraphs=(_("Je kind kon het al lezen. Vraag eens waar het trots op is."),),
        action=_("Lees het overzicht"),
        path=_week(agreement, Week.around(day_of(entry.at))),
        hats=("home",),
    )


@notice("following.student.decides_soon")
def you_decide_soon(entry: Entry) -> Notice | None:
    """To the student herself."""
    if not isinstance(entry.subject, Person):
        return None
    return Notice(
        to=Person.objects.filter(pk=entry.subject_id),
        category=Category.TASKS,
        about=About(student=entry.subject_id),
        subject=_("Straks kies jij wie er meekijkt"),
        paragraphs=(
            _("Over dertig dagen beslis je zelf. Je ouders zien dan niets meer, tenzij jij dat wilt."),
            _("Je kiest per ouder en per onderwerp. Dat kan nu al."),
        ),
        action=_("Kies wie wat ziet"),
        path=reverse("following:lookers"),
        hats=("home",),
    )


@notice("following.student.lets_go_soon")
def you_let_go_soon(entry: Entry) -> Notice | None:
    """To those who look along now."""
    student = entry.subject
    if not isinstance(student, Person):
        return None

    def lookers(day: dt.date) -> QuerySet[Person]:
        seats = Seat.objects.on(day).filter(student=student, role=Role.GUARDIAN)
        return Person.objects.filter(pk__in=seats.values("person"))

    return Notice(
        to=lookers,
        category=Category.TASKS,
        about=About(student=student.pk),
        subject=_("Straks kiest je kind wie er meekijkt"),
        paragraphs=(
            _("Je kind wordt volwassen. Over dertig dagen stopt het meekijken vanzelf."),
            _("Wil je kind dat je blijft meekijken? Dan zet je kind dat zelf aan. Praat er eens over."),
            _("Bedankt dat je al die tijd meekeek."),
        ),
        action=READ,
        path=reverse("following:agreement", args=[student.pk]),
        hats=("home",),
    )


@notice("following.objection.made")
def objected(entry: Entry) -> Notice | None:
    """To the head of the school."""
    objection = entry.subject
    if not isinstance(objection, Objection) or objection.ended_at:
        return None
    return Notice(
        to=lambda day: office_of([objection.school_id], day, Function.HEAD),
        category=Category.TASKS,
        about=About(school=objection.school_id),
        subject=_("Een leerling maakt bezwaar tegen meekijken"),
        paragraphs=(_("Tot jij besluit, kijkt de ouder niet mee. Lees het en beslis."),),
        action=_("Lees het bezwaar"),
        path=reverse("following:weighing", args=[objection.pk]),
        hats=("school",),
    )


@notice("following.objection.stands")
def stands(entry: Entry) -> Notice | None:
    """To who mentors her: that it is so, and not why."""
    objection = entry.subject
    if not isinstance(objection, Objection) or objection.ended_at:
        return None
    subject = _("Een leerling maakt bezwaar tegen meekijken")
    why = _("Tot school besluit, kijkt de ouder niet mee. Extra meekijken kan dan niet.")
    return _told(objection, subject, why, to=lambda day: mentors_of(objection.student_id, day))


@notice("following.objection.weighed")
def weighed(entry: Entry) -> Notice | None:
    objection = entry.subject
    if not isinstance(objection, Objection):
        return None
    return Notice(
        to=Person.objects.filter(pk=objection.student_id),
        category=Category.TASKS,
        about=About(school=objection.school_id),
        subject=_("School besloot over je bezwaar"),
        paragraphs=(_("Lees wat school besloot, en waarom."),),
        action=_("Lees het besluit"),
        path=reverse("following:lookers"),
        hats=("home",),
    )
