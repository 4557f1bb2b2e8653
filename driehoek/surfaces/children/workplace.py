"""Where someone works: the groups of her own or of the school she leads, and what she does there."""

from dataclasses import dataclass
from functools import cached_property

from django.utils.translation import gettext as _

from driehoek.backbone.access.querysets import rows
from driehoek.backbone.access.viewer import Viewer
from driehoek.facts.schools.models import Group, GroupKind, School
from driehoek.features.unreached.reaching import count_of


def groups_of(viewer: Viewer) -> list[Group]:
    """Of the school year that runs today, in the order a school says them."""
    groups = rows(Group, viewer, may="work_with").select_related("school", "year")
    running = groups.filter(year__starts_on__lte=viewer.today, year__ends_on__gte=viewer.today)
    return list(running.order_by("school__name", "kind", "name"))


@dataclass(frozen=True)
class Workplace:
    """The first page of whoever works for more than one group, for a whole school, or for the board."""

    viewer: Viewer

    @cached_property
    def groups(self) -> list[Group]:
        return groups_of(self.viewer)

    @cached_property
    def schools(self) -> list[School]:
        """Schools whose data this person keeps."""
        return list(rows(School, self.viewer, may="administer").order_by("name"))

    @cached_property
    def alarming(self) -> list[School]:
        """Schools for which she may send what cannot wait."""
        return list(rows(School, self.viewer, may="alarm").order_by("name"))

    @property
    def unreached(self) -> str:
        """How many parents no mail reaches, or not all of it."""
        number = count_of(self.viewer)
        return _("Ouders die mail missen: %(n)s") % {"n": number} if number else _("Niemand")

    @property
    def only_group(self) -> Group | None:
        """The one group of someone who works for nothing else."""
        return self.groups[0] if len(self.groups) == 1 and not self.schools else None

    @property
    def has_care(self) -> bool:
        """Whether one of her groups is of a childcare, where days are swapped."""
        return any(group.kind == GroupKind.CARE for group in self.groups)

    def heads_a_school(self) -> bool:
        """Whether she sees what comes back from home."""
        return rows(Group, self.viewer, may="weigh").exists()

    def speaks_for_a_school(self) -> bool:
        return rows(School, self.viewer, may="speak_for").exists()
