"""Kloppen deze gegevens nog? At a start talk each guardian looks over how school reaches her: her own, and
never those of another."""

from dataclasses import dataclass
from functools import cached_property

from driehoek.backbone.access.corners import Corner
from driehoek.backbone.access.querysets import rows
from driehoek.backbone.access.viewer import Viewer
from driehoek.facts.people.models import NearPerson
from driehoek.features.talks.models import ContactCheck, Kind, Side, Talk


@dataclass(frozen=True)
class Checking:
    """With one talk, for one reader."""

    talk: Talk
    viewer: Viewer

    @property
    def is_asked(self) -> bool:
        return self.talk.kind == Kind.START and not self.talk.is_off

    @cached_property
    def mine(self) -> Side | None:
        """Whose data are asked about: of the child and of school nobody's."""
        side = self.talk.side_of(self.viewer) if self.is_asked else None
        return side if side and side.corner == Corner.HOME else None

    @cached_property
    def _checks(self) -> dict[int, ContactCheck]:
        seen = ContactCheck.objects.visible_to(self.viewer).filter(side__talk=self.talk)
        return {check.side_id: check for check in seen}

    @property
    def check(self) -> ContactCheck | None:
        return self._checks.get(self.mine.pk) if self.mine else None

    @cached_property
    def near(self) -> list[NearPerson]:
        """Whom she named herself to fetch this child, or to be called."""
        named = rows(NearPerson, self.viewer, may="see").standing()  # type: ignore[attr-defined]
        hers = named.filter(student=self.talk.student_id, named_by=self.viewer.person)
        return list(hers.order_by("name", "pk"))

    @property
    def homes(self) -> list[tuple[Side, ContactCheck | None]]:
        """At school, for who sits at the table: who looked hers over, and when."""
        if not self.is_asked or self.viewer.hat != "school" or self.talk.side_of(self.viewer) is None:
            return []
        sides = (side for side in self.talk.sides.all() if side.corner == Corner.HOME)
        return [(side, self._checks.get(side.pk)) for side in sides]
