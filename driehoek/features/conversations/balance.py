"""Contact that stays balanced: of which pupils home heard of nothing but worries lately.

Good news comes from two sides: a conversation that school began with it, and whatever the journal noted
as good news, such as a compliment.
"""

import datetime as dt
from collections.abc import Collection
from typing import Any  # the rows of a values query

from django.db.models import QuerySet

from driehoek.backbone.access.parts import Asking, asked, read
from driehoek.backbone.access.prepared import padded
from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.journal.good_news import good_news_about
from driehoek.facts.people.models import Person
from driehoek.features.conversations.models import About, Conversation

LATELY = dt.timedelta(weeks=6)


def only_worries(viewer: Viewer, pupils: Collection[int]) -> set[int]:
    """The keys of those among these pupils about whom school began with a worry in the past six weeks, and
    with nothing else. Only for whoever may read these conversations; no number, and never for parents."""
    return read(_only_worries(viewer, pupils))


def is_only_worried_about(pupil: Person, viewer: Viewer) -> Asking[bool]:
    """Of one pupil, as a part of her page. A nudge, and no score."""
    return pupil.pk in (yield from _only_worries(viewer, [pupil.pk]))


def _only_worries(viewer: Viewer, pupils: Collection[int]) -> Asking[set[int]]:
    if viewer.hat != "school" or not pupils:
        return set()
    since = viewer.now - LATELY
    kinds: dict[int, set[str]] = {}
    for student, about in (yield from asked(_begun, viewer, padded(pupils), since)):
        kinds.setdefault(student, set()).add(about)
    worried = {student for student, about in kinds.items() if about == {About.CONCERN}}
    told = (yield from good_news_about(worried, since)) if worried else {}
    return worried - told.keys()


def _begun(me: Viewer, pupils: tuple[int, ...], since: dt.datetime) -> QuerySet[Conversation, Any]:
    begun = Conversation.objects.where(me, may="hear").filter(
        children__student__in=pupils, started_at__gt=since
    )
    return begun.exclude(about="").values_list("children__student", "about").distinct()
