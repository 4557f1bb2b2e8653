"""Planning a talk, moving it, and calling it off."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from driehoek.backbone.access.gate import find
from driehoek.backbone.access.viewer import Visit
from driehoek.backbone.journal.reading import noting_of
from driehoek.base.shell.pages import page, posted, require_form
from driehoek.facts.people.models import Person
from driehoek.features.talks.forms import CancelForm, MoveForm, PlanForm
from driehoek.features.talks.models import Talk
from driehoek.features.talks.models.talk import AlreadyHeld
from driehoek.features.talks.planning import Table, plan, with_a_school


@require_form
def new(request: Visit, pk: int) -> HttpResponse:
    """Where a colleague works with her at two schools, she plans at the first."""
    student, viewer = find(request, Person, to="hold_talk", look=with_a_school, pk=pk), request.viewer
    school: int | None = vars(student)["meets_at"]
    if school is None:
        raise PermissionDenied
    table = Table.of(student, school, viewer, noting_of(request))
    form = PlanForm(posted(request), table=table, now=viewer.now)
    if not form.is_valid():
        context = {"form": form, "student": student}
        return page(request, "talks/plan.html", context, status=422 if form.errors else 200)
    talk = plan(table, form.cleaned_data, now=viewer.now)
    messages.success(request, _("Gepland. Iedereen krijgt bericht."))
    return redirect(talk)


@require_form
def moving(request: Visit, pk: int) -> HttpResponse:
    talk, viewer = _still_to_come(request, pk), request.viewer
    if talk.is_off:
        raise PermissionDenied
    form = MoveForm(posted(request), talk=talk, now=viewer.now)
    if not form.is_valid():
        context = {"form": form, "talk": talk}
        return page(request, "talks/move.html", context, status=422 if form.errors else 200)
    talk.move(**form.cleaned_data, by=viewer.person, at=viewer.now)
    messages.success(request, _("Verplaatst. Iedereen krijgt bericht."))
    return redirect(talk)


@require_form
def cancelling(request: Visit, pk: int) -> HttpResponse:
    talk, viewer = _still_to_come(request, pk), request.viewer
    form = CancelForm(posted(request))
    if not form.is_valid():
        context = {"form": form, "talk": talk}
        return page(request, "talks/cancel.html", context, status=422 if form.errors else 200)
    try:
        talk.cancel(form.cleaned_data["reason"], by=viewer.person, at=viewer.now)
    except AlreadyHeld:
        raise PermissionDenied from None
    messages.success(request, _("Afgezegd. Iedereen krijgt bericht."))
    return redirect(talk)


def _still_to_come(request: Visit, pk: int) -> Talk:
    """What was held, by the clock or by its record, is not moved any more, nor called off."""
    talk = find(request, Talk, to="lead", pk=pk)
    if talk.is_over(request.viewer.now):
        raise PermissionDenied
    return talk
