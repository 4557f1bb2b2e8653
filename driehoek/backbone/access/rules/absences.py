"""Rules about the daily arrangements: a fact about the child is for whoever answers for her; who told it is
for the teller and for school."""

from django.db.models import Q

from driehoek.backbone.access.rules.families import speaks_for
from driehoek.backbone.access.rules.rule import Rule
from driehoek.backbone.access.rules.through import unless

speaks = speaks_for("student")
told_by_me = Rule(lambda me: Q(report__by=me.person, noted_by=None))  # what school noted stays noted
not_taken_back = unless("absences.withdrawal", "absence")
noted_at_school = Rule(lambda me: Q(noted_by__isnull=False, report=None))

# leave: taken back by who asked, decided and reconsidered by the head
undecided = unless("absences.leavedecision", "request") & unless("absences.leavewithdrawal", "request")
not_begun = Rule(lambda me: Q(starts_on__gt=me.today))
decided = Rule(lambda me: Q(decision__isnull=False)) & unless("absences.leavewithdrawal", "request")
granted = Rule(lambda me: Q(decision__is_granted=True)) & unless("absences.leavewithdrawal", "request")

# people near a child
named_by_me = Rule(lambda me: Q(named_by=me.person, removed_at=None)) & speaks
unanswered = Rule(lambda me: Q(removed_at=None, answer=None))
agreed_to = Rule(lambda me: Q(removed_at=None, answer__is_agreed=True))
