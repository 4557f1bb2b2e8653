"""The office's pages about adults and children. Nobody else at school comes here."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from driehoek.backbone.access.gate import find
from driehoek.backbone.access.querysets import rows
from driehoek.backbone.access.viewer import Visit
from driehoek.base.shell.pages import page, require_form
from driehoek.facts.people.models import Guardianship, Person, Restriction
from driehoek.facts.schools.models import Group
from driehoek.features.guardianships import deciding
from driehoek.features.guardianships.forms import EndForm, GrantForm, ProtectForm, RestrictForm
from driehoek.features.guardianships.overview import (
    colleagues_around,
    file_of,
    groups_of,
    lines_of,
    students_of,
    waiting_for,
)


@require_safe
def waiting(request: Visit) -> HttpResponse:
    groups = groups_of(request.viewer)
    if not groups.exists():
        raise PermissionDenied
    context = {"waiting": waiting_for(request.viewer), "groups": groups}
    return page(request, "guardianships/waiting.html", context)


@require_safe
def group(request: Visit, pk: int) -> HttpResponse:
    group = find(request, Group, to="lead", pk=pk)
    context = {"group": group, "students": students_of(group, request.viewer)}
    return page(request, "guardianships/group.html", context)


@require_safe
def student(request: Visit, pk: int) -> HttpResponse:
    file = file_of(find_student(request, pk))
    context = {"file": file, "lines": lines_of(file, request.viewer)}
    return page(request, "guardianships/student.html", context)


@require_POST
def approval(request: Visit, pk: int) -> HttpResponse:
    link = find(request, Guardianship, to="administer", pk=pk)
    try:
        deciding.approve(link, by=request.viewer.person, now=request.viewer.now)
    except deciding.NeedsGrant:
        return redirect("guardianships:grant", pk=pk)
    return done(request, link.student, _("Deze volwassene mag nu meekijken."))


@require_form
def grant(request: Visit, pk: int) -> HttpResponse:
    link = find(request, Guardianship, to="administer", pk=pk)
    form = GrantForm(request.POST or None, initial={"basis": link.basis})
    if form.is_valid():
        deciding.grant(link, by=request.viewer.person, now=request.viewer.now, **form.cleaned_data)
        return done(request, link.student, _("Deze volwassene ziet nu wat over dit kind gaat."))
    return form_page(request, form, link.student, _("Beperkte toegang geven"), adult=link.guardian)


@require_form
def ending(request: Visit, pk: int) -> HttpResponse:
    link = find(request, Guardianship, to="administer", pk=pk)
    form = EndForm(request.POST or None, initial={"on": request.viewer.today})
    if form.is_valid():
        deciding.end(link, by=request.viewer.person, now=request.viewer.now, **form.cleaned_data)
        return done(request, link.student, _("Het meekijken eindigt op die dag."))
    return form_page(request, form, link.student, _("Meekijken beëindigen"), adult=link.guardian)


@require_form
def restriction(request: Visit, pk: int) -> HttpResponse:
    child = find_student(request, pk)
    today = {"starts_on": request.viewer.today}
    form = RestrictForm(request.POST or None, adults=file_of(child).adults, initial=today)
    if form.is_valid():
        deciding.restrict(child, by=request.viewer.person, now=request.viewer.now, **form.cleaned_data)
        return done(request, child, _("De beperking staat erin."))
    return form_page(request, form, child, _("Beperking invoeren"))


@require_form
def lifting(request: Visit, pk: int) -> HttpResponse:
    limit = find(request, Restriction, to="administer", pk=pk)
    form = EndForm(request.POST or None, initial={"on": request.viewer.today})
    if form.is_valid():
        deciding.lift(limit, by=request.viewer.person, now=request.viewer.now, **form.cleaned_data)
        return done(request, limit.student, _("De beperking eindigt op die dag."))
    return form_page(request, form, limit.student, _("Beperking beëindigen"), adult=limit.adult)


@require_form
def protection(request: Visit, pk: int) -> HttpResponse:
    file, viewer = file_of(find_student(request, pk)), request.viewer
    known = {"basis": file.protection.basis if file.protection else "", "readers": file.readers}
    form = ProtectForm(request.POST or None, colleagues=colleagues_around(viewer), initial=known)
    if form.is_valid():
        deciding.protect(file.student, by=viewer.person, now=viewer.now, **form.cleaned_data)
        return done(request, file.student, _("Dit kind is nu afgeschermd."))
    return form_page(request, form, file.student, _("Kind afschermen"))


def find_student(request: Visit, pk: int) -> Person:
    """A child of the viewer's school, whether or not she may read about her otherwise."""
    child = rows(Person, request.viewer, may="guard").filter(pk=pk).first()
    if child is None:
        raise Http404
    return child


def done(request: Visit, child: Person, words: str) -> HttpResponse:
    messages.success(request, words)
    return redirect("guardianships:student", pk=child.pk)


def form_page(
    request: Visit, form: object, child: Person, title: str, *, adult: Person | None = None
) -> HttpResponse:
    context = {"form": form, "student": child, "title": title, "adult": adult}
    return page(request, "guardianships/form.html", context, status=422 if request.POST else 200)
