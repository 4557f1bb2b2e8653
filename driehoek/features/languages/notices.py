"""What the office hears about languages."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from driehoek.backbone.access.offices import office_of
from driehoek.backbone.journal.models import Entry
from driehoek.backbone.notifications.belonging import About
from driehoek.backbone.notifications.categories import Category
from driehoek.backbone.notifications.notices import Notice, notice
from driehoek.facts.schools.models import Function
from driehoek.features.languages.models import InterpreterRequest


@notice("languages.interpreterrequest.asked")
def interpreter_asked(entry: Entry) -> Notice | None:
    """To the office, without a name: a mailbox of an office has many readers."""
    asked = entry.subject
    if not isinstance(asked, InterpreterRequest):
        return None
    return Notice(
        to=lambda day: office_of([asked.school_id], day, Function.OFFICE),
        category=Category.TASKS,
        about=About(school=asked.school_id),
        subject=_("Een ouder vraagt een tolk"),
        paragraphs=(_("Een ouder wil graag een tolk bij een gesprek."),),
        action=_("Bekijk wie"),
        path=reverse("languages:home"),
        hats=("school",),
    )
