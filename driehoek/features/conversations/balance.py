"""Contact that stays balanced: of which pupils home heard of nothing but worries lately.

Good news comes from two sides: a conversation that school began with it, and whatever the journal noted
as good news, such as a compliment.
"""

import datetime as dt
from collections.abc import Collection

from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.journal.good_news import good_news_since
from driehoek.features.conversations.models import About, Conversation

LATELY = dt.timedelta(weeks=6)


def only_worries(viewer: Viewer, pupils: Collection[int]) -> set[int]:
    """The keys of those among these pupils about whom school began with a worry in the past six weeks, and
    with nothing else. Only for whoever may read these conversations; no number, and never for parents."""
    if viewer.hat != "school" or not pupils:
        return set()
    since = viewer.now - LATELY
    begun = Conversation.objects.where(viewer, may="hear").filter(
        children__student__in=pupils, started_at__gt=since
    )
    kinds: dict[int, set[str]] = {}
    for student, about in begun.exclude(about="").values_list("children__student", "about").distinct():
        kinds.setdefault(student, set()).add(about)
    worried = {student for student, about in kinds.items() if about == {About.CONCERN}}
    return worried - good_news_since(worried, since).keys() if worried else worried
