"""What the office hears about languages."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from driehoek.backbone.access.models import Role, Seat
from driehoek.backbone.journal.models import Entry
from driehoek.backbone.notifications.categories import Category
from driehoek.backbone.notifications.notices import Notice, notice
from driehoek.base.core.clock import day_of
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import Function
from driehoek.features.languages.models import InterpreterRequest


@notice("languages.interpreterrequest.asked")
def interpreter_asked(entry: Entry) -> Notice | None:
    """To the office, without a name: a mailbox of an office has many readers."""
    asked = entry.subject
    if not isinstance(asked, InterpreterRequest):
        return None
    office = Seat.objects.on(day_of(entry.due_at)).filter(
        role=Role.STAFF, function=Function.OFFICE, school=asked.school_id, group=None
    )
    return Notice(
        to=Person.objects.filter(pk__in=office.values("person")),
        category=Category.TASKS,
        subject=_("Een ouder vraagt een tolk"),
        paragraphs=(_("Een ouder wil graag een tolk bij een gesprek."),),
        action=_("Bekijk wie"),
        path=reverse("languages:home"),
        hats=("school",),
    )
