"""The page behind your own face, and what can be set there."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from driehoek.backbone.access.querysets import rows
from driehoek.backbone.access.viewer import Visit
from driehoek.base.shell.pages import page
from driehoek.facts.schools.models import Group, School
from driehoek.features.profile.forms import ChannelsForm, LookForm
from driehoek.features.profile.hats import hats_of
from driehoek.features.profile.mailbox import mailbox_of


@require_safe
def settings(request: Visit) -> HttpResponse:
    viewer = request.viewer
    administers = rows(School, viewer, may="administer").exists()
    leads = administers and rows(Group, viewer, may="lead").exists()
    context = {"hats": hats_of(viewer), "administers": administers, "leads": leads}
    return page(request, "profile/settings.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def look(request: Visit) -> HttpResponse:
    return set_by(request, LookForm, _("Hoe het eruitziet"))


@require_http_methods(["GET", "HEAD", "POST"])
def channels(request: Visit) -> HttpResponse:
    if request.method == "POST":
        request.session.pop("offer", None)
    return set_by(request, ChannelsForm, _("Hoe hoor ik van school?"))


def set_by(request: Visit, kind: type[LookForm] | type[ChannelsForm], title: str) -> HttpResponse:
    """One form about the person who looks."""
    person = request.viewer.person
    form = kind(request.POST or None, initial=kind.of(person))
    if form.is_valid():
        form.save(person)
        messages.success(request, _("Bewaard."))
        return redirect("profile:settings")
    context = {
        "form": form,
        "title": title,
        "about_mail": kind is ChannelsForm,
        "address": mailbox_of(request.viewer),
    }
    return page(request, "profile/form.html", context, status=422 if form.errors else 200)
