"""Reading results: of a child, of oneself; and telling it at home."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from driehoek.backbone.access.gate import find
from driehoek.backbone.access.viewer import Visit
from driehoek.base.shell.pages import page
from driehoek.facts.people.models import Person
from driehoek.features.results.at_home import families
from driehoek.features.results.forms import TellForm
from driehoek.features.results.models import Result
from driehoek.features.results.showing import Results


@require_safe
def child(request: Visit, pk: int) -> HttpResponse:
    student = find(request, Person, to="read_results", pk=pk)
    if student == request.user:
        return redirect("results:mine")
    return page(request, "results/child.html", {"about": Results(student, request.viewer)})


@require_safe
def family(request: Visit) -> HttpResponse:
    """Where a message leads: to the one child, or to a choice of them."""
    children = families(request.viewer)
    if not children:
        raise Http404
    if len(children) == 1:
        return redirect("results:child", children[0].pk)
    return page(request, "results/family.html", {"children": children})


@require_safe
def mine(request: Visit) -> HttpResponse:
    if request.user.pk not in request.viewer.self_as_student():
        raise Http404
    return page(request, "results/mine.html", {"about": Results(request.user, request.viewer)})


@require_POST
def telling(request: Visit, pk: int) -> HttpResponse:
    result = find(request, Result, to="tell", pk=pk)
    form = TellForm(request.POST)
    if not form.is_valid():
        context = {"about": Results(request.user, request.viewer), "error": _("Kies hoe je het vertelt.")}
        return page(request, "results/mine.html", context, status=422)
    shows = form.cleaned_data["how"] == "show"
    result.tell(shows=shows, by=request.user, at=request.viewer.now)
    messages.success(request, _("Thuis ziet het nu.") if shows else _("Goed dat je het verteld hebt."))
    return redirect("results:mine")
