"""That a child looked back on her week; and what the table adds to a digest: for each child a question."""

import datetime as dt
from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.journal.models import Entry
from driehoek.backbone.notifications.belonging import About
from driehoek.backbone.notifications.categories import Category
from driehoek.backbone.notifications.digests.supplying import Asked, Supplied, supply
from driehoek.backbone.notifications.notices import Notice, notice
from driehoek.base.core.clock import day_of
from driehoek.features.kitchen.bank import Ready
from driehoek.features.kitchen.models import Reflection, Wish
from driehoek.features.kitchen.own_language import guardians_of
from driehoek.features.kitchen.seating import seat_all
from driehoek.features.kitchen.table import Lying, lay, talked

ONCE = dt.timedelta(days=7)  # the question for a holiday comes once, and then it is quiet


@supply
def ours(viewer: Viewer, asked: Sequence[Asked]) -> list[int | Supplied]:
    """The same table as on the pages, without what they talked about; a student is not told what home may ask
    her."""
    children = [child for child in seat_all(viewer) if child.pk in viewer.wards()]
    written = [Lying(key, some, number) for number, (key, some) in enumerate(asked)]
    free = [child.free_since for child in children if child.free_since]
    is_told = bool(free) and viewer.today - max(free) >= ONCE
    done = {key for child in children for key in talked(child, viewer.today)}
    lying = [one for one in lay(children, written, viewer.today) if one.key not in done]
    return [_from(one) for one in lying if not (is_told and _is_of_holiday(one))]


def _is_of_holiday(one: Lying) -> bool:
    return isinstance(one.source, Ready) and one.source.band is None


def _from(one: Lying) -> int | Supplied:
    if isinstance(one.source, int):
        return one.source
    ready = one.source.ready if isinstance(one.source, Wish) else one.source
    if ready is None:  # her own words are for the page alone: a mailbox may have two readers
        asked = _("Er ligt een eigen vraag op tafel. Kijk maar.")
        return Supplied(one.key, one.children, asked, is_together=False, title=_("Lees de vraag"))
    return Supplied(one.key, one.children, ready.shown.words, ready.is_to_do)


@notice("kitchen.reflection.given")
def given(entry: Entry) -> Notice | None:
    """That there is something: what she says of her week is for the page, where she can take it back."""
    answer = entry.subject
    if not isinstance(answer, Reflection):
        return None
    return Notice(
        to=guardians_of(answer.student_id, day_of(entry.due_at)),
        category=Category.INFORMAL,
        about=About(school=answer.school_id, student=answer.student_id),
        subject=gettext_lazy("Er is iets van je kind"),
        paragraphs=(gettext_lazy("Je kind dacht na over de week, en vertelt erover."),),
        action=gettext_lazy("Lees of luister"),
        path=answer.get_absolute_url(),
        hats=("home",),
    )
