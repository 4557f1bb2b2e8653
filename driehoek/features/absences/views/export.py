"""Absences as a file for the student information system."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from driehoek.backbone.access.gate import find
from driehoek.backbone.access.querysets import rows
from driehoek.backbone.access.viewer import Visit
from driehoek.base.shell.pages import page, require_form
from driehoek.facts.schools.models import School
from driehoek.features.absences import exporting
from driehoek.features.absences.models import Export


@require_form
def exports(request: Visit) -> HttpResponse:
    """What went out, and one button that makes a file of what is new."""
    schools = list(rows(School, request.viewer, may="speak_for").order_by("name"))
    if not schools:
        raise PermissionDenied
    if request.method == "POST":
        made = [
            exporting.close_batch(one, by=request.viewer.person, at=request.viewer.now) for one in schools
        ]
        messages.success(request, _("Klaar. Haal het bestand op.") if any(made) else _("Er is niets nieuws."))
        return redirect("absences:exports")
    found = Export.objects.visible_to(request.viewer).select_related("school", "by").order_by("-at", "-pk")
    return page(request, "absences/exports.html", {"exports": found[:50]})


@require_safe
def export_file(request: Visit, pk: int) -> HttpResponse:
    export = find(request, Export, pk=pk)
    answer = HttpResponse(
        exporting.as_csv(exporting.lines_of(export)), content_type="text/csv; charset=utf-8"
    )
    name = f"afwezig-{export.school_id}-{export.number}.csv"
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    answer.headers["Cache-Control"] = "no-store, private"
    return answer
