"""What a child answered when she looked back, for whoever may read it."""

import datetime as dt

from django.db.models import QuerySet

from driehoek.backbone.access.parts import Asking, asked
from driehoek.backbone.access.viewer import Viewer
from driehoek.facts.people.models import Person
from driehoek.features.kitchen.models import Reflection, ReflectionVoice

AT_MOST = 3


def answers_of(child: Person, viewer: Viewer) -> Asking[list[Reflection]]:
    """The newest; not yet in words: the page does that for all it shows at once."""
    found = yield from asked(_newest, viewer, child.pk)
    return ReflectionVoice.hang(found)


def answer_of_week(child: Person, viewer: Viewer, monday: dt.date) -> Asking[list[Reflection]]:
    """What she said about that week: one or nothing."""
    found = yield from asked(_of_week, viewer, child.pk, monday)
    return ReflectionVoice.hang(found)


def _of_week(me: Viewer, child: int, monday: dt.date) -> QuerySet[Reflection]:
    return _heard(me, child).filter(week=monday)


def _newest(me: Viewer, child: int) -> QuerySet[Reflection]:
    return _heard(me, child).order_by("-week")[:AT_MOST]


def _heard(me: Viewer, child: int) -> QuerySet[Reflection]:
    seen = Reflection.objects.visible_to(me).filter(student=child)
    return seen.annotate(heard=ReflectionVoice.column())
