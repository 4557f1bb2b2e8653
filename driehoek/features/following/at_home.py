"""What the page of a child says about looking along, in one line."""

from dataclasses import dataclass
from functools import cached_property

from driehoek.backbone.access.viewer import Viewer
from driehoek.facts.looking.models import Mode
from driehoek.facts.people.models import Person
from driehoek.features.following.agreed import Agreed, agreements
from driehoek.features.following.words import TITLES


@dataclass
class LooksAlong:
    """How close this viewer looks along with this child, or who looks along with herself."""

    child: Person
    viewer: Viewer

    @cached_property
    def agreed(self) -> Agreed | None:
        """What is in force; else what was proposed. One query, and three for its rows."""
        found = list(agreements(self.viewer).filter(student=self.child))
        found.sort(key=lambda agreement: agreement.sealed_at is None)
        return Agreed(found[0], self.viewer) if found else None

    @property
    def words(self) -> str:
        """At which step they are."""
        if self.agreed is None or self.agreed.agreement.sealed_at is None:
            return ""
        mode = Mode(self.agreed.steps[self.agreed.current].mode)
        return str(TITLES[mode]) % self.agreed.names

    @property
    def is_asked(self) -> bool:
        """Whether something waits for her: to sign, or to say how it goes."""
        if self.agreed is None:
            return False
        return self.agreed.is_mine_to_sign or bool(self.agreed.coming and not self.agreed.my_answer)
