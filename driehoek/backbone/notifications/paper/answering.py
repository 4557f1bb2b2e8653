"""A strip came back with her child: a colleague enters what she ticked."""

import datetime as dt
from typing import Literal

from django.db import transaction

from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.journal.models import record
from driehoek.backbone.notifications.models import PaperAnswer
from driehoek.backbone.notifications.paper.sheets import PaperSheet, Strip
from driehoek.facts.people.models import Person

Outcome = Literal["kept", "hers", "late"]


@transaction.atomic
def enter(sheet: PaperSheet, strip: Strip, key: str, *, by: Person, at: dt.datetime) -> Outcome:
    """It counts as hers, and says who entered it. What she answered herself by another road stays."""
    letter, hers = sheet.letter, Viewer(sheet.letter.guardian, "home", at)
    earlier = PaperAnswer.objects.filter(letter=letter, told=strip.told)
    said = strip.slip.said(hers)
    if said and said != key and not earlier.exists():
        return "hers"
    if said != key and not strip.slip.say(hers, key):
        return "late"
    entered = {"by": by, "at": at}
    PaperAnswer.objects.update_or_create(letter=letter, told=strip.told, defaults=entered)
    record("notifications.paperletter.answered", letter, by=by, at=at)
    return "kept"
