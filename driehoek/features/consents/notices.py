"""What is told about photos: to the colleagues who can repair, and to the student who decides from now on."""

import datetime as dt

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from driehoek.backbone.journal.models import Entry
from driehoek.backbone.notifications.belonging import About
from driehoek.backbone.notifications.categories import Category
from driehoek.backbone.notifications.notices import Notice, notice
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import Appointment, Enrolment
from driehoek.facts.schools.models.belonging import GROUP_FUNCTIONS


@notice("media.photo.held")
def photos_are_hidden(entry: Entry) -> Notice | None:
    """To those who work with the groups of the child. Her name stays out of the mail."""

    def colleagues(day: dt.date) -> QuerySet[Person]:
        groups = Enrolment.objects.on(day).filter(student=entry.subject_id).values("group")
        work = Appointment.objects.on(day).filter(group__in=groups, function__in=GROUP_FUNCTIONS)
        return Person.objects.filter(pk__in=work.values("person"))

    return Notice(
        to=colleagues,
        category=Category.TASKS,
        about=About(),
        subject=_("Er zijn foto's verborgen"),
        paragraphs=(
            _("Een kind mag niet meer op de foto. Foto's van de groep zijn nu verborgen."),
            _("Kijk welke foto's weer te zien mogen zijn."),
        ),
        action=_("Bekijk de foto's"),
        path=reverse("consents:repair"),
        hats=("school",),
    )


@notice("consents.student.moved")
def you_decide_now(entry: Entry) -> Notice | None:
    """To the student herself. Her guardians read it on their own page."""
    return Notice(
        to=Person.objects.filter(pk=entry.subject_id),
        category=Category.TASKS,
        about=About(),
        subject=_("Jij beslist nu over je foto's"),
        paragraphs=(
            _("Je bent 16 jaar of ouder. Vanaf nu zeg jij of je op de foto mag."),
            _("Wat er eerder is gekozen, blijft zo. Jij kunt het altijd veranderen."),
        ),
        action=_("Bekijk en kies"),
        path=reverse("consents:photos", args=[entry.subject_id]),
        hats=("home",),
    )
