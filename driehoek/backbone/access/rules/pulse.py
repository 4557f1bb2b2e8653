"""The vocabulary of two questions: who is asked, while they are asked, and when anything may be told."""

from django.db.models import Q

from driehoek.backbone.access.late import any_in
from driehoek.backbone.access.models import Role
from driehoek.backbone.access.rules.rule import Rule
from driehoek.backbone.access.viewer import Viewer
from driehoek.facts.people.ages import born_after
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import Function

ASKED_AT = 12  # years
FEWEST = 5  # answers; fewer would tell of someone


def _asked(me: Viewer) -> Q:
    """A parent there, or a student there who is old enough."""
    parents, students = _schools(me, Role.GUARDIAN), _schools(me, Role.STUDENT)
    found = Q(readers="guardians", round__school__in=parents)
    if not students:
        return found
    herself = Person.objects.filter(pk=me.person.pk, birth_date__lte=born_after(me.today, ASKED_AT))
    asked_too = Q(any_in(herself), readers="students", round__school__in=students)
    return found | asked_too if parents else asked_too


def _schools(me: Viewer, role: Role) -> set[int]:
    return {seat.school_id for seat in me.seats if seat.role == role and seat.opens_group and seat.school_id}


def _headed(school: str) -> Rule:
    return Rule(lambda me: Q(**{f"{school}__in": me.schools(functions=[Function.HEAD])}))


asked = Rule(_asked)
begun = Rule(lambda me: Q(round__starts_on__lte=me.today))
running = begun & Rule(lambda me: Q(round__ends_on__gte=me.today))
heads = _headed("pk")
heads_its_school = _headed("school")
heads_its_round = _headed("round__school")
not_begun = Rule(lambda me: Q(starts_on__gt=me.today))
not_over = Rule(lambda me: Q(ends_on__gte=me.today))
over = Rule(lambda me: Q(ends_on__lt=me.today))
at_its_end = Rule(lambda me: Q(side__round__ends_on__lt=me.today))  # before, she could watch a number move
enough = Rule(lambda me: Q(side__answered__gte=FEWEST))
outcome = _headed("side__round__school") & at_its_end & enough
