"""The office hands in absences, looks at what would change, and agrees."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from driehoek.backbone.access.gate import find
from driehoek.backbone.access.querysets import rows
from driehoek.backbone.access.viewer import Visit
from driehoek.base.shell.pages import page, posted, require_form
from driehoek.facts.schools.handing_in import AgreementForm
from driehoek.facts.schools.models import School
from driehoek.facts.schools.roster_import.changes import WorldChanged
from driehoek.facts.schools.roster_import.roster import RosterRefused
from driehoek.features.absences import bringing
from driehoek.features.absences.bringing_forms import BringForm
from driehoek.features.absences.models import Upload


@require_form
def bring(request: Visit) -> HttpResponse:
    viewer, schools = request.viewer, rows(School, request.viewer, may="keep_absences")
    if not schools:
        raise Http404
    form = BringForm(posted(request), request.FILES or None, schools=schools)
    if form.is_valid():
        said, source = form.cleaned_data, form.cleaned_data["source"]
        by, now = viewer.person, viewer.now
        brought = Upload.receive(said["school"], said["sheet"], source=source, by=by, at=now)
        return redirect("absences:brought", brought.pk)
    context = {"form": form, "more_than_one": len(schools) > 1}
    return page(request, "absences/bring.html", context, status=422 if form.errors else 200)


@require_safe
def brought(request: Visit, pk: int) -> HttpResponse:
    """Nothing is written yet."""
    upload, context = find(request, Upload, pk=pk), {}
    if upload.is_waiting:
        try:
            found = bringing.compare(upload, request.viewer.today)
            form = AgreementForm(has_asks=False, initial={"digest": found.digest})
            context = {"difference": found, "form": form}
        except RosterRefused as refused:
            context = {"refused": refused.fault}
    return page(request, "absences/brought.html", {"upload": upload, **context})


@require_POST
def brought_agreement(request: Visit, pk: int) -> HttpResponse:
    upload, viewer = find(request, Upload, pk=pk, to="agree"), request.viewer
    try:
        bringing.agree(upload, request.POST.get("digest", ""), by=viewer.person, now=viewer.now)
    except (WorldChanged, RosterRefused):
        messages.warning(request, _("Er is intussen iets veranderd. Kijk nog een keer."))
    return redirect("absences:brought", pk)
