"""Telling a class something of oneself, seeing who is in it, and finding a parent for a lesson."""

from operator import attrgetter

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from driehoek.backbone.access.gate import find
from driehoek.backbone.access.querysets import rows
from driehoek.backbone.access.viewer import Visit
from driehoek.base.shell.next_page import next_page
from driehoek.base.shell.pages import page, require_form
from driehoek.facts.schools.models import Group
from driehoek.features.introductions.forms import IntroductionForm, SeekingForm
from driehoek.features.introductions.meeting import classmates, parents_at_work
from driehoek.features.introductions.models import Trait


@require_form
def own(request: Visit) -> HttpResponse:
    groups = sorted(rows(Group, request.viewer, may="introduce_to"), key=attrgetter("order"))
    if not groups and not Trait.objects.visible_to(request.viewer).filter(person=request.user).exists():
        raise PermissionDenied  # what she once said stays hers to read, also when no class is left
    speaking = set(rows(Group, request.viewer, may="introduce_anew"))
    silent = [group for group in groups if group not in speaking]
    form = IntroductionForm(request.POST or None, person=request.user, groups=groups, silent=silent)
    if not form.is_valid():
        shown = {"form": form, "groups": groups, "back": next_page(request, reverse("profile:settings"))}
        return page(request, "introductions/own.html", shown, status=422 if form.errors else 200)
    form.save(at=request.viewer.now)
    messages.success(request, _("Bewaard."))
    return redirect(next_page(request, "introductions:own"))


@require_safe
def meeting(request: Visit, pk: int) -> HttpResponse:
    group = find(request, Group, pk=pk, to="meet")
    met = classmates(group, request.viewer)
    return page(request, "introductions/class.html", {"group": group, "met": met})


@require_safe
def seeking(request: Visit) -> HttpResponse:
    if not rows(Group, request.viewer, may="gather").exists():
        raise PermissionDenied
    form = SeekingForm(request.GET)
    sought = form.cleaned_data["sought"] if form.is_valid() else ""
    met = parents_at_work(request.viewer, sought)
    return page(request, "introductions/seek.html", {"form": form, "met": met, "sought": sought})
