"""A child asks to be asked something, and looks back on her week. Views find, ask, answer."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from driehoek.backbone.access.gate import find
from driehoek.backbone.access.viewer import Visit
from driehoek.base.shell.pages import page, posted, require_form
from driehoek.features.kitchen.forms import ReflectionForm, WishForm
from driehoek.features.kitchen.models import Reflection, Wish
from driehoek.features.kitchen.own_corner import OwnCorner


@require_form
def wish(request: Visit) -> HttpResponse:
    corner = OwnCorner(request.viewer)
    if corner.child is None:
        raise PermissionDenied
    attached = corner.attached(request.POST, request.FILES)
    form = WishForm(posted(request), choices=corner.choices, attached=attached)
    if not form.is_valid():
        status = 422 if form.errors else 200
        return page(request, "kitchen/wish.html", {"form": form, "corner": corner}, status=status)
    words, picked = form.said
    Wish.ask(corner.child, corner.school, words, picked=picked, voice=form.voice, at=request.viewer.now)
    messages.success(request, _("Je vraag ligt deze week bovenaan op tafel."))
    return redirect("home:table")


@require_POST
def wish_removal(request: Visit, pk: int) -> HttpResponse:
    find(request, Wish, pk=pk, to="take_back").take_back(at=request.viewer.now)
    messages.success(request, _("Je vraag is weg. Je kunt een andere kiezen."))
    return redirect("kitchen:wish")


@require_form
def reflection(request: Visit) -> HttpResponse:
    corner = OwnCorner(request.viewer)
    if corner.child is None:
        raise PermissionDenied
    form = ReflectionForm(posted(request), attached=corner.attached(request.POST, request.FILES))
    if not form.is_valid():
        status = 422 if form.errors else 200
        return page(request, "kitchen/reflection.html", {"form": form, "corner": corner}, status=status)
    said, asked = form.cleaned_data, corner.looks_back_on.key
    given = Reflection.give(
        corner.child, corner.school, asked, said["text"].strip(),
        for_teacher=said["for_teacher"], voice=form.voice, at=request.viewer.now,
    )  # fmt: skip
    messages.success(request, _("Bewaard. Thuis kunnen ze het nu lezen of horen."))
    return redirect(given)


@require_POST
def reflection_removal(request: Visit, pk: int) -> HttpResponse:
    find(request, Reflection, pk=pk, to="take_back").take_back(at=request.viewer.now)
    messages.success(request, _("Je antwoord is weg."))
    return redirect("kitchen:reflection")
