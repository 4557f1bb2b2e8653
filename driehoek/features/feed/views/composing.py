"""The page on which a teacher makes a post."""

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from driehoek.backbone.access.gate import find
from driehoek.backbone.access.viewer import Visit
from driehoek.base.shell.pages import page
from driehoek.features.feed.desk import Desk, sheet_for
from driehoek.features.feed.models import Post


@require_safe
def compose(request: Visit) -> HttpResponse:
    post = sheet_for(request.viewer, group=request.GET.get("groep", ""))
    if post is None:
        raise PermissionDenied
    return page(request, "feed/compose.html", {"desk": Desk(post, request.viewer)})


@require_http_methods(["GET", "HEAD", "POST"])
def sheet(request: Visit, pk: int) -> HttpResponse:
    post = find(request, Post, pk=pk, to="share")
    if post.is_shared:
        return redirect(post)
    if request.method != "POST":
        return page(request, "feed/compose.html", {"desk": Desk(post, request.viewer)})
    desk = Desk(post, request.viewer, request.POST, request.FILES)
    if desk.save():
        return redirect("feed:sheet", pk)
    return page(request, "feed/compose.html", {"desk": desk}, status=422)


@require_POST
def photo_removal(request: Visit, pk: int, photo: int) -> HttpResponse:
    desk = Desk(find(request, Post, pk=pk, to="edit"), request.viewer, request.POST, request.FILES)
    desk.save()
    desk.drop(photo)
    return redirect("feed:sheet", pk)


@require_http_methods(["GET", "HEAD", "POST"])
def disposal(request: Visit, pk: int) -> HttpResponse:
    """Asks first; what is thrown away does not come back."""
    post = find(request, Post, pk=pk, to="edit")
    if request.method != "POST":
        return page(request, "feed/dispose.html", {"post": post})
    post.discard()
    return redirect("/")
