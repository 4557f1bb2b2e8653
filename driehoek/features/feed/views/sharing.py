"""Putting a post before its readers, and taking it back."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from driehoek.backbone.access.gate import find
from driehoek.backbone.access.viewer import Visit
from driehoek.base.shell.pages import page
from driehoek.features.feed.desk import Desk
from driehoek.features.feed.kept_answers import forget_answers, keep_answers
from driehoek.features.feed.models import Post
from driehoek.features.feed.views.composing import first_draft


@require_POST
def publication(request: Visit, pk: int) -> HttpResponse:
    """Said twice, it is shared once: the draft itself is what makes the second time harmless."""
    post = find(request, Post, pk=pk, to="share")
    if post.is_shared:
        return redirect(post)
    desk = Desk(post, request.viewer, request.POST, request.FILES)
    keep_answers(request.session, post, request.POST)
    if desk.save() and desk.share():
        forget_answers(request.session, post)
        return redirect(post)
    return page(request, "feed/compose.html", {"desk": desk}, status=422)


@require_POST
def first_publication(request: Visit) -> HttpResponse:
    """Shared before anything was saved."""
    return publication(request, first_draft(request).pk)


@require_POST
def undoing(request: Visit, pk: int) -> HttpResponse:
    post = find(request, Post, pk=pk, to="undo")
    post.undo(by=request.viewer.person, at=request.viewer.now)
    messages.success(request, _("Ouders krijgen dit niet. Je kunt het hier veranderen."))
    return redirect("feed:sheet", pk)


@require_POST
def withdrawal(request: Visit, pk: int) -> HttpResponse:
    post = find(request, Post, pk=pk, to="withdraw")
    post.withdraw(by=request.viewer.person, at=request.viewer.now)
    messages.success(request, _("Het bericht is weggehaald."))
    return redirect("/")
