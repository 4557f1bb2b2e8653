"""Saying who is on a photo of a post: optional, and only for the families of who is named."""

from django.http import HttpResponse
from django.shortcuts import redirect

from driehoek.backbone.access.gate import find
from driehoek.backbone.access.viewer import Visit
from driehoek.backbone.media.models import Photo
from driehoek.base.shell.pages import page, posted, require_form
from driehoek.features.feed.models import Post
from driehoek.features.feed.who_is_on_it import WhoIsOnIt


@require_form
def names(request: Visit, pk: int, photo: int) -> HttpResponse:
    post, kept = find(request, Post, pk=pk), find(request, Photo, pk=photo, to="keep")
    who = WhoIsOnIt(post, kept, request.viewer, posted(request))
    if request.method == "POST" and who.save():
        return redirect(who.address)
    return page(request, "feed/names.html", {"who": who}, status=422 if who.form.errors else 200)
