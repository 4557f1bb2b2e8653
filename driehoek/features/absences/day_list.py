"""Today's list: who of a group is not there and why, whom nobody reported, and who has looked at it."""

import datetime as dt
from dataclasses import dataclass
from functools import cached_property

from django.db.models import Exists, OuterRef, Q, QuerySet

from driehoek.backbone.access.querysets import rows
from driehoek.backbone.access.rules.absences import beside
from driehoek.backbone.access.viewer import Viewer
from driehoek.base.core.clock import amsterdam
from driehoek.facts.people.models import Person
from driehoek.facts.schools.hours import is_school_day
from driehoek.facts.schools.models import GROUP_FUNCTIONS, Enrolment, Group, GroupKind
from driehoek.features.absences.collecting import Arranged, arranged_today
from driehoek.features.absences.models import (
    LISTED_GROUPS,
    Absence,
    LeaveDecision,
    ListSeen,
    MorningAnswer,
    MorningQuestion,
    Reason,
    SwapDay,
)
from driehoek.features.absences.swapping import is_closed


def away(viewer: Viewer) -> QuerySet[Absence]:
    """Who is not there today, of all whom this viewer may know, with what home said this morning."""
    answers = MorningAnswer.objects.filter(question__absence=OuterRef("pk"), question__day=viewer.today)
    asked = MorningQuestion.objects.filter(absence=OuterRef("pk"), day=viewer.today)
    known = Absence.objects.visible_to(viewer).on(viewer.today)
    known = known.annotate(is_unsure=Exists(asked) & ~Exists(answers), is_by_nobody=_by_nobody(viewer))
    return known.select_related("student__portrait", "report__by", "noted_by", "source_line").order_by(
        "student__given_name", "student__family_name", "pk"
    )


def _by_nobody(viewer: Viewer) -> Q:
    """Told, or asked as leave, by somebody who answers for the child no longer: it stands, with a mark."""
    asked = LeaveDecision.objects.filter(
        Exists(beside(viewer, "request__by", "request__student")), absence=OuterRef("pk")
    )
    told = Q(~Exists(beside(viewer, "report__by")), report__isnull=False)
    return told | Q(~Exists(asked), reason=Reason.LEAVE)


class DayList:
    """The list of one group. The gate has already let this viewer in."""

    def __init__(self, group: Group, viewer: Viewer) -> None:
        self.group, self.viewer = group, viewer

    @cached_property
    def pupils(self) -> list[Person]:
        here = Enrolment.objects.on(self.viewer.today).filter(group=self.group).values("student")
        seen = rows(Person, self.viewer, may="see").filter(pk__in=here)
        return list(seen.select_related("portrait").order_by("given_name", "family_name"))

    @cached_property
    def absences(self) -> list[Absence]:
        here = Enrolment.objects.on(self.viewer.today).filter(group=self.group).values("student")
        return list(away(self.viewer).filter(student__in=here, school=self.group.school_id))

    @cached_property
    def arranged(self) -> list[Arranged]:
        """Who fetches whom today."""
        here = [pupil.pk for pupil in self.pupils]
        return arranged_today(here, self.viewer, self.group.school_id)

    @cached_property
    def swapped(self) -> list[SwapDay]:
        """Who comes extra today, and who stays home by a swap."""
        if self.group.kind != GroupKind.CARE:
            return []
        agreed = SwapDay.objects.visible_to(self.viewer).standing()
        today = agreed.filter(group=self.group, day=self.viewer.today)
        return list(today.select_related("student__portrait").order_by("-comes", "student__given_name", "pk"))

    @cached_property
    def is_closed(self) -> bool:
        """Nobody is expected today: no child is missed either."""
        if self.group.kind == GroupKind.CARE:
            return is_closed(self.group, self.viewer.today)
        return not is_school_day(self.viewer.today, self.group.school)

    @property
    def unreported(self) -> list[Person]:
        """Who should be in the classroom now."""
        if self.is_closed:
            return []
        day, time = self.viewer.today, amsterdam(self.viewer.now).time()
        known = {absence.student_id for absence in self.absences if absence.excuses(day, time)}
        known |= {swap.student_id for swap in self.swapped if not swap.comes}
        return [pupil for pupil in self.pupils if pupil.pk not in known]

    def leave_mark(self) -> None:
        """A colleague of the group has looked; the office and the head look over her shoulder."""
        if self.group.pk in self.viewer.groups(functions=GROUP_FUNCTIONS):
            seen = ListSeen(
                group=self.group, day=self.viewer.today, by=self.viewer.person, at=self.viewer.now
            )
            ListSeen.objects.bulk_create(
                [seen], update_conflicts=True, unique_fields=["group", "day"], update_fields=["by", "at"]
            )


@dataclass
class GroupAway:
    """One group on the list of the whole school."""

    group: Group
    absences: list[Absence]
    seen_at: dt.datetime | None


def whole_school(viewer: Viewer) -> list[GroupAway]:
    """Every class this viewer leads that has somebody away today. Four queries, however many there are."""
    led = rows(Group, viewer, may="lead").filter(LISTED_GROUPS)
    groups = {group.pk: group for group in led.select_related("school").order_by("school__name", "pk")}
    sits = Enrolment.objects.on(viewer.today).filter(group__in=groups).values_list("student", "group")
    places: dict[int, list[int]] = {}
    for student, group in sits:
        places.setdefault(student, []).append(group)
    seen = dict(ListSeen.objects.filter(day=viewer.today, group__in=groups).values_list("group", "at"))
    found = {key: GroupAway(group, [], seen.get(key)) for key, group in groups.items()}
    for absence in away(viewer):
        for key in places.get(absence.student_id, []):
            if groups[key].school_id == absence.school_id:
                found[key].absences.append(absence)
    return [row for row in found.values() if row.absences]


def own_group_of(child: Person, viewer: Viewer) -> Group | None:
    """Where this child sits today and this viewer works; None when there is no such group."""
    sits = Enrolment.objects.on(viewer.today).filter(student=child)
    return rows(Group, viewer, may="work_with").filter(pk__in=sits.values("group")).first()
