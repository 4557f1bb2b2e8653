"""Rules about the way of a student through secondary or vocational school."""

from django.db.models import OuterRef, Q

from driehoek.backbone.access.late import any_in
from driehoek.backbone.access.rules.looking import OF_CLASS, looks_along
from driehoek.backbone.access.rules.posts import child_of_row
from driehoek.backbone.access.rules.rule import Rule
from driehoek.backbone.access.viewer import Viewer
from driehoek.facts.schools.models import Enrolment, Sector

WITH_A_WAY = (Sector.SECONDARY, Sector.VOCATIONAL)


def _has_a_way(me: Viewer) -> Q:
    here = Enrolment.objects.on(me.today).filter(student=OuterRef("pk"), group__school__sector__in=WITH_A_WAY)
    return Q(any_in(here))


has_a_way = Rule(_has_a_way)
open_at_home = Rule(lambda me: Q(home_at__lte=me.now))  # the student has it first
placed = Rule(lambda me: Q(kind="internship"))
told = Rule(lambda me: ~Q(kind="internship"))

# As a guardian: an internship is a kind of information of its own; the rest goes with advice about studying.
told_home = open_at_home & (
    (placed & looks_along("internship", at="home_at")) | (told & looks_along("advice", at="home_at"))
)


def _in_class(me: Viewer) -> Q:
    here = Enrolment.objects.on(me.today).filter(group=OuterRef("group"))
    hers = child_of_row["self"] | looks_along("timetable", school=OF_CLASS)
    return Q(any_in(here.filter(hers.rows_for(me))))


at_home_in_class = Rule(_in_class)  # who sits there, and who looks along with her
