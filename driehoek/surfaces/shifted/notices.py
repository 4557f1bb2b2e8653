"""Which of three hears that a step begins on another day: all of them, without a name of a child."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from driehoek.backbone.journal.models import Entry
from driehoek.backbone.notifications.belonging import About
from driehoek.backbone.notifications.categories import Category
from driehoek.backbone.notifications.notices import Notice, notice
from driehoek.base.core.clock import day_of
from driehoek.facts.looking.models import LookAlong
from driehoek.features.following.counting import unrefused
from driehoek.features.following.notices import READ, people_of


@notice("shifted.agreement.moved")
def moved(entry: Entry) -> Notice | None:
    """Unless it is over, or the student decides herself by now."""
    agreement = unrefused(day_of(entry.at)).open().filter(pk=entry.subject_id).first()
    if agreement is None or not isinstance(entry.subject, LookAlong):
        return None
    return Notice(
        to=lambda day: people_of(agreement, day),
        category=Category.TASKS,
        about=About(school=agreement.school_id, student=agreement.student_id),
        subject=_("Meekijken: een stap op een andere dag"),
        paragraphs=(_("School verzette een vakantie. De stap die daarop wacht, verschuift mee."),),
        action=READ,
        path=reverse("following:agreement", args=[agreement.student_id]),
    )
