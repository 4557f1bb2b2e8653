"""The closing triangle of a talk: whose side is ready, as far as this reader may know it."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from driehoek.backbone.access.corners import Corner
from driehoek.backbone.access.viewer import Viewer
from driehoek.base.core.text import listed
from driehoek.facts.people.models import Person
from driehoek.features.talks.models import Side, Talk


@dataclass(frozen=True)
class Triangle:
    """Of another home one does not hear whether it is ready: at home, "thuis" is one's own side."""

    talk: Talk
    viewer: Viewer
    own: Side | None

    def _sides(self, corner: Corner) -> list[Side]:
        if corner == Corner.HOME and self.own and self.own.corner == Corner.HOME:
            return [self.own]
        return [side for side in self.talk.sides.all() if side.corner == corner and not side.is_shut]

    def _is_ready(self, corner: Corner) -> bool:
        here = self._sides(corner)
        return bool(here) and all(side.is_ready for side in here)

    @property
    def child(self) -> bool:
        return self._is_ready(Corner.CHILD)

    @property
    def home(self) -> bool:
        return self._is_ready(Corner.HOME)

    @property
    def school(self) -> bool:
        return self._is_ready(Corner.SCHOOL)

    @property
    def child_face(self) -> Person:
        return self.talk.student

    @property
    def home_side(self) -> Side | None:
        return next(iter(self._sides(Corner.HOME)), None)

    @property
    def school_face(self) -> Person | None:
        return next((side.person for side in self._sides(Corner.SCHOOL)), None)

    @property
    def sentence(self) -> str:
        """ "Yusuf en juf Anouk zijn klaar." """
        ready = [
            side.person.given_name if corner == Corner.CHILD else side.person.name
            for corner in (Corner.CHILD, Corner.SCHOOL, Corner.HOME)
            for side in self._sides(corner)
            if side.is_ready and side != self.own
        ]
        if not ready:
            return _("Nog niemand is klaar.") if not self.is_mine_ready else ""
        words = {"names": listed(ready)}
        return _("%(names)s is klaar.") % words if len(ready) == 1 else _("%(names)s zijn klaar.") % words

    @property
    def is_mine_ready(self) -> bool:
        return self.own is not None and self.own.is_ready
