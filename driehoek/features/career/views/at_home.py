"""Reading an assignment and saying what came out of it; the student brings what she likes to the talk."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from driehoek.backbone.access.gate import find
from driehoek.backbone.access.viewer import Viewer, Visit
from driehoek.backbone.media.attaching import Attached
from driehoek.base.shell.pages import page, require_form
from driehoek.facts.people.models import Person
from driehoek.features.career.at_home import assignments_of
from driehoek.features.career.forms import OutcomeForm
from driehoek.features.career.models import Assignment, Outcome
from driehoek.features.career.reading import AssignmentPage
from driehoek.features.career.sheets import sheets_in


@require_safe
def assignments(request: Visit, student: int) -> HttpResponse:
    found, viewer = find(request, Person, pk=student, to="read_career"), request.viewer
    context = {"student": found, "assignments": assignments_of(found, viewer), "own": found == viewer.person}
    return page(request, "career/list.html", context)


@require_form
def assignment(request: Visit, student: int, pk: int) -> HttpResponse:
    to = "answer" if request.method == "POST" else "see"
    found, viewer = find(request, Assignment, pk=pk, student=student, to=to), request.viewer
    about, data = AssignmentPage(found, viewer), request.POST if request.method == "POST" else None
    attached = Attached(viewer, found.school, request.POST, request.FILES)
    form = OutcomeForm(data, initial=about.said_before, attached=attached)
    if not form.is_valid():
        context = {"about": about, "form": form}
        return page(request, "career/assignment.html", context, status=422 if form.errors else 200)
    told = _told(found, form, viewer)
    messages.success(request, _("Bewaard."))
    return redirect(told)


def _told(found: Assignment, form: OutcomeForm, viewer: Viewer) -> Outcome:
    """Raises Http404 when school took the assignment back while she typed."""
    said = {"together": form.cleaned_data["together"], "voice": form.voice}
    words = form.cleaned_data["text"].strip()
    try:
        return Outcome.tell(found, words, **said, by=viewer.person, at=viewer.now)
    except Assignment.DoesNotExist:
        raise Http404 from None


@require_safe
def sheet(request: Visit, student: int, pk: int) -> HttpResponse:
    """The same on paper, in the language of the reader."""
    found = find(request, Assignment, pk=pk, student=student)
    context = {"sheets": sheets_in(found.task, [get_language() or "nl"]), "assignment": found}
    return page(request, "career/sheets.html", context | {"school": found.school})


@require_POST
def bringing(request: Visit, pk: int) -> HttpResponse:
    """Along to the talk, or not after all."""
    outcome = find(request, Outcome, pk=pk, to="bring")
    if request.POST.get("mee") == "nee":
        outcome.leave(at=request.viewer.now)
    else:
        outcome.bring(at=request.viewer.now)
    return redirect(outcome)


@require_POST
def removal(request: Visit, pk: int) -> HttpResponse:
    outcome = find(request, Outcome, pk=pk, to="take_back")
    outcome.take_back(by=request.user, at=request.viewer.now)
    messages.success(request, _("Je antwoord is weg."))
    return redirect(outcome.assignment)
