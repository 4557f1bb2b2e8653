"""What a group works on: setting it, and reading it on the page of one student."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from driehoek.backbone.access.gate import find
from driehoek.backbone.access.viewer import Visit
from driehoek.base.shell.pages import page, posted, require_form
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import Group
from driehoek.features.portfolio.forms import PeriodForm, StepForm
from driehoek.features.portfolio.models import Period, Standing
from driehoek.features.portfolio.models.period import SAID
from driehoek.features.portfolio.periods import Laying, PeriodPage, PeriodsOf


@require_form
def of_group(request: Visit, pk: int) -> HttpResponse:
    group = find(request, Group, pk=pk, to="set_period")
    form = PeriodForm(posted(request), initial={"starts_on": request.viewer.today})
    if form.is_valid():
        Period.begin(group, form.cleaned_data, by=request.user, at=request.viewer.now)
        messages.success(request, _("Bewaard. Vanaf de eerste dag staat het op de pagina van elk kind."))
        return redirect("portfolio:periods", pk)
    shown = {"form": form, "group": group, "periods": PeriodsOf(group, request.viewer)}
    return page(request, "portfolio/periods.html", shown, status=422 if form.errors else 200)


@require_form
def change(request: Visit, pk: int) -> HttpResponse:
    period = find(request, Period, pk=pk, to="change")
    form = PeriodForm(posted(request), initial={name: getattr(period, name) for name in SAID})
    if form.is_valid():
        period.change(form.cleaned_data, by=request.user, at=request.viewer.now)
        messages.success(request, _("Bewaard."))
        return redirect("portfolio:periods", period.group_id)
    shown = {"form": form, "period": period}
    return page(request, "portfolio/period_form.html", shown, status=422 if form.errors else 200)


@require_form
def removal(request: Visit, pk: int) -> HttpResponse:
    """Asks first; what is gone does not come back."""
    period = find(request, Period, pk=pk, to="change")
    if request.method != "POST":
        return page(request, "portfolio/remove_period.html", {"period": period})
    period.remove(by=request.user, at=request.viewer.now)
    messages.success(request, _("Het thema is weggehaald."))
    return redirect("portfolio:periods", period.group_id)


@require_safe
def period(request: Visit, student: int, pk: int) -> HttpResponse:
    return page(request, "portfolio/period.html", {"reading": _page(request, student, pk)})


@require_POST
def standing(request: Visit, student: int, pk: int) -> HttpResponse:
    reading, form = _page(request, student, pk, to="set_goal"), StepForm(request.POST)
    if request.POST.get("step") and not form.is_valid():
        return page(request, "portfolio/period.html", {"reading": reading}, status=422)
    step = form.cleaned_data["step"] if form.is_valid() else ""
    Standing.say(reading.period, reading.student, step, by=request.user, at=request.viewer.now)
    return redirect("portfolio:period", student, pk)


@require_form
def laying(request: Visit, student: int, pk: int) -> HttpResponse:
    """Which of her work lies here."""
    reading = _page(request, student, pk, to="add_work")
    desk = Laying(reading)
    if request.method != "POST":
        return page(request, "portfolio/laying.html", {"reading": reading, "desk": desk})
    desk.save(request.POST.getlist("work"))
    messages.success(request, _("Bewaard."))
    return redirect("portfolio:period", student, pk)


def _page(request: Visit, student: int, pk: int, to: str = "see") -> PeriodPage:
    period = find(request, Period, pk=pk)
    return PeriodPage(period, find(request, Person, pk=student, to=to), request.viewer)
