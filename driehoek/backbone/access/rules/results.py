"""The vocabulary of results: they come out at a moment of the school, first for the student, then at home."""

from django.apps import apps
from django.db.models import OuterRef, Q

from driehoek.backbone.access.late import any_in
from driehoek.backbone.access.rules.audiences import out
from driehoek.backbone.access.rules.children import about
from driehoek.backbone.access.rules.looking import OF_CLASS, lets_in, looks_along, weekly_looks
from driehoek.backbone.access.rules.rule import Rule
from driehoek.backbone.access.rules.staff import at_my_school, colleague, leads_its_group
from driehoek.backbone.access.rules.through import unless
from driehoek.backbone.access.viewer import Viewer
from driehoek.facts.looking.weeks import friday_before
from driehoek.facts.schools.models import Enrolment

mark = about("student")  # rules on rows of one student at one school
mark["staff"] &= at_my_school  # the marks of one school are no business of the other
is_out, is_home = out("moment__opens_at"), out("moment__home_at")
shown_by_herself = Rule(lambda me: Q(telling__is_shown=True))
# her guardians: as far as they look along, from the moment of home on; what she shows herself at once
at_home = (looks_along("results", at="moment__home_at") & is_home) | (lets_in("results") & shown_by_herself)
hers_alone = Rule(lambda me: Q(moment__home_at__gt=me.now))  # for a while
not_shown = unless("results.toldathome", "result", lambda rows, me: rows.filter(is_shown=True))


def _missing(me: Viewer) -> Q:
    results = apps.get_model("results.result")._default_manager.where(me, may="see")
    return Q(any_in(results.filter(moment=OuterRef("moment"), status="missing")))


def _sits_there(me: Viewer) -> Q:
    """Homework for a group in which her child sits today, as far as she looks along, or she herself. At the
    step of a weekly summary what was due before the last Friday."""
    if not me.wards() and not me.self_as_student():
        return Q(pk__in=[])
    open_ = looks_along("homework", school=OF_CLASS).rows_for(me) | Q(student__in=me.self_as_student())
    weekly = weekly_looks("homework", school=OF_CLASS).rows_for(me)
    here = Enrolment.objects.on(me.today).filter(group=OuterRef("group"))
    over = Q(any_in(here.filter(weekly)), due_on__lt=friday_before(me.today))
    given = Q(assigned_on=None) | Q(assigned_on__lte=me.today)
    return Q(given, Q(any_in(here.filter(open_))) | over, is_homework=True)


something_missing = Rule(_missing)
given_to_hers = Rule(_sits_there)
given_to_mine = colleague | leads_its_group
