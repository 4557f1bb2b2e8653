"""The vocabulary of the policy for newsletters: who puts them together, and who adds a block."""

from collections import defaultdict
from typing import Any

from django.apps import apps
from django.db.models import Q, QuerySet

from driehoek.backbone.access.rules.audiences import out
from driehoek.backbone.access.rules.children import LEADERS
from driehoek.backbone.access.rules.rule import Rule
from driehoek.backbone.access.rules.through import shown_by, through
from driehoek.backbone.access.viewer import Viewer
from driehoek.facts.schools.models import GROUP_FUNCTIONS


def asked_to_edit(me: Viewer) -> QuerySet[Any]:
    """Schools whose leaders asked this colleague, who works there."""
    rows = apps.get_model("newsletters.editor")._default_manager
    schools = me.workplaces()
    named = rows.filter(person=me.person, school__in=schools) if schools else rows.none()
    return named.values("school")


def with_groups(me: Viewer) -> set[int]:
    """Schools at which she works with a group."""
    return {
        seat.school_id
        for seat in me.seats
        if seat.function in GROUP_FUNCTIONS and seat.school_id and seat.group_id
    }


def _edited(field: str) -> Rule:
    leads = Rule(lambda me: Q(**{f"{field}__in": me.schools(functions=LEADERS)}))
    return leads | Rule(lambda me: Q(**{f"{field}__in": asked_to_edit(me)}))


edits_for_school = _edited("pk")  # on rows of schools
adds_for_school = Rule(lambda me: Q(pk__in=with_groups(me)))
edits = _edited("school")
adds = Rule(lambda me: Q(school__in=with_groups(me)))
draft = Rule(lambda me: Q(sending=None))
waiting = Rule(lambda me: Q(sending__due_at__gt=me.now))
is_out = out("sending__due_at") & Rule(lambda me: Q(withdrawal=None))

# a letter that somebody at home got: as long as she sits at that school beside the child it came through


def _still_beside(me: Viewer) -> Q:
    beside = defaultdict[int, set[int]](set)
    for seat in me.seats:
        if seat.school_id and seat.student_id and seat.opens_group:
            beside[seat.school_id].add(seat.student_id)
    fitting = Q(pk__in=[])
    for school, students in beside.items():
        fitting |= Q(block__newsletter__school=school, student__in=students)
    return fitting


my_line = Rule(lambda me: Q(copy__person=me.person))
still_beside = Rule(_still_beside)
line_is_out = out("block__newsletter__sending__due_at") & Rule(
    lambda me: Q(block__newsletter__withdrawal=None, copy__newsletter__withdrawal=None)
)
has_a_line = shown_by("newsletters.copyline", "copy")

# blocks
shown_to_answer = Rule(lambda me: Q(kind="show", asks=True))
in_my_letter = shown_by("newsletters.copyline", "block")
my_block = Rule(lambda me: Q(author=me.person, newsletter__school__in=me.workplaces()))
leads_block = Rule(lambda me: Q(newsletter__school__in=me.schools(functions=LEADERS)))
edits_block = through("newsletter", "newsletters.newsletter", may="edit_any")
on_a_draft = Rule(lambda me: Q(newsletter__sending=None))
