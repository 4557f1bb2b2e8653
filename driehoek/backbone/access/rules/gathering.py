"""The vocabulary of the policy for talks about a child: who is at the talk, and who at school works with her.

Whoever is asked to a talk has a side of it. That side opens it only while the rest holds too: she still
answers for the child, she is that child, or she still works with her. A colleague who was asked along has no
side: she reads, as long as she was not taken off, and until some weeks after the talk.
"""

import datetime as dt
from collections.abc import Callable
from typing import Any  # a values query

from django.apps import apps
from django.db.models import Model, OuterRef, Q, QuerySet

from driehoek.backbone.access.late import any_in
from driehoek.backbone.access.models import Role
from driehoek.backbone.access.rules.children import about, family_of, kept_from, taught
from driehoek.backbone.access.rules.looking import OF_CLASS, looks_along
from driehoek.backbone.access.rules.posts import room
from driehoek.backbone.access.rules.rule import Rule
from driehoek.backbone.access.rules.talking import AtSchools, self_at, students_at
from driehoek.backbone.access.rules.through import through, unless
from driehoek.backbone.access.viewer import Viewer
from driehoek.base.core.clock import at
from driehoek.facts.people.models import ProtectionReader
from driehoek.facts.schools.models import Enrolment

ALONG_FOR = dt.timedelta(weeks=4)  # so long after a talk whoever was asked along reads what became of it


def answers_for_at(me: Viewer) -> AtSchools:
    return students_at(me, lambda seat: seat.role == Role.GUARDIAN and seat.sees_child and seat.may_answer)


def sides() -> QuerySet[Model, Any]:
    rows: QuerySet[Model, Any] = apps.get_model("talks.side")._default_manager.all()
    return rows


def _seat_at_table(corner: str, talk: str = "pk") -> Rule:
    """She was asked to this talk, in that corner."""
    return Rule(lambda me: Q(any_in(sides().filter(talk=OuterRef(talk), person=me.person, corner=corner))))


def _about_one_of(students_of: Callable[[Viewer], AtSchools]) -> Rule:
    """Talks at a school about one of these students of it."""

    def rows_for(me: Viewer) -> Q:
        fitting = Q(pk__in=[])
        for school, students in students_of(me).items():
            fitting |= Q(school=school, student__in=students)
        return fitting

    return Rule(rows_for)


# what her child or the school closed to her, is closed here too; at the table she takes part herself
answers_for_her = _about_one_of(answers_for_at)
asked_home, asked_child, asked_school = map(_seat_at_table, ("home", "child", "school"))
guardian_there = answers_for_her & asked_home & looks_along("talks")
student_there = _about_one_of(self_at) & asked_child
colleague_there = room["staff"] & asked_school
there = guardian_there | student_there | colleague_there


def along() -> QuerySet[Model, Any]:
    rows: QuerySet[Model, Any] = apps.get_model("talks.askedalong")._default_manager.all()
    return rows


def _works_there(me: Viewer) -> Q:
    """At the school of the talk, in whatever function, where the child still sits."""
    here = Enrolment.objects.on(me.today).filter(
        student=OuterRef("student"), group__school=OuterRef("school")
    )
    return Q(any_in(here), school__in=me.workplaces()) if me.workplaces() else Q(pk__in=[])


def _of_open_child(me: Viewer) -> Q:
    """No child whose place must stay secret, unless she was named; none she is kept from; none of her own."""
    named = ProtectionReader.objects.filter(person=me.person).values("protection")
    open_to_me = Q(student__protection=None) | Q(student__protection__in=named)
    return open_to_me & ~Q(student__in=kept_from(me)) & ~Q(student__in=family_of(me))


was_asked_along = Rule(lambda me: Q(any_in(along().filter(talk=OuterRef("pk"), person=me.person))))
not_long_ago = Rule(lambda me: Q(moment__gte=at(me.today - ALONG_FOR, dt.time())))
works_there, of_open_child = Rule(_works_there), Rule(_of_open_child)
along_there = works_there & was_asked_along & not_long_ago & of_open_child
goes_on = unless("talks.cancellation", "talk")

meet = {act: through("talk", "talks.talk", may=act) for act in ("see", "attend", "lead", "come", "bring")}
at_that_school = Rule(lambda me: Q(talk__school__in=me.workplaces()))
taught_at_table = taught("talk__student")
her_teacher = at_that_school & about("talk__student")["staff"] & taught_at_table
pledge_open = unless("talks.pledgeoutcome", "pledge")

# What one side says before the talk. Two guardians have two sides; nothing of one is for the other.


def _side_of(corner: str) -> Rule:
    return Rule(lambda me: Q(side__corner=corner))


def _when_school_shows(me: Viewer) -> Q:
    """Everybody else is ready, or the talk is today or tomorrow: so nobody is led, and nobody blocks."""
    waited_for = sides().filter(talk=OuterRef("side__talk"), corner__in=["home", "child"], ready_at=None)
    soon = at(me.today + dt.timedelta(days=2), dt.time())
    return Q(side__talk__moment__lt=soon) | ~Q(any_in(waited_for))


def _chose_herself(me: Viewer) -> Q:
    """She answered the same question; of what only a start talk asks, and at the talk, one need not."""
    own = apps.get_model("talks.answer")._default_manager.filter(
        side__talk=OuterRef("side__talk"), side__person=me.person, side__corner="home",
        question=OuterRef("question"),
    )  # fmt: skip
    begun = Q(side__talk__moment__lte=me.now)  # nobody is led any more
    return Q(any_in(own)) | Q(question__in=["ambition", "learning"]) | begun


at_work = Rule(lambda me: Q(pk__isnull=False) if me.hat == "school" else Q(pk__in=[]))
at_table = through("side__talk", "talks.talk", may="attend")
own_side = Rule(
    lambda me: Q(
        side__person=me.person, side__corner__in=["school"] if me.hat == "school" else ["home", "child"]
    )
)
said = Rule(lambda me: Q(side__ready_at__isnull=False))
as_child, as_guardian = (_seat_at_table(corner, "side__talk") for corner in ("child", "home"))
of_child, of_home, of_school = _side_of("child"), _side_of("home"), _side_of("school")
its_turn, chose_herself = Rule(_when_school_shows), Rule(_chose_herself)
school_shows = of_school & its_turn
for_home = (of_child & chose_herself) | school_shows
for_child = of_home | school_shows

# whoever was asked along reads what was sent; how it is at home, of whom at home said that she may
sits_along = through("side__talk", "talks.talk", may="sit_along")
let_her_read = Rule(lambda me: Q(any_in(along().filter(person=me.person, opened__side=OuterRef("side")))))

answer = at_table & (own_side | (said & (at_work | (as_child & for_child) | (as_guardian & for_home))))
home_situation = at_table & (own_side | (said & (at_work | as_child)))
point = at_table & (own_side | of_child | of_school | (of_home & (at_work | as_child)))
contact_check = point  # who looked over her data: of another home one does not hear it
answer_beside, home_beside = sits_along & said, sits_along & said & let_her_read
own_words = at_table & own_side
told_as_serious = Rule(lambda me: Q(is_serious=False))


def _of_her_year(me: Viewer) -> Q:
    """What a school plans for the year in which her child sits, as far as she takes part, or she herself."""
    if not me.wards() and not me.self_as_student():
        return Q(pk__in=[])
    hers = looks_along("talks", school=OF_CLASS).rows_for(me) | Q(student__in=me.self_as_student())
    here = Enrolment.objects.on(me.today).filter(hers)
    sits = here.filter(group__school=OuterRef("school"), group__layer=OuterRef("layer"))
    return Q(any_in(sits))


of_her_year = Rule(_of_her_year)

# what is written down of it, and what colleagues note for each other
works_with_her = taught("student")
colleague_of_student = room["staff"] & works_with_her
my_note = Rule(lambda me: Q(by=me.person))
