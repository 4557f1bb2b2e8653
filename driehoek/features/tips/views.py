"""The library of tips for colleagues: looking, adding, and taking away."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from driehoek.backbone.access.gate import find
from driehoek.backbone.access.viewer import Visit
from driehoek.base.shell.pages import page, require_form
from driehoek.facts.schools.models import Group
from driehoek.features.tips.collection import Library
from driehoek.features.tips.forms import TipForm
from driehoek.features.tips.models import Tip


@require_safe
def tips(request: Visit) -> HttpResponse:
    found = Library(request.viewer, request.GET)
    if found.group is None:
        raise PermissionDenied
    return page(request, "tips/library.html", {"library": found})


@require_form
def new_tip(request: Visit, pk: int) -> HttpResponse:
    group = find(request, Group, pk=pk, to="work_with")
    form = TipForm(request.POST or None)
    if request.method != "POST" or not form.is_valid():
        status = 422 if form.errors else 200
        return page(request, "tips/new.html", {"group": group, "form": form}, status=status)
    Tip.add(group.school, form.cleaned_data, by=request.viewer.person, at=request.viewer.now)
    messages.success(request, _("De tip staat erbij."))
    return redirect("tips:library")


@require_POST
def removal(request: Visit, pk: int) -> HttpResponse:
    tip = find(request, Tip, pk=pk, to="remove")
    tip.remove(by=request.viewer.person, at=request.viewer.now)
    return redirect("tips:library")
