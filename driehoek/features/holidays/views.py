"""The pages of the office about the days on which its school is closed."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from driehoek.backbone.access.gate import find
from driehoek.backbone.access.viewer import Visit
from driehoek.base.shell.pages import page, posted, require_form
from driehoek.facts.schools.models import Holiday, School
from driehoek.features.holidays import keeping
from driehoek.features.holidays.forms import HolidayForm, MinistryForm
from driehoek.features.holidays.overview import closed_days, offered


@require_safe
def holidays(request: Visit) -> HttpResponse:
    found = closed_days(request.viewer)
    if not found:
        raise PermissionDenied
    return page(request, "holidays/list.html", {"schools": found})


@require_form
def new(request: Visit, pk: int) -> HttpResponse:
    school, viewer = find(request, School, pk=pk, to="speak_for"), request.viewer
    form = HolidayForm(posted(request), school=school, today=viewer.today)
    if not form.is_valid():
        context = {"form": form, "school": school}
        return page(request, "holidays/holiday.html", context, status=422 if form.errors else 200)
    keeping.add(school, form.cleaned_data["name"], form.days, by=viewer.person, at=viewer.now)
    messages.success(request, _("Het staat erbij."))
    return redirect("holidays:list")


@require_form
def holiday(request: Visit, pk: int) -> HttpResponse:
    found, viewer = find(request, Holiday, pk=pk, to="keep"), request.viewer
    form = HolidayForm(posted(request), school=found.school, today=viewer.today, holiday=found)
    if not form.is_valid():
        context = {"form": form, "school": found.school, "holiday": found}
        return page(request, "holidays/holiday.html", context, status=422 if form.errors else 200)
    keeping.change(found, form.cleaned_data["name"], form.days, by=viewer.person, at=viewer.now)
    messages.success(request, _("Bewaard."))
    return redirect("holidays:list")


@require_POST
def removal(request: Visit, pk: int) -> HttpResponse:
    found = find(request, Holiday, pk=pk, to="keep")
    keeping.remove(found, by=request.viewer.person, at=request.viewer.now)
    messages.success(request, _("Weggehaald."))
    return redirect("holidays:list")


@require_form
def ministry(request: Visit, pk: int) -> HttpResponse:
    """First the dates, to look at; one button takes over what is new."""
    school, viewer = find(request, School, pk=pk, to="speak_for"), request.viewer
    form = MinistryForm(request.POST if request.method == "POST" else request.GET or None, today=viewer.today)
    if request.method != "POST" or not form.is_valid():
        return ministry_page(request, school, form)
    breaks = form.chosen.of(form.region_chosen)
    count = keeping.take_over(school, breaks, by=viewer.person, at=viewer.now)
    said = ngettext("{n} vakantie staat erbij.", "{n} vakanties staan erbij.", count).format(n=count)
    messages.success(request, said if count else _("Er was niets nieuws."))
    return redirect("holidays:list")


def ministry_page(request: Visit, school: School, form: MinistryForm) -> HttpResponse:
    context: dict[str, object] = {"form": form, "school": school}
    if form.is_valid():
        found = offered(school, form.chosen.of(form.region_chosen))
        context |= {"offered": found, "lacks": form.chosen.lacks(form.region_chosen)}
        context["is_new"] = any(one.instead is None for one in found)
    return page(request, "holidays/ministry.html", context, status=422 if form.errors else 200)
