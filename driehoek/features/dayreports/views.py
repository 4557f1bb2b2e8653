"""Writing the day of a whole group, and reading the days of one child."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from driehoek.backbone.access.gate import find
from driehoek.backbone.access.viewer import Visit
from driehoek.base.shell.pages import page, posted, require_form
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import Group
from driehoek.features.dayreports.reports import reports_of
from driehoek.features.dayreports.sheet import DaySheet


@require_form
def group_day(request: Visit, pk: int) -> HttpResponse:
    group = find(request, Group, pk=pk, to="report_on")
    sheet = DaySheet(group, request.viewer, posted(request), request.FILES)
    if request.method != "POST" or not sheet.is_good():
        status = 422 if request.method == "POST" else 200
        return page(request, "dayreports/sheet.html", {"sheet": sheet}, status=status)
    there = sheet.save()
    said = ngettext("Bewaard voor %(n)s kind.", "Bewaard voor %(n)s kinderen.", there)
    messages.success(request, said % {"n": there})
    return redirect("dayreports:group", pk)


@require_safe
def child_days(request: Visit, pk: int) -> HttpResponse:
    child = find(request, Person, pk=pk)
    reports = reports_of(child, request.viewer)
    return page(request, "dayreports/child.html", {"child": child, "reports": reports})
