"""Reporting that a child is not there, seeing what was told, changing it and taking it back."""

import datetime as dt

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from driehoek.backbone.access.gate import find
from driehoek.backbone.access.viewer import Viewer, Visit
from driehoek.base.core.limits import Limit
from driehoek.base.shell.next_page import came_from
from driehoek.base.shell.pages import page, posted, require_form
from driehoek.base.shell.slowing import slow_down, status_of
from driehoek.features.absences import reporting
from driehoek.features.absences.at_home import Told
from driehoek.features.absences.forms import ChangeForm, ReportForm
from driehoek.features.absences.models import Absence, Report

TOLD = Limit("absences.report", 40, dt.timedelta(days=1))  # by person: each is a mail to school


@require_form
def report(request: Visit) -> HttpResponse:
    viewer, family = request.viewer, reporting.children_to_report(request.viewer)
    if not family:
        raise PermissionDenied
    form = ReportForm(posted(request), viewer=viewer, family=family, chosen=request.GET.get("kind", ""))
    if form.is_bound and not TOLD.allows(str(viewer.person.pk), now=viewer.now):
        slow_down(form, _("Dat zijn veel berichten op een dag. Bel de school."))
    if not form.is_valid():
        return page(request, "absences/report.html", {"form": form}, status=status_of(form))
    token = form.cleaned_data["token"]
    return redirect(reporting.report(form.chosen, form.said, token=token, by=viewer.person, at=viewer.now))


@require_safe
def told(request: Visit, pk: int) -> HttpResponse:
    """What was told, whom it reached, and one tap to take it back."""
    return page(request, "absences/told.html", {"told": Told(find(request, Report, pk=pk), request.viewer)})


@require_POST
def undoing(request: Visit, pk: int) -> HttpResponse:
    reporting.undo(find(request, Report, pk=pk), request.viewer)
    messages.success(request, _("Ongedaan gemaakt. School weet het."))
    return redirect("/")


def with_source(found: QuerySet[Absence], _viewer: Viewer) -> QuerySet[Absence]:
    return found.select_related("source_line")


@require_safe
def absence(request: Visit, pk: int) -> HttpResponse:
    found = find(request, Absence, pk=pk, look=with_source)
    may = {act: found.allows(request.viewer, act) for act in ("answer", "change")}
    may["change"] = may["change"] and found.may_change(request.viewer.now)
    return page(request, "absences/absence.html", {"absence": found, "may": may})


@require_form
def change(request: Visit, pk: int) -> HttpResponse:
    found = find_changeable(request, pk)
    form = ChangeForm(posted(request), absence=found, viewer=request.viewer)
    if not form.is_valid():
        context = {"form": form, "absence": found}
        return page(request, "absences/change.html", context, status=status_of(form))
    found.change(by=request.viewer.person, at=request.viewer.now, **vars(form.said))
    messages.success(request, _("Veranderd. School ziet het nieuwe."))
    return redirect(found)


@require_POST
def withdrawal(request: Visit, pk: int) -> HttpResponse:
    found = find_changeable(request, pk)
    found.withdraw(by=request.viewer.person, at=request.viewer.now)
    messages.success(request, _("Ongedaan gemaakt. School weet het."))
    return redirect(came_from(request, "/"))


def find_changeable(request: Visit, pk: int) -> Absence:
    """Until it begins; afterwards one says better, or calls the school."""
    found = find(request, Absence, pk=pk, to="change")
    if not found.may_change(request.viewer.now):
        raise PermissionDenied
    return found
