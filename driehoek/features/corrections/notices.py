"""What is told about own data: to the office what waits, to the guardian what became of it."""

import datetime as dt
from collections.abc import Iterable

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from driehoek.backbone.access.offices import office_of
from driehoek.backbone.journal.models import Entry
from driehoek.backbone.notifications.belonging import About
from driehoek.backbone.notifications.categories import Category
from driehoek.backbone.notifications.letter import Words
from driehoek.backbone.notifications.notices import Notice, notice
from driehoek.facts.people.models import Guardianship, NearPerson, Person
from driehoek.facts.schools.models import Enrolment, Function
from driehoek.features.corrections.models import Correction


def offices_of(children: Iterable[int], day: dt.date) -> QuerySet[Person]:
    """Whoever keeps the data at the schools of these children."""
    schools = Enrolment.objects.on(day).filter(student__in=children).values("group__school")
    return office_of(schools, day, Function.OFFICE)


def _for_the_office(children: Iterable[int]) -> Notice:
    return Notice(
        to=lambda day: offices_of(children, day),
        category=Category.TASKS,
        about=About(),
        subject=_("Een ouder geeft nieuwe gegevens door"),
        paragraphs=(_("Kijk of het klopt, en zeg ja of nee."),),
        action=_("Bekijk het"),
        path=reverse("corrections:waiting"),
        hats=("school",),
    )


def _for_the_guardian(person: int, subject: Words, path: str, *, at_any_hour: bool = False) -> Notice:
    return Notice(
        to=Person.objects.filter(pk=person),
        category=Category.TASKS,
        about=About(),
        subject=subject,
        paragraphs=(_("Klopt het niet? Bel dan meteen de school."),),
        action=_("Bekijk het"),
        path=path,
        hats=("home",),
        at_any_hour=at_any_hour,
    )


@notice("corrections.correction.proposed")
def proposed(entry: Entry) -> Notice | None:
    correction = entry.subject
    if not isinstance(correction, Correction) or hasattr(correction, "answer"):
        return None
    children = Guardianship.objects.filter(guardian=correction.person_id).values_list("student", flat=True)
    return _for_the_office([*children, correction.person_id])  # she herself may be the student


@notice("corrections.correction.received")
def received(entry: Entry) -> Notice | None:
    """To the address that still counts: somebody with her telephone must not move it unseen."""
    correction = entry.subject
    if not isinstance(correction, Correction):
        return None
    subject = _("Je gegevens zijn veranderd. Was jij dat?")
    return _for_the_guardian(correction.person_id, subject, reverse("corrections:own"), at_any_hour=True)


@notice("corrections.correction.answered")
def answered(entry: Entry) -> Notice | None:
    correction = entry.subject
    if not isinstance(correction, Correction):
        return None
    subject = _("School heeft naar je gegevens gekeken")
    return _for_the_guardian(correction.person_id, subject, reverse("corrections:own"))


@notice("corrections.near.waits")
def near_waits(entry: Entry) -> Notice | None:
    near = entry.subject
    if not isinstance(near, NearPerson) or near.removed_at or hasattr(near, "answer"):
        return None
    return _for_the_office([near.student_id])


@notice("corrections.near.answered")
def near_answered(entry: Entry) -> Notice | None:
    near = entry.subject
    if not isinstance(near, NearPerson) or near.removed_at:
        return None
    subject = _("School heeft naar je gegevens gekeken")
    return _for_the_guardian(near.named_by_id, subject, reverse("corrections:near", args=[near.student_id]))
