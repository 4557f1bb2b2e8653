"""Who may do what. This page is the whole answer; nothing else in the code decides it.

A line names a model and an act; its rule says on which rows a viewer may do that. The words used here
are defined in rules.py. Every rule about a person passes through a seat, so leaving ends access.
"""

from django.db.models import Q

from driehoek.backbone.access.rules import LEADERS, Rule, about
from driehoek.facts.schools.models import GROUP_FUNCTIONS, Function

child = about("pk")  # rules on Person rows: the row is the child

school_leader = Rule(lambda me: Q(pk__in=me.schools(functions=LEADERS)))
board_of_school = Rule(lambda me: Q(board__in=me.boards(functions=[Function.BOARD_ADMIN])))
works_with_group = Rule(lambda me: Q(pk__in=me.groups(functions=GROUP_FUNCTIONS)))
leads_school_of_group = Rule(lambda me: Q(school__in=me.schools(functions=LEADERS)))

POLICY: dict[str, Rule] = {
    # people: a page about a child
    "people.person.see": child["guardian"] | child["self"] | child["staff"],
    "people.person.answer_for": child["decider"],
    # schools
    "schools.school.administer": school_leader | board_of_school,
    "schools.group.work_with": works_with_group | leads_school_of_group,
}
