"""Saying something about a post, and taking it back."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from driehoek.backbone.access.gate import find
from driehoek.backbone.access.viewer import Visit
from driehoek.backbone.moderation.changing import change
from driehoek.base.shell.next_page import came_from
from driehoek.base.shell.pages import page, require_form
from driehoek.base.shell.slowing import status_of
from driehoek.features.feed.forms import CommentForm
from driehoek.features.feed.models import AskMe, Comment, Post
from driehoek.features.feed.reading import Reading, whole
from driehoek.features.feed.speaking import Speaker


@require_POST
def comments(request: Visit, pk: int) -> HttpResponse:
    post = find(request, Post, look=whole, pk=pk, to="comment")
    speaker = Speaker(post, request.viewer)
    form = CommentForm(request.POST, attached=speaker.attached(request.POST, request.FILES))
    speaker.refuse(form)
    if not form.is_valid() or form.cleaned_data["change"]:
        reading = Reading(post, request.viewer, form)
        return page(request, "feed/post.html", {"reading": reading}, status=status_of(form))
    if speaker.should_think_again(form):
        return page(request, "feed/alone.html", {"post": post, "form": form, "speaker": speaker})
    said = speaker.say(form)
    messages.success(request, speaker.confirmation(said))
    return redirect(f"{post.get_absolute_url()}#reactie-{said.pk}")


@require_POST
def reaction(request: Visit, pk: int) -> HttpResponse:
    """Mooi, or no longer: whichever the button said."""
    post = find(request, Post, pk=pk, to="applaud")
    Speaker(post, request.viewer).applaud(request.POST.get("mooi") == "ja")
    return redirect(came_from(request, post.get_absolute_url()))


@require_POST
def ask_me(request: Visit, pk: int) -> HttpResponse:
    """Vraag het mij maar, or not after all: she can always take it back."""
    if request.POST.get("vraag") == "nee":
        find(request, Post, pk=pk)
        AskMe.take_back(pk, by=request.viewer.person)
    else:
        AskMe.say(find(request, Post, pk=pk, to="ask_me").pk, by=request.viewer.person, at=request.viewer.now)
    return redirect(came_from(request, reverse("feed:post", args=[pk])))


@require_form
def editing(request: Visit, pk: int) -> HttpResponse:
    comment = find(request, Comment, pk=pk, to="change")
    if comment.is_private:
        return change(request, comment, said_at=comment.due_at)
    return change(request, comment, said_at=comment.due_at, doubt=Speaker(comment.post, request.viewer).doubt)


@require_form
def removal(request: Visit, pk: int) -> HttpResponse:
    """Asks first; what is gone does not come back."""
    comment = find(request, Comment, pk=pk, to="remove")
    if request.method != "POST":
        return page(request, "feed/remove.html", {"said": comment, "post": comment.post})
    comment.remove(by=request.viewer.person, at=request.viewer.now)
    return redirect(comment.post)
