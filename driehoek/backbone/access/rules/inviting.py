"""The vocabulary of early signals: which colleague may think of a talk with home, and nobody else."""

from collections.abc import Iterable
from typing import Any  # a values query of one column

from django.db.models import Q, QuerySet

from driehoek.backbone.access.rules.around import schools_of
from driehoek.backbone.access.rules.children import about, family_of
from driehoek.backbone.access.rules.rule import Rule
from driehoek.backbone.access.viewer import Viewer
from driehoek.facts.schools.models import MENTORING, Enrolment, Group, GroupKind, Sector


def mentored_by(me: Viewer) -> QuerySet[Enrolment, Any]:
    """Whom she mentors; in primary school that is who teaches the class, in vocational education also the
    career coach. Nobody of her own family."""
    mentors, teaches, coaches = (me.groups(functions=[one]) for one in MENTORING)
    if not mentors and not teaches and not coaches:
        return Enrolment.objects.none()
    of_her_class = Q(group__in=teaches, group__kind=GroupKind.CLASS, group__school__sector=Sector.PRIMARY)
    coached = Q(group__in=coaches, group__school__sector=Sector.VOCATIONAL)
    sits = Enrolment.objects.on(me.today).filter(Q(group__in=mentors) | of_her_class | coached)
    return sits.exclude(student__in=family_of(me))


def _mentored_groups(me: Viewer) -> Q:
    """The same on groups."""
    mentors, teaches, coaches = (me.groups(functions=[one]) for one in MENTORING)
    of_her_class = Q(pk__in=teaches, kind=GroupKind.CLASS, school__sector=Sector.PRIMARY)
    return Q(pk__in=mentors) | of_her_class | Q(pk__in=coaches, school__sector=Sector.VOCATIONAL)


mentored_group = Rule(_mentored_groups)


def mentors_group(me: Viewer, group: Group) -> bool:
    """The same about one group, told from her seats."""
    mentors, teaches, coaches = (group.pk in me.groups(functions=[one]) for one in MENTORING)
    is_primary_class = group.kind == GroupKind.CLASS and group.school.sector == Sector.PRIMARY
    is_vocational = group.school.sector == Sector.VOCATIONAL
    return mentors or (teaches and is_primary_class) or (coaches and is_vocational)


def invites_among(me: Viewer, group: Group, students: Iterable[int]) -> bool:
    """Whether she mentors one of these, who sit in that group: then there is a list of whom to invite."""
    if not mentors_group(me, group):
        return False
    return bool(set(students) - set(family_of(me).values_list("student", flat=True)))


def mentor_of(student: str) -> Rule:
    """Rows about a student whom she mentors, and may know."""
    hers = Rule(lambda me: Q(**{f"{student}__in": mentored_by(me).values("student")}))
    return about(student)["staff"] & hers


of_my_schools = Rule(lambda me: Q(school__in=schools_of(me)))
