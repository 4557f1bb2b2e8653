"""Ruildag: asking the care group for another day, the page that says how it stands, and the answer."""

import datetime as dt

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from driehoek.backbone.access.gate import find
from driehoek.backbone.access.viewer import Visit
from driehoek.backbone.translation.reading import put_in_words
from driehoek.base.core.limits import Limit
from driehoek.base.shell.pages import page, posted, require_form
from driehoek.base.shell.slowing import slow_down, status_of
from driehoek.facts.schools.models import School
from driehoek.features.absences import swapping
from driehoek.features.absences.models import SwapRequest, SwapTerms
from driehoek.features.absences.swap_forms import AnswerForm, StopForm, SwapForm, TermsForm

ASKED = Limit("absences.swap", 20, dt.timedelta(days=1))  # by person: each is a message to the group
Answer = AnswerForm | StopForm  # what the group fills in


@require_safe
def swaps(request: Visit) -> HttpResponse:
    """At home what one asked and what was arranged; at school what waits for an answer."""
    viewer = request.viewer
    context = {"asked": swapping.asked_of(viewer), "may_ask": swapping.may_swap(viewer)}
    context["schools"] = swapping.schools_with_care(viewer)
    return page(request, "absences/swaps.html", context)


@require_form
def swap_request(request: Visit) -> HttpResponse:
    viewer, places = request.viewer, swapping.places(request.viewer)
    if not places:
        raise PermissionDenied
    form = SwapForm(posted(request), viewer=viewer, places=places)
    if form.is_bound and not ASKED.allows(str(viewer.person.pk), now=viewer.now):
        slow_down(form, _("Dat zijn veel berichten op een dag. Kom morgen terug."))
    if not form.is_valid():
        return page(request, "absences/swap_form.html", {"form": form}, status=status_of(form))
    said = form.days_and_words | {"by": viewer.person, "at": viewer.now, "today": viewer.today}
    token = form.cleaned_data["token"]
    return redirect(swapping.ask_swap(form.chosen.student, form.chosen.group, token=token, **said))


@require_safe
def swap(request: Visit, pk: int) -> HttpResponse:
    return swap_page(request, find(request, SwapRequest, pk=pk))


def swap_page(request: Visit, found: SwapRequest, form: Answer | None = None) -> HttpResponse:
    viewer = request.viewer
    may = {act: found.allows(viewer, act) for act in ("change", "decide", "reverse", "translate")}
    put_in_words([found], now=viewer.now)
    asks = form or (StopForm() if may["reverse"] else AnswerForm())
    context = {"swap": found, "may": may, "form": asks}
    context["is_missed"] = found.is_missed(viewer.today)
    if may["decide"]:
        context["full"] = swapping.fullness(found, viewer)
        context["is_by_nobody"] = swapping.is_by_nobody(found, viewer)
    return page(request, "absences/swap.html", context, status=422 if form else 200)


@require_form
def swap_change(request: Visit, pk: int) -> HttpResponse:
    """Other days or words, until the group answered."""
    found, viewer = find(request, SwapRequest, pk=pk, to="change"), request.viewer
    here = (found.student_id, found.group_id)
    places = [one for one in swapping.places(viewer) if (one.student_id, one.group_id) == here]
    if not places:
        raise PermissionDenied
    form = SwapForm(posted(request), viewer=viewer, places=places, asked=found)
    if not form.is_valid():
        context = {"form": form, "swap": found}
        return page(request, "absences/swap_form.html", context, status=status_of(form))
    found.change(**form.days_and_words, by=viewer.person, at=viewer.now)
    messages.success(request, _("Veranderd. De groep ziet het."))
    return redirect(found)


@require_POST
def swap_answer(request: Visit, pk: int) -> HttpResponse:
    found, viewer = find(request, SwapRequest, pk=pk), request.viewer
    if found.is_answered_by(viewer.person):  # the same form, sent twice
        return redirect(found)
    found, form = find(request, SwapRequest, pk=pk, to="decide"), AnswerForm(request.POST)
    if not form.is_valid() or not form.answer(found, by=viewer.person, at=viewer.now):
        return swap_page(request, find(request, SwapRequest, pk=pk), form)
    messages.success(request, _("Beantwoord. De ouder krijgt bericht."))
    return redirect(found)


@require_POST
def swap_reversal(request: Visit, pk: int) -> HttpResponse:
    """It does not go on after all."""
    found, viewer = find(request, SwapRequest, pk=pk, to="reverse"), request.viewer
    form = StopForm(request.POST)
    if not form.is_valid():
        return swap_page(request, found, form)
    found.reverse(form.cleaned_data["reason"], by=viewer.person, at=viewer.now)
    messages.success(request, _("Afgezegd. De ouder krijgt bericht."))
    return redirect(found)


@require_POST
def swap_withdrawal(request: Visit, pk: int) -> HttpResponse:
    found = find(request, SwapRequest, pk=pk, to="change")
    found.withdraw(by=request.viewer.person, at=request.viewer.now)
    messages.success(request, _("Ingetrokken. De groep ziet het."))
    return redirect("absences:swaps")


@require_form
def swap_terms(request: Visit, pk: int) -> HttpResponse:
    """What a school asks of who wants another day."""
    school, viewer = find(request, School, pk=pk, to="speak_for"), request.viewer
    form = TermsForm(posted(request), terms=SwapTerms.of(school))
    if not form.is_valid():
        context = {"form": form, "school": school}
        return page(request, "absences/swap_terms.html", context, status=status_of(form))
    SwapTerms.decide(school, **form.cleaned_data, by=viewer.person, at=viewer.now)
    messages.success(request, _("Bewaard."))
    return redirect("absences:swaps")
