"""The office's list of parents whom no mail reaches."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from driehoek.backbone.access.querysets import rows
from driehoek.backbone.access.viewer import Visit
from driehoek.base.shell.pages import page
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import School
from driehoek.features.unreached.reaching import try_again, unreached_by, unwanted_by


@require_safe
def people(request: Visit) -> HttpResponse:
    if not rows(School, request.viewer, may="speak_for").exists():
        raise PermissionDenied
    context = {"unreached": unreached_by(request.viewer), "unwanted": unwanted_by(request.viewer)}
    return page(request, "unreached/people.html", context)


@require_POST
def again(request: Visit, pk: int) -> HttpResponse:
    person = rows(Person, request.viewer, may="reach").filter(pk=pk).first()
    if person is None:
        raise Http404
    try_again(person, by=request.viewer.person, at=request.viewer.now)
    messages.success(request, _("Het volgende bericht gaat weer naar dit adres."))
    return redirect("unreached:people")
