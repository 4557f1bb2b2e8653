"""Leave: asking for it, the letter that says how it stands, and the head who decides."""

import datetime as dt

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from driehoek.backbone.access.gate import find
from driehoek.backbone.access.viewer import Visit
from driehoek.backbone.media.attaching import Attached
from driehoek.backbone.translation.reading import put_in_words
from driehoek.base.core.limits import Limit
from driehoek.base.shell.pages import page, posted, require_form
from driehoek.base.shell.slowing import slow_down, status_of
from driehoek.features.absences import asking_leave
from driehoek.features.absences.leave_forms import DecisionForm, LeaveForm, ReversalForm
from driehoek.features.absences.models import LeaveRequest
from driehoek.features.absences.reporting import children_to_report

ASKED = Limit("absences.leave", 20, dt.timedelta(days=1))  # by person: each is a mail to the head
Answer = DecisionForm | ReversalForm  # what the head fills in on the sheet


@require_safe
def leaves(request: Visit) -> HttpResponse:
    """At home what one asked; at school what waits for the head, and what was decided lately."""
    found = LeaveRequest.objects.visible_to(request.viewer).with_everything().order_by("-at", "-pk")[:100]
    context = {"leaves": found, "may_ask": bool(children_to_report(request.viewer))}
    return page(request, "absences/leaves.html", context)


@require_form
def leave_request(request: Visit) -> HttpResponse:
    viewer, family = request.viewer, children_to_report(request.viewer)
    if not family:
        raise PermissionDenied
    spoken = asking_leave.attached(viewer, family, request.POST, request.FILES)
    form = LeaveForm(posted(request), viewer=viewer, family=family, attached=spoken)
    if form.is_bound and not ASKED.allows(str(viewer.person.pk), now=viewer.now):
        slow_down(form, _("Dat zijn veel berichten op een dag. Kom morgen terug."))
    if not form.is_valid():
        return page(request, "absences/leave_form.html", {"form": form}, status=status_of(form))
    return redirect(asking_leave.ask_of_form(form.cleaned_data, form.chosen, viewer, form.voice))


@require_safe
def leave(request: Visit, pk: int) -> HttpResponse:
    return leave_page(request, find(request, LeaveRequest, pk=pk))


def leave_page(request: Visit, found: LeaveRequest, form: Answer | None = None) -> HttpResponse:
    acts = ("withdraw", "decide", "reverse", "translate")
    may = {act: found.allows(request.viewer, act) for act in acts}
    put_in_words([found], now=request.viewer.now)
    form = form or (ReversalForm() if may["reverse"] else _decision(request, found))
    notes = asking_leave.worth_knowing(found, request.viewer) if may["decide"] else []
    is_for_officer = may["decide"] and asking_leave.is_for_officer(found)
    context = {"leave": found, "form": form, "may": may, "notes": notes, "is_for_officer": is_for_officer}
    return page(request, "absences/leave.html", context, status=status_of(form))


def _decision(request: Visit, found: LeaveRequest) -> DecisionForm:
    spoken = Attached(request.viewer, found.school, request.POST, request.FILES)
    return DecisionForm(posted(request), attached=spoken)


@require_POST
def leave_decision(request: Visit, pk: int) -> HttpResponse:
    found = find(request, LeaveRequest, pk=pk, to="decide")
    form = _decision(request, found)
    if form.is_valid() and asking_leave.is_for_officer(found) and not found.is_forwarded:
        form.add_error(None, _("Stuur dit eerst door naar de leerplichtambtenaar."))
    if not form.is_valid():
        return leave_page(request, found, form)
    form.save(found, by=request.viewer.person, at=request.viewer.now)
    messages.success(request, _("Besloten. De ouder krijgt bericht."))
    return redirect(found)


@require_POST
def leave_reversal(request: Visit, pk: int) -> HttpResponse:
    found = find(request, LeaveRequest, pk=pk, to="reverse")
    form = ReversalForm(request.POST)
    if not form.is_valid():
        return leave_page(request, found, form)
    found.reverse(form.cleaned_data["reason"], by=request.viewer.person, at=request.viewer.now)
    messages.success(request, _("Teruggenomen. De ouder krijgt bericht."))
    return redirect(found)


@require_POST
def leave_forwarding(request: Visit, pk: int) -> HttpResponse:
    found = find(request, LeaveRequest, pk=pk, to="decide")
    found.forward(by=request.viewer.person, at=request.viewer.now)
    messages.success(request, _("Genoteerd. De ouder krijgt bericht."))
    return redirect(found)


@require_POST
def leave_withdrawal(request: Visit, pk: int) -> HttpResponse:
    found = find(request, LeaveRequest, pk=pk, to="withdraw")
    found.withdraw(by=request.viewer.person, at=request.viewer.now)
    messages.success(request, _("Ingetrokken. School weet het."))
    return redirect("absences:leaves")
