"""What is hidden, by child: a handful at a time, so that the page stays light and the work has an end."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import QuerySet

from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.media.models import Photo, PhotoHold
from driehoek.backbone.media.naming import nameless_to
from driehoek.facts.people.models import Person

AT_ONCE = 24  # photos of one child on the page; the next ones come when these are done
DRAWN = 288  # CSS pixels: fits the narrowest phone, and is known to the server without a script


@dataclass
class Repair:
    """One child and the first of the photos she hides."""

    student: Person
    holds: list[PhotoHold] = field(default_factory=list)
    more: int = 0


def repairable(viewer: Viewer) -> QuerySet[PhotoHold]:
    """Holds of photos she keeps, because of children whom she may know."""
    return PhotoHold.objects.visible_to(viewer).exclude(student__in=nameless_to(viewer))


def others_hidden(viewer: Viewer) -> int:
    """Photos hidden because of a child whom she may not know: somebody else looks at those."""
    held = PhotoHold.objects.visible_to(viewer).open().filter(student__in=nameless_to(viewer))
    return held.values("photo").distinct().count()


def repairs(holds: QuerySet[PhotoHold]) -> list[Repair]:
    """By child, the newest photos first."""
    found: dict[int, Repair] = {}
    for hold in newest_first(holds):
        repair = found.setdefault(hold.student_id, Repair(hold.student))
        if len(repair.holds) < AT_ONCE:
            repair.holds.append(hold)
        else:
            repair.more += 1
    return sorted(found.values(), key=lambda repair: (repair.student.given_name, repair.student.pk))


def newest_first(holds: QuerySet[PhotoHold]) -> Iterable[PhotoHold]:
    return holds.select_related("photo", "student__portrait").order_by("-photo__created_at", "-photo")


def drawn_size(photo: Photo) -> tuple[int, int]:
    """How wide and high the picture to tap on is drawn, in CSS pixels."""
    return DRAWN, max(1, round(DRAWN * photo.height / max(photo.width, 1)))
