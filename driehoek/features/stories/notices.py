"""Who hears of a story: its readers, that there is one; and its family, that the class saw it."""

import datetime as dt

from django.db.models import Q, QuerySet
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from driehoek.backbone.access.models import Role, Seat
from driehoek.backbone.journal.models import Entry
from driehoek.backbone.notifications.belonging import About
from driehoek.backbone.notifications.categories import Category
from driehoek.backbone.notifications.notices import Notice, notice
from driehoek.base.core.clock import day_of
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import GROUP_FUNCTIONS
from driehoek.features.stories.models import Story


@notice("stories.story.sent")
def sent(entry: Entry) -> Notice | None:
    story = entry.subject
    if not isinstance(story, Story) or hasattr(story, "removal"):
        return None
    place = story.group.name
    return Notice(
        to=_readers(story, day_of(entry.due_at)).exclude(pk=story.author_id),
        category=Category.INFORMAL if story.for_class else Category.REPLIES,
        about=About(school=story.school_id, group=story.group_id),
        subject=format_lazy(_("Een bericht van thuis in {place}"), place=place),
        paragraphs=(format_lazy(_("Een kind of ouder van {place} vertelt iets van thuis."), place=place),),
        action=_("Bekijk het bericht"),
        path=story.get_absolute_url(),
    )


def _readers(story: Story, day: dt.date) -> QuerySet[Person]:
    """Who works with the group; of what is for the class, its guardians too. The policy asks again."""
    here = Q(role=Role.STAFF, function__in=GROUP_FUNCTIONS)
    if story.for_class:
        here |= Q(role=Role.GUARDIAN)
    seats = Seat.objects.on(day).filter(here, group=story.group_id)
    return Person.objects.filter(pk__in=seats.values("person"))


@notice("stories.story.shown")
def shown(entry: Entry) -> Notice | None:
    story = entry.subject
    if not isinstance(story, Story) or hasattr(story, "removal"):
        return None
    return Notice(
        to=Person.objects.filter(pk=story.author_id),
        category=Category.INFORMAL,
        about=About(school=story.school_id, student=story.student_id),
        subject=_("Je bericht was in de kring"),
        paragraphs=(_("De klas keek samen naar wat je vertelde."),),
        action=_("Bekijk het bericht"),
        path=story.get_absolute_url(),
    )
