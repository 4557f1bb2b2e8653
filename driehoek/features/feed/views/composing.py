"""The page on which a teacher makes a post."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from driehoek.backbone.access.gate import find
from driehoek.backbone.access.viewer import Visit
from driehoek.base.shell.pages import page, require_form
from driehoek.features.feed.beginning import draft_of, sheet_for
from driehoek.features.feed.desk import Desk
from driehoek.features.feed.kept_answers import keep_answers, kept_answers
from driehoek.features.feed.models import Post


@require_form
def compose(request: Visit) -> HttpResponse:
    """Looking leaves nothing behind; the first thing that is sent makes a draft."""
    if request.method == "POST":
        return sheet(request, first_draft(request).pk)
    asked = request.GET
    place = f"group-{asked['groep']}" if "groep" in asked else asked.get("voor", "")
    post = sheet_for(request.viewer, place=place, kind=asked.get("soort", ""))
    if post is None:
        raise PermissionDenied
    return show(request, post)


def first_draft(request: Visit) -> Post:
    """Of the empty sheet that was sent; sent twice, still one."""
    post = draft_of(request.POST.get("begun", ""), request.viewer)
    if post is None:
        raise PermissionDenied
    return post


def show(request: Visit, post: Post) -> HttpResponse:
    desk = Desk(post, request.viewer, kept=kept_answers(request.session, post))
    return page(request, "feed/compose.html", {"desk": desk})


@require_form
def sheet(request: Visit, pk: int) -> HttpResponse:
    post = find(request, Post, pk=pk, to="share")
    if post.is_shared:
        return redirect(post)
    if request.method != "POST":
        return show(request, post)
    keep_answers(request.session, post, request.POST)
    desk = Desk(post, request.viewer, request.POST, request.FILES)
    if desk.save():
        return redirect(desk.landing)
    return page(request, "feed/compose.html", {"desk": desk}, status=422)


@require_POST
def photo_removal(request: Visit, pk: int, photo: int) -> HttpResponse:
    desk = Desk(find(request, Post, pk=pk, to="edit"), request.viewer, request.POST, request.FILES)
    keep_answers(request.session, desk.post, request.POST)
    desk.save()
    desk.drop(photo)
    return redirect("feed:sheet", pk)


@require_POST
def file_removal(request: Visit, pk: int, attachment: int) -> HttpResponse:
    desk = Desk(find(request, Post, pk=pk, to="edit"), request.viewer, request.POST, request.FILES)
    keep_answers(request.session, desk.post, request.POST)
    desk.save()
    desk.drop_file(attachment)
    return redirect("feed:sheet", pk)


@require_form
def disposal(request: Visit, pk: int) -> HttpResponse:
    """Asks first; what is thrown away does not come back."""
    post = find(request, Post, pk=pk, to="edit")
    if request.method != "POST":
        return page(request, "feed/dispose.html", {"post": post})
    post.discard()
    messages.success(request, _("Het concept is weggegooid."))
    return redirect("/")
