"""Cards with which young students sign in on a device of the class."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from driehoek.backbone.access.gate import find
from driehoek.backbone.access.viewer import BY_CARD, Visit
from driehoek.base.core.clock import day_of
from driehoek.base.shell.pages import page, require_form
from driehoek.facts.schools.models import Group
from driehoek.features.entry.codes import typed
from driehoek.features.entry.limits import UNKNOWN_LETTERS, allowed, is_spent
from driehoek.features.entry.models import StudentCard
from driehoek.features.entry.moments import moment_of
from driehoek.features.entry.people import is_taught, pupils_to_print
from driehoek.features.entry.printing import print_cards
from driehoek.features.entry.secrecy import without_traces
from driehoek.features.entry.signing_in import enter


@require_form
def cards(request: Visit, pk: int) -> HttpResponse:
    """Eight cards on a page, made anew each time: a lost card is of no use to whoever finds it."""
    group = find(request, Group, to="print_cards", pk=pk)
    students = pupils_to_print(group, request.viewer)
    if request.method != "POST":
        return page(request, "entry/cards.html", {"group": group, "students": students})
    wanted = students if "everyone" in request.POST else students.filter(pk__in=ticked(request))
    if not wanted:
        context = {"group": group, "students": students, "nobody": True}
        return page(request, "entry/cards.html", context, status=422)
    sheets = print_cards(wanted, group, by=request.viewer.person, now=request.viewer.now)
    return page(request, "entry/card_sheets.html", {"group": group, "sheets": sheets})


def ticked(request: Visit) -> list[int]:
    """Keys of the students somebody chose."""
    return [int(key) for key in request.POST.getlist("student") if key.isdecimal()]


@login_not_required
@require_form
@without_traces
def card(request: HttpRequest, code: str) -> HttpResponse:
    """Looking shows no name; the button signs her in for one hour."""
    now = moment_of(request)
    if is_spent(UNKNOWN_LETTERS, request, now=now):
        return page(request, "entry/too_often.html", status=429)
    found = StudentCard.by_code(typed(code), day=day_of(now))
    if found is None or not is_taught(found.student, day=day_of(now)):
        allowed(UNKNOWN_LETTERS, request, now=now)  # counts
        return page(request, "entry/card_stop.html", status=404)
    if request.method != "POST":
        return page(request, "entry/card.html", {"title": _("Hallo!")})
    enter(request, found.student, now=now, borrowed=True)
    request.session[BY_CARD] = True
    return redirect("/werk/")
