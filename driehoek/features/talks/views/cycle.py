"""The talks of a school year: which there are, and who was not spoken to yet."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from driehoek.backbone.access.gate import find
from driehoek.backbone.access.viewer import Visit
from driehoek.base.shell.pages import page, posted, require_form
from driehoek.facts.schools.models import School
from driehoek.facts.schools.sitting import layers_of
from driehoek.features.talks.cycle_forms import HundredForm, StepForm
from driehoek.features.talks.models import CycleStep


@require_form
def cycle(request: Visit, pk: int) -> HttpResponse:
    """Another step; or, in one tap, those of the first hundred days."""
    school, viewer = find(request, School, to="speak_for", pk=pk), request.viewer
    layers, said = layers_of(school, viewer.today), posted(request)
    whole = said if said and "hundred" in said else None
    step = StepForm(None if whole else said, layers=layers)
    hundred = HundredForm(whole, layers=layers, auto_id="honderd-%s")
    sent: StepForm | HundredForm = hundred if whole else step
    if sent.is_valid():
        CycleStep.add(school, sent.steps, by=viewer.person, at=viewer.now)
        messages.success(request, _("Bewaard."))
        return redirect("talks:cycle", pk)
    steps = CycleStep.objects.visible_to(viewer).filter(school=school)
    in_order = sorted(steps, key=lambda step: step.order)
    context = {"school": school, "steps": in_order, "form": step, "hundred": hundred}
    return page(request, "talks/cycle.html", context, status=422 if sent.is_bound else 200)


@require_POST
def step_removal(request: Visit, pk: int) -> HttpResponse:
    step = find(request, CycleStep, to="remove", pk=pk)
    step.remove(by=request.viewer.person, at=request.viewer.now)
    return redirect("talks:cycle", step.school_id)
