"""Rules about the daily arrangements: a fact about the child is for whoever answers for her; who told it is
for the teller and for school."""

from typing import Any  # a queryset with an annotation

from django.db.models import OuterRef, Q, QuerySet

from driehoek.backbone.access.late import any_in
from driehoek.backbone.access.models import Role, Seat
from driehoek.backbone.access.rules.children import about
from driehoek.backbone.access.rules.families import speaks_for
from driehoek.backbone.access.rules.looking import OF_CLASS, minor_at
from driehoek.backbone.access.rules.rule import Rule
from driehoek.backbone.access.rules.through import unless
from driehoek.backbone.access.viewer import Viewer

speaks = speaks_for("student")


def speaks_at(school: str) -> Rule:
    """On rows of a school: where the child decides herself, or did when she left it, only she does."""
    return speaks & (about("student")["self"] | minor_at(school))


speaks_there, speaks_in_class = speaks_at("school"), speaks_at(OF_CLASS)
# what school noted, or its own system brought, stays as it is
told_by_me = Rule(lambda me: Q(report__by=me.person, noted_by=None, source_line=None))
not_taken_back = unless("absences.withdrawal", "absence")
noted_at_school = Rule(lambda me: Q(noted_by__isnull=False, report=None))

# leave: taken back by who asked, decided and reconsidered by the head
undecided = unless("absences.leavedecision", "request") & unless("absences.leavewithdrawal", "request")
not_begun = Rule(lambda me: Q(starts_on__gt=me.today))
decided = Rule(lambda me: Q(decision__isnull=False)) & unless("absences.leavewithdrawal", "request")
granted = Rule(lambda me: Q(decision__is_granted=True)) & unless("absences.leavewithdrawal", "request")

# a swapped day: changed by who asked, answered by the group, until it was answered or begun
swap_waits = unless("absences.swapdecision", "request") & unless("absences.swapwithdrawal", "request")
swap_ahead = Rule(
    lambda me: (Q(home_on=None) | Q(home_on__gte=me.today)) & (Q(comes_on=None) | Q(comes_on__gte=me.today))
)
swap_agreed = Rule(lambda me: Q(decision__is_granted=True)) & unless("absences.swapreversal", "request")
swap_not_over = Rule(lambda me: Q(home_on__gte=me.today) | Q(comes_on__gte=me.today))
not_asked_by_me = Rule(lambda me: ~Q(by=me.person))

# people near a child
named_by_me = Rule(lambda me: Q(named_by=me.person, removed_at=None)) & speaks
unanswered = Rule(lambda me: Q(removed_at=None, answer=None))
still_beside_her = Rule(lambda me: Q(any_in(beside(me, "named_by"))))
agreed_to = Rule(lambda me: Q(removed_at=None, answer__is_agreed=True)) & still_beside_her


def beside(me: Viewer, adult: str, student: str = "student") -> QuerySet[Seat, Any]:
    """Seats from which the adult of a row answers for its student today: whom a guardian sends, and what she
    told, counts no longer than she does herself."""
    speaking = Seat.objects.on(me.today).filter(role__in=[Role.GUARDIAN, Role.STUDENT], may_answer=True)
    return speaking.filter(person=OuterRef(adult), student=OuterRef(student), person__is_active=True)
