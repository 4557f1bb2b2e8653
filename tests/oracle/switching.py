"""A guard of the policy that is switched off, and who then reads what she must not."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from django.db.models import Q

from driehoek.backbone.access import prepared
from driehoek.backbone.access.models import seat
from driehoek.backbone.access.rules.rule import Rule
from tests.oracle.extract import world_now
from tests.oracle.life import Life
from tests.oracle.sweep import Reader

EVERY_ROW = Q(pk__isnull=False)
KINDS = {  # where a thing of this kind stands: a control reads no other page
    "absences:brought": "upload",
    "children:detail": "absence reflection",
    "children:pupil": "child",
    "children:timeline": "milestone",
    "choices:own": "phone",
    "conversations:conversation": "message",
    "corrections:near": "near",
    "feed:post": "post comment",
    "following:agreement": "reason",
    "following:weighing": "objection",
    "introductions:class": "trait contact",
    "home:table": "wish",
    "home:today": "day",
    "inviting:student": "setaside",
    "languages:home": "interpreter",
    "media:attachment": "attachment",
    "media:photo": "photo",
    "moderation:case": "case",
    "moderation:hiding": "hidden",
    "paper:answers": "carried",
    "portfolio:bundle": "bundle",
    "portfolio:goal": "goal",
    "portfolio:parcel": "parcel",
    "portfolio:work": "work echo",
    "portraits:portrait": "face",
    "pulse:round": "sentence",
    "questions:question": "answer",
    "results:child": "result",
    "stories:story": "story",
    "talks:pledge": "pledge",
    "talks:run": "tablenote said homesituation point",
    "talks:talk": "meeting staffnote",
}
PAGES = {kind: page for page, kinds in KINDS.items() for kind in kinds.split()}
AT_HOME = "children:detail children:pupil feed:photos feed:post feed:shared_question home:today"
Switch = Callable[[pytest.MonkeyPatch], None]


@dataclass(frozen=True)
class Control:
    """`off` switches the guard off; then this person, in this hat, reads what she must not; on one of `pages`
    if it does not stand where things of its kind do."""

    off: Switch
    who: str
    hat: str
    reads: str
    pages: str = ""

    def goes_red(self, life: Life, patch: pytest.MonkeyPatch) -> bool:
        """Whether the sweep over these pages notices it. It ends at the first address at which it does."""
        pages = (self.pages or PAGES[self.reads.partition(" ")[0]]).split()
        world = world_now()
        self.off(patch)
        for kept in (prepared._statement, prepared._like, seat.seats_on, seat.seats_recent):
            kept.cache_clear()  # what was put together while the guard was on
        reader = Reader(life, getattr(life.cast, self.who), self.hat)
        for new in reader.reading(pages.__contains__):
            if self.reads in map(life.name_of, new):
                return self.reads in [leak.rpartition(" at ")[0] for leak in reader.leaks(world)]
        return False


def open_to_all(rule: Rule) -> Switch:
    """A rule of the policy that now lets every row through."""

    def opened(patch: pytest.MonkeyPatch) -> None:
        patch.setattr(rule, "rows_for", lambda me: EVERY_ROW)
        patch.setattr(rule, "among", lambda names: rule)

    return opened
