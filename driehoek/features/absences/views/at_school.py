"""Today's list, of a group and of the whole school, and saying who is missed."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from driehoek.backbone.access.gate import find
from driehoek.backbone.access.querysets import rows
from driehoek.backbone.access.viewer import Visit
from driehoek.base.core.clock import amsterdam
from driehoek.base.shell.next_page import came_from
from driehoek.base.shell.pages import page
from driehoek.facts.schools.models import Group
from driehoek.features.absences import day_list as lists
from driehoek.features.absences.forms import MissedForm
from driehoek.features.absences.models import Absence


@require_safe
def day_list(request: Visit, pk: int) -> HttpResponse:
    group = find(request, Group, to="work_with", pk=pk)
    found = lists.DayList(group, request.viewer)
    found.leave_mark()
    return page(request, "absences/day_list.html", {"list": found})


@require_POST
def missed(request: Visit, pk: int) -> HttpResponse:
    """Not there and not reported, or in after the bell: for each child that was ticked."""
    group = find(request, Group, to="work_with", pk=pk)
    found = lists.DayList(group, request.viewer)
    form = MissedForm(request.POST, pupils=found.unreported)
    if form.is_valid():
        form.save(group, by=request.viewer.person, at=request.viewer.now, day=request.viewer.today)
        messages.success(request, form.confirmation)
        return redirect("absences:day_list", pk)
    return page(request, "absences/day_list.html", {"list": found, "form": form}, status=422)


@require_POST
def presence(request: Visit, pk: int) -> HttpResponse:
    """She is there after all."""
    absence = find(request, Absence, pk=pk, to="correct")
    absence.withdraw(by=request.viewer.person, at=request.viewer.now)
    messages.success(request, _("Goed dat je het zegt. Het staat recht."))
    return redirect(came_from(request, "/werk/"))


@require_safe
def whole_school(request: Visit) -> HttpResponse:
    if not rows(Group, request.viewer, may="lead").exists():
        raise PermissionDenied
    context = {"groups": lists.whole_school(request.viewer), "time": amsterdam(request.viewer.now)}
    return page(request, "absences/whole_school.html", context)
