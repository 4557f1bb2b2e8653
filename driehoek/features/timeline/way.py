"""The way of one student as one viewer may read it: what was written down, and where she sat."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet

from driehoek.backbone.access.querysets import rows
from driehoek.backbone.access.rules.ways import WITH_A_WAY
from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.translation.reading import put_in_words
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import Enrolment, GroupKind, School
from driehoek.features.timeline.models import Milestone, MilestoneKind

ICONS = {
    MilestoneKind.REACHED: "seal-check-bold", MilestoneKind.CHOICE: "target-bold",
    MilestoneKind.INTERNSHIP: "buildings-bold", MilestoneKind.ADVICE: "chat-circle-text-bold",
    MilestoneKind.DIPLOMA: "student-bold",
}  # fmt: skip


@dataclass(frozen=True)
class Said:
    """One sentence with it, of somebody: in the words of who reads it."""

    who: str
    words: str
    language: str


@dataclass(frozen=True)
class Moment:
    """One line of the page: a day, what happened, and where to read more."""

    day: dt.date
    icon: str
    kind: str
    title: str
    until: dt.date | None = None
    milestone: Milestone | None = None
    path: str = ""
    said: tuple[Said, ...] = ()


def has_a_way(student: Person, day: dt.date) -> bool:
    return _places(student, day).exists()


def school_of(student: Person, viewer: Viewer) -> School:
    """Where she sits today: of a colleague, the school she works for."""
    places = _places(student, viewer.today).select_related("group__school").order_by("pk")
    here = viewer.workplaces() if viewer.hat == "school" else set()
    found = [place.group.school for place in places]
    return next((school for school in found if school.pk in here), found[0])


def may_mark(student: Person, viewer: Viewer) -> bool:
    return rows(Person, viewer, may="mark_the_way_of").filter(pk=student.pk).exists()


def moments_of(student: Person, viewer: Viewer) -> list[Moment]:
    """What was written down and where she sat, unordered; the words are in the language of the reader."""
    written = Milestone.objects.visible_to(viewer).filter(student=student)
    found = list(written.select_related("school", "by").allowing(viewer, "edit"))
    put_in_words(found, now=viewer.now)
    return [*map(_written, found), *_sat(student, viewer)]


def _written(milestone: Milestone) -> Moment:
    kind = MilestoneKind(milestone.kind)
    return Moment(
        day=milestone.starts_on, icon=ICONS[kind], kind=str(kind.label), title="",
        until=milestone.ends_on, milestone=milestone,
    )  # fmt: skip


def _sat(student: Person, viewer: Viewer) -> Iterable[Moment]:
    """The classes she began in; a class of a primary school is not part of this way. Those of another
    school are not for her teachers here, and those of next year for nobody yet."""
    classes = Enrolment.objects.filter(
        student=student, group__kind=GroupKind.CLASS, group__school__sector__in=WITH_A_WAY,
        starts_on__lte=viewer.today,
    )  # fmt: skip
    if viewer.hat == "school":
        classes = classes.filter(group__school__in=viewer.workplaces())
    for place in classes.select_related("group__school"):
        title = f"{place.group.name[:1].upper()}{place.group.name[1:]} · {place.group.school.name}"
        yield Moment(day=place.starts_on, icon="backpack-bold", kind="", title=title)


def _places(student: Person, day: dt.date) -> QuerySet[Enrolment]:
    return Enrolment.objects.on(day).filter(student=student, group__school__sector__in=WITH_A_WAY)
