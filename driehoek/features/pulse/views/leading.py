"""Rounds, for who leads a school."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from driehoek.backbone.access.gate import find
from driehoek.backbone.access.viewer import Visit
from driehoek.base.shell.pages import page, posted, require_form
from driehoek.facts.schools.models import School
from driehoek.features.pulse.forms import RoundForm
from driehoek.features.pulse.models import Round
from driehoek.features.pulse.outcome import Outcome
from driehoek.features.pulse.overview import rounds_of


@require_safe
def overview(request: Visit) -> HttpResponse:
    """For who leads a school."""
    schools = rounds_of(request.viewer)
    if not schools:
        raise PermissionDenied
    return page(request, "pulse/overview.html", {"schools": schools})


@require_form
def new(request: Visit, pk: int) -> HttpResponse:
    school, viewer = find(request, School, to="take_pulse", pk=pk), request.viewer
    form = RoundForm(posted(request), school=school, today=viewer.today)
    if form.is_valid():
        made = Round.open(school, *form.days, form.questions, by=viewer.person, at=viewer.now)
        messages.success(request, _("Klaar. De vragen gaan vanzelf open."))
        return redirect(made)
    context = {"school": school, "form": form, "send": _("Zet klaar")}
    return page(request, "pulse/sheet.html", context, status=422 if form.is_bound else 200)


@require_safe
def round_(request: Visit, pk: int) -> HttpResponse:
    outcome = Outcome(find(request, Round, pk=pk), request.viewer)
    context = {"outcome": outcome, "round": outcome.round}
    context |= {f"may_{act}": outcome.round.allows(request.viewer, act) for act in ("change", "remove")}
    return page(request, "pulse/round.html", context)


@require_form
def change(request: Visit, pk: int) -> HttpResponse:
    found, viewer = find(request, Round, to="change", pk=pk), request.viewer
    form = RoundForm(posted(request), school=found.school, today=viewer.today, round_=found)
    if form.is_valid():
        found.change(*form.days, form.questions, by=viewer.person, at=viewer.now)
        messages.success(request, _("Bewaard."))
        return redirect(found)
    context = {"school": found.school, "round": found, "form": form}
    return page(request, "pulse/sheet.html", context, status=422 if form.is_bound else 200)


@require_form
def removal(request: Visit, pk: int) -> HttpResponse:
    found = find(request, Round, to="remove", pk=pk)
    if posted(request) is None:
        return page(request, "pulse/remove.html", {"round": found})
    found.remove(by=request.viewer.person, at=request.viewer.now)
    messages.success(request, _("De vragen zijn weg."))
    return redirect("pulse:overview")
