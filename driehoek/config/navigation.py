"""Who finds which places in the menu, and whom to call. Read by the shell through settings."""

from driehoek.backbone.access.viewer import Viewer
from driehoek.base.shell.navigation import Place

# At most five for each. Add a place here when its page exists: a name without a page is an error.
NAVIGATION: dict[str, list[Place]] = {
    "guardian": [],
    "student": [],
    "teacher": [],
    "office": [],
}
OFFICE = {"head", "office", "board_admin"}  # functions for the school as a whole


def places_for(viewer: Viewer) -> list[Place]:
    """The menu of this person under the hat she wears now."""
    if viewer.hat == "school":
        return NAVIGATION["office" if viewer.functions & OFFICE else "teacher"]
    return NAVIGATION["student" if viewer.self_as_student() else "guardian"]


def contacts_for(viewer: Viewer | None) -> list[tuple[str, str]]:
    """The schools this person has to do with, with their phone numbers."""
    if viewer is None:
        return []
    schools = {seat.school for seat in viewer.seats if seat.school}
    return sorted((school.name, school.phone) for school in schools if school.phone)
