"""The office hands in results, says what columns mean, looks at what would change, and agrees or not."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from driehoek.backbone.access.gate import find
from driehoek.backbone.access.querysets import rows
from driehoek.backbone.access.viewer import Visit
from driehoek.base.shell.pages import page, posted, require_form
from driehoek.facts.schools.handing_in import AgreementForm, ColumnsForm
from driehoek.facts.schools.models import School
from driehoek.facts.schools.roster_import.changes import WorldChanged
from driehoek.facts.schools.roster_import.roster import RosterRefused
from driehoek.features.results import importing
from driehoek.features.results.forms import TermsForm, UploadForm
from driehoek.features.results.models import ColumnChoices, ReleaseTerms, Upload
from driehoek.features.results.planning import least_start
from driehoek.features.results.reading.columns import MARKS

HISTORY = 20  # uploads on the page


@require_form
def home(request: Visit) -> HttpResponse:
    viewer, schools = request.viewer, rows(School, request.viewer, may="keep_results")
    if not schools:
        raise Http404
    form = UploadForm(posted(request), request.FILES or None, schools=schools)
    if form.is_valid():
        said = form.cleaned_data
        source, by, at = form.chosen_source(), viewer.person, viewer.now
        brought = Upload.receive(said["school"], said["marks"], source=source, by=by, at=at)
        return _look(request, brought)
    uploads = Upload.objects.visible_to(viewer).latest_first()[:HISTORY]
    context = {"form": form, "uploads": uploads, "schools": schools, "more_than_one": len(schools) > 1}
    return page(request, "results/home.html", context, status=422 if form.errors else 200)


def _look(request: Visit, upload: Upload) -> HttpResponse:
    """First the columns, when nobody ever said what they mean; then the proposal."""
    try:
        if importing.unclear_sheets(upload):
            return redirect("results:columns", upload.pk)
    except RosterRefused as refused:
        upload.refuse(refused.fault)
    else:
        importing.look(upload, request.viewer.now)
    return redirect("results:proposal", upload.pk)


@require_form
def columns(request: Visit, pk: int) -> HttpResponse:
    upload = find(request, Upload, pk=pk, to="decide")
    form = _columns_form(request, upload)
    if form.is_valid():
        for chosen in form.chosen():
            ColumnChoices.remember(upload.school, chosen, by=request.viewer.person, at=request.viewer.now)
        importing.look(upload, request.viewer.now)
        return redirect("results:proposal", upload.pk)
    context = {"form": form, "home": reverse("results:home")}
    return page(request, "shell/columns.html", context, status=422 if form.errors else 200)


def _columns_form(request: Visit, upload: Upload) -> ColumnsForm:
    sheets = importing.sheets_of(upload)
    return ColumnsForm.about(posted(request), sheets, upload.school, ColumnChoices, MARKS)


@require_safe
def proposal(request: Visit, pk: int) -> HttpResponse:
    upload = find(request, Upload, pk=pk)
    digest = upload.proposal.digest if hasattr(upload, "proposal") else ""
    form = AgreementForm(has_asks=False, initial={"digest": digest})
    return page(request, "results/proposal.html", {"upload": upload, "form": form})


@require_POST
def agreement(request: Visit, pk: int) -> HttpResponse:
    upload = find(request, Upload, pk=pk)
    form = AgreementForm(request.POST, has_asks=False)
    if not form.is_valid():
        return page(request, "results/proposal.html", {"upload": upload, "form": form}, status=422)
    try:
        importing.agree(upload, form.cleaned_data["digest"], by=request.user, now=request.viewer.now)
    except WorldChanged:
        importing.look(upload, request.viewer.now)
        messages.warning(request, _("Er is intussen iets veranderd. Kijk nog een keer."))
    except RosterRefused as refused:
        upload.refuse(refused.fault)
    return redirect("results:proposal", upload.pk)


@require_POST
def refusal(request: Visit, pk: int) -> HttpResponse:
    upload = find(request, Upload, pk=pk)
    upload.decline(by=request.viewer.person, now=request.viewer.now)
    messages.success(request, _("Goed. Er is niets veranderd."))
    return redirect("results:home")


@require_form
def terms(request: Visit, pk: int) -> HttpResponse:
    school = find(request, School, to="keep_results", pk=pk)
    form = TermsForm(posted(request), terms=ReleaseTerms.of(school), school=school)
    if form.is_valid():
        ReleaseTerms.decide(school, form.terms, by=request.user, at=request.viewer.now)
        messages.success(request, _("Bewaard. Dit geldt voor alles wat nog moet komen."))
        return redirect("results:home")
    context = {"form": form, "school": school, "is_first": least_start(school)}
    return page(request, "results/terms.html", context, status=422 if form.errors else 200)
