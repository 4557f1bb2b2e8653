"""Reporting words, deciding about them, and the switch for what parents tell each other."""

import datetime as dt

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from driehoek.backbone.access.gate import find
from driehoek.backbone.access.viewer import Visit
from driehoek.backbone.moderation.forms import ConductForm, ReportForm, SilenceForm, VerdictForm
from driehoek.backbone.moderation.models import Case, Conduct, Hiding, Silence
from driehoek.backbone.moderation.order import File, Order
from driehoek.backbone.moderation.reporting import REPORTABLE
from driehoek.backbone.translation.reading import put_in_words
from driehoek.base.core.limits import Limit
from driehoek.base.shell.pages import page, require_form
from driehoek.base.shell.slowing import slow_down, status_of
from driehoek.facts.schools.models import School

REPORTS = Limit("moderation.report", 20, dt.timedelta(days=1))
THANKS = gettext_lazy(
    "Dank je. School krijgt bericht. Op een schooldag leest school dit en beslist of het weg moet. "
    "De schrijver weet niet van wie het komt. Is er haast? Bel dan school."
)


@require_form
def report(request: Visit, word: str, pk: int) -> HttpResponse:
    kind = REPORTABLE.get(word)
    if kind is None:
        raise Http404
    thing = find(request, kind.model, pk=pk)
    said, form = kind.said(thing), ReportForm(request.POST or None)
    if form.is_bound and not REPORTS.allows(str(request.user.pk), now=request.viewer.now):
        slow_down(form, _("Dat zijn veel berichten op een dag. Kom morgen terug."))
    if not form.is_valid():
        shown = {"said": said, "form": form}
        return page(request, "moderation/report.html", shown, status=status_of(form))
    Case.report(thing, said, by=request.user, at=request.viewer.now, **form.cleaned_data)
    messages.success(request, THANKS)
    return redirect(said.path)


@require_safe
def hiding(request: Visit, pk: int) -> HttpResponse:
    found = find(request, Hiding, pk=pk)
    conduct = Conduct.in_words(found.case.school, now=request.viewer.now)
    put_in_words([found], now=request.viewer.now)
    return page(request, "moderation/hiding.html", {"hiding": found, "conduct": conduct})


@require_safe
def order(request: Visit) -> HttpResponse:
    found = Order(request.viewer)
    if not found.schools:
        raise PermissionDenied
    return page(request, "moderation/order.html", {"order": found})


@require_safe
def case(request: Visit, pk: int) -> HttpResponse:
    found = find(request, Case, pk=pk)
    return page(request, "moderation/case.html", {"file": File(found, request.viewer), "form": VerdictForm()})


@require_POST
def verdict(request: Visit, pk: int) -> HttpResponse:
    found, form = find(request, Case, pk=pk, to="decide"), VerdictForm(request.POST)
    if not form.is_valid():
        shown = {"file": File(found, request.viewer), "form": form}
        return page(request, "moderation/case.html", shown, status=422)
    found.decide(**form.cleaned_data, by=request.user, at=request.viewer.now)
    messages.success(request, _("Je besluit is bewaard."))
    return redirect("moderation:order")


@require_form
def silence(request: Visit) -> HttpResponse:
    found = Order(request.viewer)
    if not found.schools:
        raise PermissionDenied
    form = SilenceForm(request.POST or None, schools=found.schools, groups=found.groups)
    if request.method != "POST" or not form.is_valid():
        return page(request, "moderation/silence.html", {"form": form}, status=status_of(form))
    school, group = form.places[form.cleaned_data["place"]]
    now, reason = request.viewer.now, form.cleaned_data["reason"]
    Silence.begin(school, group, reason=reason, by=request.user, at=now)
    return redirect("moderation:order")


@require_POST
def lifting(request: Visit, pk: int) -> HttpResponse:
    find(request, Silence, pk=pk).lift(by=request.user, at=request.viewer.now)
    return redirect("moderation:order")


@require_form
def conduct(request: Visit, pk: int) -> HttpResponse:
    school = find(request, School, pk=pk, to="keep_order")
    form = ConductForm(request.POST or None, initial={"text": Conduct.of(school).text})
    if request.method != "POST" or not form.is_valid():
        shown = {"form": form, "school": school}
        return page(request, "moderation/conduct.html", shown, status=status_of(form))
    Conduct.write(school, form.cleaned_data["text"], by=request.user, at=request.viewer.now)
    messages.success(request, _("Bewaard."))
    return redirect("moderation:order")
