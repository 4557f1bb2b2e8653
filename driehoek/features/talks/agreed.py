"""One sentence that was agreed at a talk, and what one reader may do with it."""

from functools import cached_property

from django.db.models import QuerySet

from driehoek.backbone.access.corners import Corner
from driehoek.backbone.access.parts import Asking, asked, hang
from driehoek.backbone.access.prepared import padded
from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.translation.reading import put_in_words
from driehoek.features.talks.models import Pledge, PledgeYes, Side, Talk


class PledgePage:
    """One sentence, who said yes to it, and what this reader may do with it."""

    def __init__(self, pledge: Pledge, viewer: Viewer, talk: Talk | None = None) -> None:
        self.pledge, self.viewer, self.talk = pledge, viewer, talk or pledge.talk
        if not hasattr(pledge, "told"):
            put_in_words([pledge], now=viewer.now)

    @cached_property
    def own_side(self) -> Side | None:
        return self.talk.side_of(self.viewer)

    @cached_property
    def may_follow(self) -> bool:
        """Whoever was at the talk, as long as it is open."""
        return self.own_side is not None and self.pledge.is_open

    @property
    def may_confirm(self) -> bool:
        return bool(self.may_follow and self.own_side and self.own_side.pk not in self.pledge.said_yes)

    @property
    def child_to_note(self) -> Side | None:
        """At school: the child who sits at the table too, and did not say yes yet."""
        if not self.may_follow or self.viewer.hat != "school":
            return None
        child = next((side for side in self.talk.sides.all() if side.corner == Corner.CHILD), None)
        return child if child and child.pk not in self.pledge.said_yes else None

    def side_for(self, key: str) -> Side | None:
        """For whom a yes is meant: herself, or by school the child."""
        if not key:
            return self.own_side
        child = self.child_to_note
        return child if child and str(child.pk) == key else None

    @property
    def doer(self) -> Side:
        """As she sits at the table."""
        sides = {side.pk: side for side in self.talk.sides.all()}
        return sides.get(self.pledge.doer_id, self.pledge.doer)

    @cached_property
    def _who_can(self) -> list[Side]:
        """Whose yes is waited for: of home whoever can still read it, or nobody could ever say it."""
        return [side for side in self.talk.sides.all() if not side.is_shut]

    @property
    def nobody_home(self) -> bool:
        """At school: whoever of home was at the table reads this no more, and it stands without her."""
        corners = [side.corner for side in self._who_can]
        return self.viewer.hat == "school" and self._has_home and Corner.HOME not in corners

    @property
    def _has_home(self) -> bool:
        return any(side.corner == Corner.HOME for side in self.talk.sides.all())

    @property
    def sides(self) -> list[Side]:
        """To say who said yes: at home without whoever reads it no more."""
        return list(self.talk.sides.all()) if self.viewer.hat == "school" else self._who_can

    def _said(self, corner: Corner) -> bool:
        here = [side.pk for side in self._who_can if side.corner == corner]
        return bool(here) and self.pledge.said_yes.issuperset(here)

    @property
    def child(self) -> bool:
        return self._said(Corner.CHILD)

    @property
    def home(self) -> bool:
        return self._said(Corner.HOME)

    @property
    def school(self) -> bool:
        return self._said(Corner.SCHOOL)

    @property
    def all_said_yes(self) -> bool:
        return self.pledge.said_yes.issuperset(side.pk for side in self._who_can)

    @property
    def is_mine(self) -> bool:
        return self.own_side is not None and self.own_side.pk == self.pledge.doer_id

    @property
    def is_asked(self) -> bool:
        """Its day is over: the question whether it was done."""
        until = self.pledge.until
        return self.may_follow and until is not None and until < self.viewer.today


def agreed_at(talk: Talk, viewer: Viewer) -> Asking[list[Pledge]]:
    """What still counts of it, with who said yes; not yet in words."""
    found = yield from asked(_agreed, viewer, talk.pk)
    if found:
        said = yield from asked(yeses_of, padded(one.pk for one in found))
        hang(found, "yeses", said, by="pledge_id")
    return found


def _agreed(me: Viewer, talk: int) -> QuerySet[Pledge]:
    return Pledge.objects.visible_to(me).standing().filter(talk=talk).joined().order_by("pk")


def yeses_of(pledges: tuple[int, ...]) -> QuerySet[PledgeYes]:
    return PledgeYes.objects.filter(pledge__in=pledges)
