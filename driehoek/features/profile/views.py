"""The page behind your own face, and what can be set there."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from driehoek.backbone.access.querysets import rows
from driehoek.backbone.access.viewer import Visit
from driehoek.base.shell.pages import page, require_form
from driehoek.facts.schools.models import Group, School
from driehoek.features.profile.forms import LookForm
from driehoek.features.profile.hats import hats_of


@require_safe
def settings(request: Visit) -> HttpResponse:
    viewer = request.viewer
    administers = rows(School, viewer, may="administer").exists()
    leads = administers and rows(Group, viewer, may="lead").exists()
    hats = [] if "sign_on" in request.session else hats_of(viewer)  # her employer is not told of her home
    context = {"hats": hats, "administers": administers, "leads": leads}
    return page(request, "profile/settings.html", context)


@require_form
def look(request: Visit) -> HttpResponse:
    person = request.viewer.person
    form = LookForm(request.POST or None, initial=LookForm.of(person))
    if form.is_valid():
        form.save(person)
        messages.success(request, _("Bewaard."))
        return redirect("profile:settings")
    return page(request, "profile/form.html", {"form": form}, status=422 if form.errors else 200)
