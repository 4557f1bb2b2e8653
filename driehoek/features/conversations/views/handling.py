"""What becomes of a conversation: someone takes it on, and it is done."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from driehoek.backbone.access.gate import find
from driehoek.backbone.access.viewer import Visit
from driehoek.features.conversations.models import Conversation
from driehoek.features.conversations.reading import Reading
from driehoek.features.conversations.speaking import times


@require_POST
def closing(request: Visit, pk: int) -> HttpResponse:
    """Done, or no longer: whichever the button said."""
    found = find(request, Conversation, pk=pk, to="reply")
    if request.POST.get("klaar") == "nee":
        found.reopen()
    else:
        found.finish(by=request.viewer.person, at=request.viewer.now)
    return redirect(found)


@require_POST
def assignment(request: Visit, pk: int) -> HttpResponse:
    """To one of the team, or to nobody any more."""
    found = find(request, Conversation, pk=pk, to="hear")
    viewer = request.viewer
    to = Reading(found, viewer).colleague_named(request.POST.get("to", ""))
    found.assign(to=to, by=viewer.person, at=viewer.now, told_at=times(viewer, found.school).told_at)
    return redirect(found)
