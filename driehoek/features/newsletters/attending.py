"""Who comes to see shown work: asked in each letter, and counted for who shows it."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any  # what a form is given

from django import forms
from django.utils.translation import gettext_lazy as _

from driehoek.backbone.access.querysets import rows
from driehoek.backbone.access.viewer import Viewer
from driehoek.facts.people.models import Person
from driehoek.features.newsletters.models import Attendance, Block, CopyLine
from driehoek.features.newsletters.models.attendance import MOST, is_asked

WORDS = {1: _("Ja, ik kom"), 2: _("Ja, wij komen met 2"), 0: _("Nee, ik kan niet")}


class AttendanceForm(forms.Form):
    """One of the buttons; more than two is typed."""

    number = forms.IntegerField(
        min_value=0, max_value=MOST, label=_("Met hoeveel mensen kom je?"),
        error_messages={
            "required": _("Kies of je komt."), "invalid": _("Vul een getal in."),
            "max_value": _("Kom met hooguit 6 mensen."), "min_value": _("Vul een getal in."),
        },
    )  # fmt: skip

    def __init__(self, data: Any, *, block: Block) -> None:
        super().__init__(data)
        self.block = block


@dataclass(frozen=True)
class Asked:
    """What one reader is asked about one block, and what she answered."""

    block: Block
    number: int | None

    @property
    def comes(self) -> bool:
        return bool(self.number)

    @property
    def boxes(self) -> list[tuple[int, object]]:
        return list(WORDS.items())


def asked_in(blocks: Iterable[Block], viewer: Viewer) -> dict[int, Asked]:
    """By block, of those that may still be answered."""
    asking = [block for block in blocks if is_asked(block, viewer.today)]
    given = Attendance.objects.visible_to(viewer).filter(block__in=asking, person=viewer.person)
    numbers = dict(given.values_list("block", "number"))
    return {block.pk: Asked(block, numbers.get(block.pk)) for block in asking}


@dataclass(frozen=True)
class Comer:
    person: Person
    children: list[str]
    number: int


class Attending:
    """Everybody who answered; by name whom the viewer may know, the others in the number alone."""

    def __init__(self, block: Block, viewer: Viewer) -> None:
        self.block, self.viewer = block, viewer

    @cached_property
    def _all(self) -> list[int]:
        return list(self.block.attendances.values_list("number", flat=True))

    @property
    def people(self) -> int:
        """How many chairs."""
        return sum(self._all)

    @property
    def refusals(self) -> int:
        return sum(1 for number in self._all if not number)

    @property
    def unnamed(self) -> int:
        return len(self._all) - len(self.known)

    @cached_property
    def known(self) -> list[Comer]:
        found = Attendance.objects.visible_to(self.viewer).filter(block=self.block).select_related("person")
        names = self._children([row.person_id for row in found])
        comers = [Comer(row.person, names[row.person_id], row.number) for row in found]
        return sorted(comers, key=lambda comer: (not comer.number, comer.person.given_name))

    def _children(self, people: list[int]) -> dict[int, list[str]]:
        seen = rows(Person, self.viewer, may="see").values("pk")
        lines = CopyLine.objects.filter(block=self.block, copy__person__in=people, student__in=seen)
        names = defaultdict[int, list[str]](list)
        for person, name in lines.values_list("copy__person", "student__given_name").distinct():
            names[person].append(name)
        return names
