"""The office hands in absences, says what columns and words mean, looks at what would change, and agrees."""

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
from driehoek.features.absences import bringing
from driehoek.features.absences.bringing_forms import BringForm
from driehoek.features.absences.columns import AWAY
from driehoek.features.absences.kinds_form import KindsForm
from driehoek.features.absences.models import ColumnChoices, OwnWord, Upload
from driehoek.features.absences.sheet import lacks

HISTORY = 20  # uploads on the page


@require_form
def bring(request: Visit) -> HttpResponse:
    viewer, schools = request.viewer, rows(School, request.viewer, may="keep_absences")
    if not schools:
        raise Http404
    form = BringForm(posted(request), request.FILES or None, schools=schools)
    if form.is_valid():
        said, source = form.cleaned_data, form.cleaned_data["source"]
        by, now = viewer.person, viewer.now
        return _look(request, Upload.receive(said["school"], said["sheet"], source=source, by=by, at=now))
    uploads = Upload.objects.visible_to(viewer).latest_first()[:HISTORY]
    context = {"form": form, "uploads": uploads, "more_than_one": len(schools) > 1}
    return page(request, "absences/bring.html", context, status=422 if form.errors else 200)


def _look(request: Visit, upload: Upload) -> HttpResponse:
    """First the columns, when nobody said yet what they mean; then what would change."""
    try:
        if bringing.unclear_sheets(upload):
            return redirect("absences:columns", upload.pk)
    except RosterRefused as refused:
        upload.refuse(refused.fault)
        return redirect("absences:brought", upload.pk)
    return _weighed(request, upload)


def _weighed(request: Visit, upload: Upload) -> HttpResponse:
    """Its words first, when nobody said yet what they mean."""
    bringing.look(upload, request.viewer.today)
    return redirect("absences:kinds" if upload.state == "kinds" else "absences:brought", upload.pk)


@require_form
def columns(request: Visit, pk: int) -> HttpResponse:
    upload, viewer = find(request, Upload, pk=pk, to="agree"), request.viewer
    form = _columns_form(request, upload)
    if not form.sheets:
        return redirect("absences:brought", pk)
    if not form.is_valid():
        context = {"form": form, "home": reverse("absences:bring"), "why": _lacking(form)}
        return page(request, "shell/columns.html", context, status=422 if form.errors else 200)
    for chosen in form.chosen():
        ColumnChoices.remember(upload.school, chosen, by=viewer.person, at=viewer.now)
    return _weighed(request, upload)


def _columns_form(request: Visit, upload: Upload) -> ColumnsForm:
    sheets = bringing.sheets_of(upload)
    return ColumnsForm.about(posted(request), sheets, upload.school, ColumnChoices, AWAY)


def _lacking(form: ColumnsForm) -> str:
    """What nobody found yet, as long as she has not answered."""
    found = {str(question.initial): name for name, question in form.fields.items()}
    return "" if form.errors else lacks(found)


@require_form
def kinds(request: Visit, pk: int) -> HttpResponse:
    upload, viewer = find(request, Upload, pk=pk, to="agree"), request.viewer
    words = bringing.words_of(upload, viewer.today)
    if words.too_many:
        messages.warning(request, _("In deze kolom staan te veel verschillende woorden. Kies een andere."))
        return redirect("absences:columns", pk)
    form = KindsForm(posted(request), words=words)
    if not form.fields:
        return redirect("absences:brought", pk)
    if not form.is_valid():
        context = {"form": form, "upload": upload}
        return page(request, "absences/kinds.html", context, status=422 if form.errors else 200)
    OwnWord.remember(upload.school, form.said(), by=viewer.person, at=viewer.now)
    return _weighed(request, upload)


@require_safe
def brought(request: Visit, pk: int) -> HttpResponse:
    """As long as it waits, what it would change now; nothing is written yet."""
    upload = find(request, Upload, pk=pk)
    context = {"upload": upload, "outcome": getattr(upload, "outcome", None)}
    if upload.is_waiting:
        try:
            found = bringing.compare(upload, request.viewer.today)
            form = AgreementForm(has_asks=False, initial={"digest": found.digest})
            context |= {"difference": found, "outcome": found.outcome, "form": form}
        except RosterRefused as refused:
            context["refused"] = refused.fault
    return page(request, "absences/brought.html", context)


@require_POST
def brought_agreement(request: Visit, pk: int) -> HttpResponse:
    upload, viewer = find(request, Upload, pk=pk, to="agree"), request.viewer
    try:
        bringing.agree(upload, request.POST.get("digest", ""), by=viewer.person, now=viewer.now)
    except (WorldChanged, RosterRefused):
        messages.warning(request, _("Er is intussen iets veranderd. Kijk nog een keer."))
    return redirect("absences:brought", pk)
