"""The vocabulary of agreements about looking along: one student, one guardian, and who mentors her."""

from typing import Any

from django.db.models import OuterRef, Q, QuerySet

from driehoek.backbone.access.late import any_in
from driehoek.backbone.access.models.seat import deciding
from driehoek.backbone.access.rules.children import about, students_led_by
from driehoek.backbone.access.rules.inviting import mentor_of
from driehoek.backbone.access.rules.rule import Rule, by_me
from driehoek.backbone.access.rules.through import unless
from driehoek.backbone.access.viewer import Viewer
from driehoek.facts.looking.models import LookAlong, Objection
from driehoek.facts.people.ages import born_after
from driehoek.facts.schools.models import Enrolment, Sector

OBJECTS_FROM = 16  # the age at which the law counts a student as herself (GDPR 8, UAVG 5)


# on rows of one student and one guardian; nothing of another guardian
pair = about("student")
her_guardian = Rule(lambda me: Q(guardian=me.person)) & pair["guardian"]
mentor = mentor_of("student")  # nobody of her family: she would read why the other home wants it
party = pair["self"] | her_guardian | mentor
told_closer = pair["self"] | (her_guardian & pair["told"]) | mentor  # why somebody worries is about her
signs = pair["self"] | (her_guardian & pair["decider"]) | mentor
young = Rule(lambda me: ~Q(any_in(deciding(me.today).filter(student=OuterRef("student")))))
proposed = Rule(lambda me: Q(sealed_at=None, ended_at=None)) & young
in_force = Rule(lambda me: Q(sealed_at__isnull=False, ended_at=None)) & young

# on rows of such an agreement
agreed = about("agreement__student")
its_guardian = Rule(lambda me: Q(agreement__guardian=me.person)) & agreed["guardian"]
its_mentor = mentor_of("agreement__student")
own_reason = by_me & (agreed["self"] | its_guardian)

# on people: the row is the student
child = about("pk")
mentors_her = mentor_of("pk")


def _nearly(me: Viewer) -> QuerySet[Enrolment, Any]:
    """Where guardians of students of 16 and 17 look along, and she may object: vocational education."""
    here = {"group__school__sector": Sector.VOCATIONAL, "group__school__guardians_until_age": 18}
    return Enrolment.objects.on(me.today).filter(student=OuterRef("pk"), **here)


still_young = Rule(lambda me: ~Q(any_in(deciding(me.today).filter(student=OuterRef("pk")))))
under_age = Rule(lambda me: Q(birth_date=None) | Q(birth_date__gt=born_after(me.today, 18)))
may_object = Rule(
    lambda me: Q(
        any_in(_nearly(me)),
        birth_date__lte=born_after(me.today, OBJECTS_FROM),
        birth_date__gt=born_after(me.today, 18),
    )
)


def _in_weeks(me: Viewer) -> QuerySet[LookAlong, Any]:
    """Agreements at the step of a summary each week; an objection of the student stops it."""
    pair = {"student": OuterRef("student"), "guardian": OuterRef("guardian")}
    refused = Objection.objects.standing().filter(**pair)
    return LookAlong.objects.weekly(me.today).exclude(any_in(refused))


summed_up = Rule(lambda me: Q(pk__in=_in_weeks(me).values("student")))
summed_up_for_me = Rule(lambda me: Q(pk__in=_in_weeks(me).filter(guardian=me.person).values("student")))

# an objection: between the student and who leads her school
stands = Rule(lambda me: Q(ended_at=None))
not_weighed = unless("looking.weighing", "objection")
led = Rule(lambda me: Q(student__in=students_led_by(me)))
