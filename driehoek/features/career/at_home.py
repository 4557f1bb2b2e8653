"""Assignments as a student and her home find them: on her page a few, and all of them in a list."""

import datetime as dt
from typing import Any  # rows with what was put beside them

from django.db.models import Exists, OuterRef, QuerySet

from driehoek.backbone.access.parts import Asking, asked
from driehoek.backbone.access.querysets import rows
from driehoek.backbone.access.viewer import Viewer
from driehoek.facts.people.models import Person
from driehoek.features.career.models import Assignment, Outcome

A_FEW = 2
AFTERWARDS = dt.timedelta(days=14)  # so long it stays on the page of the child


def assignments_of(student: Person, viewer: Viewer) -> QuerySet[Any]:
    """The newest first; of each whether this viewer told something about it."""
    return _told(viewer, student.pk)


def lately(student: Person, viewer: Viewer) -> Asking[list[Any]]:
    """For the page of the child."""
    return asked(_few, viewer, student.pk)


def _told(me: Viewer, student: int) -> QuerySet[Any]:
    mine = Outcome.objects.filter(assignment=OuterRef("pk"), author=me.person)
    seen = Assignment.objects.visible_to(me).filter(student=student)
    return seen.annotate(is_told=Exists(mine)).order_by("-due_on", "-pk")


def _few(me: Viewer, student: int) -> QuerySet[Any]:
    return _told(me, student).filter(due_on__gte=me.today - AFTERWARDS)[:A_FEW]


def may_read(student: Person, viewer: Viewer) -> bool:
    return rows(Person, viewer, may="read_career").filter(pk=student.pk).exists()
