"""What becomes of a conversation: someone takes it on, and it is done."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from driehoek.backbone.access.gate import find
from driehoek.backbone.access.viewer import Visit
from driehoek.base.shell.pages import page
from driehoek.features.conversations.models import Conversation
from driehoek.features.conversations.reading import Reading, whole
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
    """To one of the team, or to nobody any more; for anybody else it stays as it was."""
    found = find(request, Conversation, pk=pk, to="hear", look=whole)
    viewer, key = request.viewer, request.POST.get("to")
    reading = Reading(found, viewer)
    to = reading.colleague_named(key) if key else None
    if to is None and key != "":
        messages.error(request, _("Kies een collega die dit gesprek leest. Er is niets veranderd."))
        return page(request, "conversations/conversation.html", {"reading": reading}, status=422)
    found.assign(to=to, by=viewer.person, at=viewer.now, told_at=times(viewer, found.school).told_at)
    return redirect(found)
