"""The vocabulary of the policy for talks about a child: who is at the talk, and who at school works with her.

Whoever is asked to a talk has a side of it. That side opens it only while the rest holds too: she still
answers for the child, she is that child, or she still works with her.
"""

from collections.abc import Callable
from typing import Any  # a values query

from django.apps import apps
from django.db.models import Exists, Model, OuterRef, Q, QuerySet

from driehoek.backbone.access.models import Role
from driehoek.backbone.access.rules.children import about, taught
from driehoek.backbone.access.rules.looking import looks_along
from driehoek.backbone.access.rules.posts import room
from driehoek.backbone.access.rules.rule import Rule
from driehoek.backbone.access.rules.talking import AtSchools, self_at, students_at
from driehoek.backbone.access.rules.through import through, unless
from driehoek.backbone.access.viewer import Viewer


def answers_for_at(me: Viewer) -> AtSchools:
    return students_at(me, lambda seat: seat.role == Role.GUARDIAN and seat.sees_child and seat.may_answer)


def sides() -> QuerySet[Model, Any]:
    rows: QuerySet[Model, Any] = apps.get_model("talks.side")._default_manager.all()
    return rows


def _seat_at_table(corner: str) -> Rule:
    """She was asked to this talk, in that corner."""
    return Rule(lambda me: Q(Exists(sides().filter(talk=OuterRef("pk"), person=me.person, corner=corner))))


def _about_one_of(at: Callable[[Viewer], AtSchools]) -> Rule:
    """Talks at a school about one of these students of it."""

    def rows_for(me: Viewer) -> Q:
        fitting = Q(pk__in=[])
        for school, students in at(me).items():
            fitting |= Q(school=school, student__in=students)
        return fitting

    return Rule(rows_for)


# what her child or the school closed to her, is closed here too; at the table she takes part herself
guardian_there = _about_one_of(answers_for_at) & _seat_at_table("home") & looks_along("talks")
student_there = _about_one_of(self_at) & _seat_at_table("child")
colleague_there = room["staff"] & _seat_at_table("school")
there = guardian_there | student_there | colleague_there

meet = {act: through("talk", "talks.talk", may=act) for act in ("attend", "lead")}
at_that_school = Rule(lambda me: Q(talk__school__in=me.workplaces()))
her_teacher = at_that_school & about("talk__student")["staff"] & taught("talk__student")
pledge_open = unless("talks.pledgeoutcome", "pledge")
