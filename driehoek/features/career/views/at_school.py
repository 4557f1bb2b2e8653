"""Giving an assignment to a class or to a few of it, taking it back, and printing it."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from driehoek.backbone.access.gate import find
from driehoek.backbone.access.viewer import Visit
from driehoek.base.shell.pages import page, posted, require_form
from driehoek.facts.schools.models import Group
from driehoek.features.career.desk import Desk
from driehoek.features.career.forms import GivingForm
from driehoek.features.career.sheets import sheets_in


@require_form
def desk(request: Visit, pk: int) -> HttpResponse:
    desk = _desk(request, pk)
    today = request.viewer.today
    form = GivingForm(posted(request), tasks=desk.tasks, pupils=desk.pupils, today=today)
    if not form.is_valid():
        context = {"desk": desk, "form": form}
        return page(request, "career/desk.html", context, status=422 if form.errors else 200)
    number = desk.give(**form.cleaned_data)
    said = ngettext("%(n)s leerling heeft de opdracht.", "%(n)s leerlingen hebben de opdracht.", number)
    messages.success(request, said % {"n": number} if number else _("Bewaard. Iedereen had hem al."))
    return redirect("career:desk", pk)


@require_POST
def taking_back(request: Visit, pk: int, key: str) -> HttpResponse:
    if _desk(request, pk).take_back(key):
        messages.success(request, _("Teruggenomen bij wie nog niets vertelde."))
    return redirect("career:desk", pk)


@require_safe
def sheets(request: Visit, pk: int, key: str) -> HttpResponse:
    """One for each language that is read at home with this group."""
    desk = _desk(request, pk)
    task = desk.task(key)
    if task is None:
        raise Http404
    context = {"sheets": sheets_in(task, desk.languages), "group": desk.group, "school": desk.group.school}
    return page(request, "career/sheets.html", context)


def _desk(request: Visit, pk: int) -> Desk:
    return Desk(find(request, Group, to="give_career", pk=pk), request.viewer)
