"""The groups someone works with: her own, or all of the school she leads."""

from driehoek.backbone.access.querysets import rows
from driehoek.backbone.access.viewer import Viewer
from driehoek.facts.schools.models import Group


def groups_of(viewer: Viewer) -> list[Group]:
    """Of the school year that runs today, in the order a school says them."""
    groups = rows(Group, viewer, may="work_with").select_related("school", "year")
    running = groups.filter(year__starts_on__lte=viewer.today, year__ends_on__gte=viewer.today)
    return list(running.order_by("school__name", "kind", "name"))
