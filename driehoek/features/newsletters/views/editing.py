"""Putting a newsletter together: its sheet, and the blocks on it."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from driehoek.backbone.access.gate import find
from driehoek.backbone.access.viewer import Visit
from driehoek.base.shell.pages import page, posted, require_form
from driehoek.facts.schools.models import School
from driehoek.features.newsletters.desk import Desk, Sheet
from driehoek.features.newsletters.forms import BlockForm, TitleForm
from driehoek.features.newsletters.models import Block, Kind, Newsletter
from driehoek.features.newsletters.sources import sources_of


@require_safe
def newsletters(request: Visit) -> HttpResponse:
    desk = Desk(request.viewer)
    if not desk.schools:
        raise PermissionDenied
    return page(request, "newsletters/list.html", {"desk": desk})


@require_form
def new(request: Visit, pk: int) -> HttpResponse:
    school = find(request, School, pk=pk, to="edit_newsletters")
    form = TitleForm(posted(request))
    if form.is_valid() and form.cleaned_data["token"]:
        said, at = form.cleaned_data, request.viewer.now
        return redirect(Newsletter.begin(school, said["title"], token=said["token"], by=request.user, at=at))
    context = {"form": form, "school": school}
    return page(request, "newsletters/new.html", context, status=422 if form.is_bound else 200)


@require_safe
def sheet(request: Visit, pk: int) -> HttpResponse:
    newsletter = find(request, Newsletter, pk=pk)
    return page(request, "newsletters/sheet.html", {"sheet": Sheet(newsletter, request.viewer)})


@require_form
def title(request: Visit, pk: int) -> HttpResponse:
    newsletter = find(request, Newsletter, pk=pk, to="edit")
    form = TitleForm(posted(request), newsletter=newsletter)
    if form.is_valid():
        newsletter.rename(form.cleaned_data["title"])
        return redirect(newsletter)
    context = {"form": form, "newsletter": newsletter}
    return page(request, "newsletters/title.html", context, status=422 if form.errors else 200)


@require_form
def disposal(request: Visit, pk: int) -> HttpResponse:
    newsletter = find(request, Newsletter, pk=pk, to="edit")
    if request.method == "POST":
        newsletter.discard(by=request.user, at=request.viewer.now)
        messages.success(request, _("Weggegooid."))
        return redirect("newsletters:list")
    return page(request, "newsletters/disposal.html", {"newsletter": newsletter})


@require_form
def new_block(request: Visit, pk: int, kind: str) -> HttpResponse:
    newsletter = find(request, Newsletter, pk=pk, to="add_to")
    if kind not in Kind.values:
        raise Http404
    form = BlockForm(posted(request), newsletter=newsletter, kind=kind, viewer=request.viewer)
    if form.is_valid() and form.cleaned_data["token"]:
        token, at = form.cleaned_data["token"], request.viewer.now
        Block.add(newsletter, kind, form.said, form.tags, token=token, by=request.user, at=at)
        return redirect(newsletter)
    context = {"form": form, "newsletter": newsletter}
    return page(request, "newsletters/block.html", context, status=422 if form.is_bound else 200)


@require_form
def block(request: Visit, pk: int) -> HttpResponse:
    found = find(request, Block, pk=pk, to="edit")
    newsletter, viewer = found.newsletter, request.viewer
    form = BlockForm(posted(request), newsletter=newsletter, kind=found.kind, viewer=viewer, block=found)
    if form.is_valid():
        found.write(form.said, form.tags, at=viewer.now)
        return redirect(newsletter)
    source = sources_of([found], viewer).get(pk)
    context = {"form": form, "newsletter": newsletter, "found": found, "source": source}
    return page(request, "newsletters/block.html", context, status=422 if form.errors else 200)


@require_POST
def moving_up(request: Visit, pk: int) -> HttpResponse:
    found = find(request, Block, pk=pk, to="edit")
    found.move_up()
    return redirect(found.newsletter)


@require_form
def removal(request: Visit, pk: int) -> HttpResponse:
    found = find(request, Block, pk=pk, to="edit")
    if request.method == "POST":
        found.remove(by=request.user, at=request.viewer.now)
        return redirect(found.newsletter)
    return page(request, "newsletters/removal.html", {"found": found})
