"""What school does about looking along: a class at once, kinds per year layer, and objections."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from driehoek.backbone.access.gate import find
from driehoek.backbone.access.querysets import rows
from driehoek.backbone.access.viewer import Visit
from driehoek.base.shell.pages import page, posted, require_form
from driehoek.facts.looking.models import Objection
from driehoek.facts.schools.layers import WHOLE_SCHOOL
from driehoek.facts.schools.models import Group, School
from driehoek.facts.schools.sitting import layers_of
from driehoek.features.following import objecting, switching
from driehoek.features.following.forms import KindsForm, PlanForm, WeighForm
from driehoek.features.following.proposing import ClassPage
from driehoek.features.following.reasons import why_of


@require_form
def of_group(request: Visit, pk: int) -> HttpResponse:
    """How far each family of a class is; and one proposal for all who have none."""
    about = ClassPage(find(request, Group, pk=pk, to="agree_on_looking"), request.viewer)
    form = PlanForm(posted(request), moments=about.moments)
    if not form.is_valid():
        context = {"about": about, "form": form}
        return page(request, "following/of_group.html", context, status=422 if form.errors else 200)
    about.propose(form.plan)
    messages.success(request, _("Voorgesteld. Leerlingen en ouders krijgen bericht."))
    return redirect("following:of_group", pk=pk)


@require_form
def kinds(request: Visit, pk: int) -> HttpResponse:
    """What guardians see, for the whole school or for one year layer."""
    school, viewer = find(request, School, pk=pk, to="switch_kinds"), request.viewer
    layers = layers_of(school, viewer.today)
    layer = _layer(request.GET.get("leerjaar", ""), layers)
    shown = {"kinds": sorted(switching.opened(school, layer))}
    form = KindsForm(posted(request), kinds=switching.switched_at(school), initial=shown)
    if not form.is_valid():
        context = {"form": form, "school": school, "layer": layer, "layers": layers}
        context["always"] = [(kind.label, why) for kind, why in switching.NEVER_SHUT.items()]
        return page(request, "following/kinds.html", context, status=422 if form.errors else 200)
    chosen = form.cleaned_data["kinds"]
    switching.switch(school, layer, chosen, by=viewer.person, at=viewer.now)
    messages.success(request, _("Bewaard. Het geldt meteen."))
    here = reverse("following:kinds", args=[pk])
    return redirect(f"{here}?leerjaar={layer}" if layer else here)


def _layer(asked: str, layers: list[int]) -> int:
    """The year layer that was asked for: never the whole school instead of one of which nobody is left."""
    layer = next((one for one in layers if str(one) == asked), WHOLE_SCHOOL)
    if asked and not layer:
        raise Http404
    return layer


@require_safe
def objections(request: Visit) -> HttpResponse:
    if not rows(School, request.viewer, may="switch_kinds").exists():
        raise PermissionDenied
    seen = rows(Objection, request.viewer, may="see").filter(ended_at=None)
    found = seen.select_related("student", "guardian", "weighing").order_by("-at", "-pk")[:100]
    return page(request, "following/objections.html", {"objections": found})


@require_form
def weighing(request: Visit, pk: int) -> HttpResponse:
    found = find(request, Objection, pk=pk)
    form = WeighForm(posted(request))
    may = rows(Objection, request.viewer, may="weigh").filter(pk=pk).exists()
    if not form.is_valid():
        context = {"form": form, "objection": found, "may_weigh": may, "why": why_of(found, request.viewer)}
        return page(request, "following/weighing.html", context, status=422 if form.errors else 200)
    if not may:
        raise PermissionDenied
    said = {"is_granted": form.cleaned_data["outcome"] == "yes", "reason": form.cleaned_data["reason"]}
    objecting.weigh(found, **said, by=request.viewer.person, at=request.viewer.now)
    messages.success(request, _("Besloten. De leerling krijgt bericht."))
    return redirect("following:objections")
