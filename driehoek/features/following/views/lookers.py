"""Wie ziet wat: the switches of a student, her objection, and who opened her file."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from driehoek.backbone.access.gate import find
from driehoek.backbone.access.querysets import rows
from driehoek.backbone.access.viewer import Visit
from driehoek.base.shell.pages import page, posted, require_form
from driehoek.facts.looking.models import Objection
from driehoek.facts.people.models import Person
from driehoek.features.following import objecting, sharing
from driehoek.features.following.forms import ObjectForm, ShowForm
from driehoek.features.following.looked import looks_at
from driehoek.features.following.lookers import Looker, LookersPage
from driehoek.features.following.proposing import OtherPage


@require_safe
def lookers(request: Visit) -> HttpResponse:
    return page(request, "following/lookers.html", {"about": _mine(request)})


@require_POST
def choice(request: Visit, pk: int) -> HttpResponse:
    """Her switches for one guardian."""
    looker, viewer = _looker(request, pk), request.viewer
    form = ShowForm(request.POST)
    if not form.is_valid() or not looker.hers:
        raise Http404
    chosen = form.cleaned_data["kinds"]
    sharing.show(viewer.person, looker.guardian, chosen, among=looker.hers, at=viewer.now)
    messages.success(request, _("Bewaard."))
    return redirect("following:lookers")


@require_form
def objection(request: Visit, pk: int) -> HttpResponse:
    looker, viewer = _looker(request, pk), request.viewer
    student = find(request, Person, pk=viewer.person.pk, to="object_to_lookers")
    school, form = OtherPage(student, viewer).school, ObjectForm(posted(request))
    if not form.is_valid() or school is None:
        context = {"form": form, "guardian": looker.guardian}
        return page(request, "following/objection.html", context, status=422 if form.errors else 200)
    objecting.object_to(student, looker.guardian, school, form.cleaned_data["reason"], at=viewer.now)
    messages.success(request, _("School leest je bezwaar. Tot die tijd kijkt niemand mee."))
    return redirect("following:lookers")


@require_POST
def objection_ending(request: Visit, pk: int) -> HttpResponse:
    found, viewer = find(request, Objection, pk=pk), request.viewer
    if found.student_id != viewer.person.pk:
        raise PermissionDenied
    objecting.take_back(found, by=viewer.person, at=viewer.now)
    messages.success(request, _("Je bezwaar is ingetrokken."))
    return redirect("following:lookers")


@require_safe
def looked(request: Visit, pk: int) -> HttpResponse:
    child = find(request, Person, pk=pk, to="see_who_looked")
    request.is_unwatched = True  # it says who looked, and nothing out of her file
    context = {"child": child, "looks": looks_at(child, request.viewer)}
    return page(request, "following/looked.html", context)


def _mine(request: Visit) -> LookersPage:
    """Of the student who is here; nobody else has this page."""
    student = rows(Person, request.viewer, may="choose_lookers").filter(pk=request.user.pk).first()
    if student is None:
        raise PermissionDenied
    return LookersPage(student, request.viewer)


def _looker(request: Visit, guardian: int) -> Looker:
    for looker in _mine(request).lookers:
        if looker.guardian.pk == guardian:
            return looker
    raise Http404
