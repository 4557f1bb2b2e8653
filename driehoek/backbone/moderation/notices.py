"""The leaders hear that something was reported; its author hears, kindly, that it is gone. Never by whom."""

from django.utils.translation import gettext_lazy as _

from driehoek.backbone.access.offices import office_of
from driehoek.backbone.access.rules.children import LEADERS
from driehoek.backbone.journal.models import Entry
from driehoek.backbone.moderation.models import Case, Hiding
from driehoek.backbone.notifications.belonging import About
from driehoek.backbone.notifications.categories import Category
from driehoek.backbone.notifications.notices import Notice, notice
from driehoek.facts.people.models import Person


@notice("moderation.case.reported")
def reported(entry: Entry) -> Notice | None:
    case = entry.subject
    if not isinstance(case, Case) or not case.is_open:
        return None
    return Notice(
        to=lambda day: office_of([case.school_id], day, *LEADERS),
        category=Category.TASKS,
        about=About(school=case.school_id),
        subject=_("Iemand vraagt je om een bericht te bekijken"),
        paragraphs=(_("Iemand meldde een bericht. Jij beslist wat ermee gebeurt."),),
        action=_("Bekijk de melding"),
        path=case.get_absolute_url(),
        hats=("school",),
    )


@notice("moderation.hiding.placed")
def hidden(entry: Entry) -> Notice | None:
    hiding = entry.subject
    if not isinstance(hiding, Hiding):
        return None
    return Notice(
        to=Person.objects.filter(pk=hiding.case.author_id),
        category=Category.REPLIES,
        about=About(school=hiding.case.school_id),
        subject=_("School heeft een bericht van jou weggehaald"),
        paragraphs=(_("Dat kan iedereen gebeuren. Je leest hier waarom."),),
        action=_("Lees waarom"),
        path=hiding.get_absolute_url(),
    )
