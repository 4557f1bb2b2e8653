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
from driehoek.features.talks.cycle import layers_of
from driehoek.features.talks.cycle_forms import HundredForm, StepForm
from driehoek.features.talks.models import CycleStep


@require_form
def cycle(request: Visit, pk: int) -> HttpResponse:
    """Another step; or, in one tap, those of the first hundred days."""
    school, viewer = find(request, School, to="speak_for", pk=pk), request.viewer
    layers, whole = layers_of(school, viewer.today), "hundred" in request.POST
    kind = HundredForm if whole else StepForm
    form: HundredForm | StepForm = kind(posted(request), layers=layers)
    if form.is_valid():
        CycleStep.add(school, form.steps, by=viewer.person, at=viewer.now)
        messages.success(request, _("Bewaard."))
        return redirect("talks:cycle", pk)
    steps = CycleStep.objects.visible_to(viewer).filter(school=school)
    context = {"school": school, "steps": sorted(steps, key=lambda step: step.order)}
    context |= {"form": StepForm(layers=layers) if whole else form, "hundred": HundredForm(layers=layers)}
    return page(request, "talks/cycle.html", context, status=422 if form.is_bound else 200)


@require_POST
def step_removal(request: Visit, pk: int) -> HttpResponse:
    step = find(request, CycleStep, to="remove", pk=pk)
    step.remove(by=request.viewer.person, at=request.viewer.now)
    return redirect("talks:cycle", step.school_id)
