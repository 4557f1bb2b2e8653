"""The first talk that comes about each child, however far ahead, for who is new."""

from driehoek.backbone.access.corners import Corner
from driehoek.backbone.access.viewer import Viewer
from driehoek.features.talks.models import Side, Talk


def first_talks(viewer: Viewer) -> list[Side]:
    """Her own side of each, the first talk of every child; a side knows its talk and whether it is ready."""
    coming = Talk.objects.visible_to(viewer).coming(viewer.today).not_closed()
    mine = Side.objects.filter(talk__in=coming, person=viewer.person, corner__in=[Corner.HOME, Corner.CHILD])
    first: dict[int, Side] = {}
    for side in mine.select_related("talk__student").order_by("talk__moment", "talk__pk"):
        if side.talk.ends_at > viewer.now:
            first.setdefault(side.talk.student_id, side)
    return list(first.values())
