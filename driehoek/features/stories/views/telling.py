"""Telling something from home: what happened, then to whom; and changing or taking back one's words."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from driehoek.backbone.access.gate import find
from driehoek.backbone.access.viewer import Visit
from driehoek.backbone.moderation.changing import change
from driehoek.base.shell.pages import page, posted, require_form
from driehoek.base.shell.slowing import slow_down, status_of
from driehoek.features.stories.forms import BeginForm, SendForm
from driehoek.features.stories.models import Story
from driehoek.features.stories.telling import STORIES, Sending, attached, begin, subjects


@require_form
def beginning(request: Visit) -> HttpResponse:
    found = subjects(request.viewer)
    if not found:
        raise PermissionDenied
    brought = attached(request.viewer, found, request)
    form = BeginForm(posted(request), request.FILES or None, subjects=found, attached=brought)
    if form.is_bound and not STORIES.allows(str(request.user.pk), now=request.viewer.now):
        slow_down(form, _("Dat zijn veel berichten op een dag. Kom morgen terug."))
    if not form.is_valid():
        return page(request, "stories/begin.html", {"form": form}, status=status_of(form))
    said = form.cleaned_data
    story, refused = begin(form.subject, said["text"], said["photos"], form.voice, request.viewer)
    for sentence in refused:
        messages.warning(request, sentence)
    return redirect("stories:sending", story.pk)


@require_form
def sending(request: Visit, pk: int) -> HttpResponse:
    story = find(request, Story, pk=pk)
    if story.sent_at:
        return redirect(story)
    desk = Sending(find(request, Story, pk=pk, to="send"), request.viewer)
    form = SendForm(posted(request), sending=desk)
    if not form.is_valid():
        shown = {"form": form, "sending": desk}
        return page(request, "stories/send.html", shown, status=status_of(form))
    desk.send(**form.choices)
    messages.success(request, _("Verstuurd."))
    return redirect(story)


@require_form
def editing(request: Visit, pk: int) -> HttpResponse:
    story = find(request, Story, pk=pk, to="remove")
    return change(request, story, said_at=story.sent_at)


@require_form
def removal(request: Visit, pk: int) -> HttpResponse:
    """Asks first; what is gone does not come back."""
    story = find(request, Story, pk=pk, to="remove")
    if request.method != "POST":
        return page(request, "stories/remove.html", {"story": story})
    if story.sent_at:
        story.remove(by=request.user, at=request.viewer.now)
    else:
        story.discard()
    messages.success(request, _("Het bericht is weggehaald."))
    return redirect("stories:list")
