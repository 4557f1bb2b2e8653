"""Hand in a roster, say what its columns mean, look at what would change, agree or not."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from driehoek.backbone.access.gate import find
from driehoek.backbone.access.querysets import rows
from driehoek.backbone.access.viewer import Visit
from driehoek.base.shell.pages import page, require_form
from driehoek.facts.schools.handing_in import AgreementForm, ColumnsForm
from driehoek.facts.schools.models import School
from driehoek.facts.schools.roster_import.changes import WorldChanged
from driehoek.facts.schools.roster_import.reading.columns import fields, missing, suggest
from driehoek.facts.schools.roster_import.roster import RosterRefused
from driehoek.features.rosters.forms import UploadForm
from driehoek.features.rosters.models import ColumnChoices, Upload
from driehoek.features.rosters.showing import Shown

HISTORY = 20  # uploads on the page


@require_form
def home(request: Visit) -> HttpResponse:
    viewer, schools = request.viewer, rows(School, request.viewer, may="administer")
    if not schools:
        raise Http404
    form = UploadForm(request.POST or None, request.FILES or None, schools=schools)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        upload = Upload.receive(said["school"], said["roster"], by=viewer.person, at=viewer.now)
        return _look(request, upload)
    uploads = Upload.objects.visible_to(viewer).latest_first()[:HISTORY]
    context = {"form": form, "uploads": uploads, "schools": schools, "more_than_one": len(schools) > 1}
    return page(request, "rosters/home.html", context, status=422 if form.errors else 200)


def _look(request: Visit, upload: Upload) -> HttpResponse:
    """First the columns, when nobody ever said what they mean; then the proposal."""
    try:
        if upload.unclear_sheets():
            return redirect("rosters:columns", upload.pk)
    except RosterRefused as refused:
        upload.refuse(refused.fault)
    else:
        upload.look(request.viewer.today)
    return redirect("rosters:proposal", upload.pk)


@require_form
def columns(request: Visit, pk: int) -> HttpResponse:
    upload = find(request, Upload, pk=pk, to="decide")
    sheets = upload.sheets()
    offered = {file: ColumnChoices.offered(upload.school, said, suggest) for file, said in sheets.items()}
    form = ColumnsForm(
        request.POST or None, sheets=sheets, offered=offered, meanings=fields(), missing=missing
    )
    if request.method == "POST" and form.is_valid():
        for chosen in form.chosen():
            ColumnChoices.remember(upload.school, chosen, by=request.viewer.person, at=request.viewer.now)
        upload.look(request.viewer.today)
        return redirect("rosters:proposal", upload.pk)
    context = {"form": form, "home": reverse("rosters:home")}
    return page(request, "shell/columns.html", context, status=422 if form.errors else 200)


@require_safe
def proposal(request: Visit, pk: int) -> HttpResponse:
    upload = find(request, Upload, pk=pk)
    shown = Shown(upload)
    form = AgreementForm(has_asks=bool(shown.asks), initial={"digest": shown.digest})
    return page(request, "rosters/proposal.html", {"upload": upload, "shown": shown, "form": form})


@require_POST
def agreement(request: Visit, pk: int) -> HttpResponse:
    upload = find(request, Upload, pk=pk)
    shown = Shown(upload)
    form = AgreementForm(request.POST, has_asks=bool(shown.asks))
    if not form.is_valid():
        context = {"upload": upload, "shown": shown, "form": form}
        return page(request, "rosters/proposal.html", context, status=422)
    return _agree(request, upload, form.cleaned_data["digest"])


def _agree(request: Visit, upload: Upload, digest: str) -> HttpResponse:
    viewer = request.viewer
    try:
        upload.agree(digest, by=viewer.person, now=viewer.now, today=viewer.today)
    except WorldChanged:
        upload.look(viewer.today)
        messages.warning(request, _("Er is intussen iets veranderd. Kijk nog een keer."))
    except RosterRefused as refused:
        upload.refuse(refused.fault)
    return redirect("rosters:proposal", upload.pk)


@require_POST
def refusal(request: Visit, pk: int) -> HttpResponse:
    upload = find(request, Upload, pk=pk)
    upload.decline(by=request.viewer.person, now=request.viewer.now)
    messages.success(request, _("Goed. Er is niets veranderd."))
    return redirect("rosters:home")
