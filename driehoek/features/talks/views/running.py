"""At the table: notes that all read along, then a record that never changes."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from driehoek.backbone.access.gate import find
from driehoek.backbone.access.querysets import rows
from driehoek.backbone.access.viewer import Visit
from driehoek.backbone.journal.reading import noting_of
from driehoek.backbone.media.attaching import Attached
from driehoek.base.shell.pages import page
from driehoek.facts.people.models import Person
from driehoek.features.talks.finding import find_talk
from driehoek.features.talks.forms import PledgeForm
from driehoek.features.talks.models import StaffNote, Talk
from driehoek.features.talks.pages import TablePage
from driehoek.features.talks.running_forms import NotesForm, StaffNoteForm


@require_safe
def run(request: Visit, pk: int) -> HttpResponse:
    return table_page(request, find_talk(request, pk, to="come"))


def table_page(request: Visit, talk: Talk, form: NotesForm | None = None) -> HttpResponse:
    about = TablePage(talk, request.viewer, noting_of(request))
    notes = form or NotesForm(notes=about.notes, attached=Attached(request.viewer, talk.school))
    context = {"about": about, "form": notes}
    context["pledge_form"] = PledgeForm(talk=talk, today=request.viewer.today)
    return page(request, "talks/run.html", context, status=422 if form else 200)


@require_POST
def notes(request: Visit, pk: int) -> HttpResponse:
    """Kept; with "Rond af" also closed into a record."""
    talk, viewer = find_talk(request, pk, to="lead"), request.viewer
    if talk.is_off or talk.days_until(viewer.today) > 0:
        raise PermissionDenied
    form = NotesForm(request.POST, attached=Attached(viewer, talk.school, request.POST, request.FILES))
    closes = "close" in request.POST
    if not (form.is_valid() and form.write(talk, closes=closes, by=viewer.person, at=viewer.now)):
        return table_page(request, talk, form)
    if closes:
        messages.success(request, _("Afgerond. Iedereen van het gesprek kan het verslag lezen."))
        return redirect(f"{talk.get_absolute_url()}#verslag")
    messages.success(request, _("Bewaard. Iedereen van het gesprek leest het."))
    return redirect("talks:run", pk)


@require_POST
def staff_note(request: Visit, pk: int) -> HttpResponse:
    """For colleagues who work with her, and no part of the talk."""
    talk, viewer = find_talk(request, pk, to="lead"), request.viewer
    if not rows(Person, viewer, may="hold_talk").filter(pk=talk.student_id).exists():
        raise PermissionDenied
    form = StaffNoteForm(request.POST)
    if not form.is_valid():
        return page(request, "talks/staff_note.html", {"form": form, "talk": talk}, status=422)
    StaffNote.write(talk.student, talk.school, form.cleaned_data["words"], by=viewer.person, at=viewer.now)
    return redirect(f"{talk.get_absolute_url()}#werknotities")


@require_POST
def staff_note_removal(request: Visit, pk: int) -> HttpResponse:
    note = find(request, StaffNote, to="remove", pk=pk)
    note.remove(by=request.viewer.person, at=request.viewer.now)
    messages.success(request, _("Weggehaald."))
    return redirect("children:pupil", note.student_id)
