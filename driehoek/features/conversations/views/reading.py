"""The list of conversations, one of them, and saying something in it."""

from django.contrib import messages as told
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from driehoek.backbone.access.gate import find
from driehoek.backbone.access.viewer import Visit
from driehoek.backbone.media.attaching import Attached
from driehoek.backbone.moderation.changing import change
from driehoek.base.shell.pages import page, require_form
from driehoek.base.shell.slowing import slow_down, status_of
from driehoek.features.conversations.forms import SayForm
from driehoek.features.conversations.inbox import Inbox
from driehoek.features.conversations.models import Conversation, Message
from driehoek.features.conversations.plain_language import LOOKS
from driehoek.features.conversations.reading import Reading, whole
from driehoek.features.conversations.speaking import say, why_not_now


@require_safe
def inbox(request: Visit) -> HttpResponse:
    shown = Inbox(request.viewer, which=request.GET.get("lijst", ""), skip=request.GET.get("vanaf", ""))
    return page(request, "conversations/inbox.html", {"inbox": shown})


@require_safe
def conversation(request: Visit, pk: int) -> HttpResponse:
    found = find(request, Conversation, pk=pk, look=whole)
    reading = Reading(found, request.viewer, before=request.GET.get("voor", ""))
    reading.leave_mark()
    return page(request, "conversations/conversation.html", {"reading": reading})


@require_POST
def messages(request: Visit, pk: int) -> HttpResponse:
    """The right to answer is asked here anew: it may have ended since the page was opened."""
    found = find(request, Conversation, pk=pk, to="reply", look=whole)
    attached = Attached(request.viewer, found.school, request.POST, request.FILES)
    form = SayForm(request.POST, attached=attached)
    reading = Reading(found, request.viewer, form=form)
    looks = LOOKS in request.POST
    if reading.is_open and form.is_valid() and not looks and (why := why_not_now(request.viewer)):
        slow_down(form, why, "text")
    if looks or not reading.is_open or not form.is_valid():
        status = status_of(form) if reading.is_open else 422
        return page(request, "conversations/conversation.html", {"reading": reading}, status=status)
    said = say(found, form, request.viewer)
    return redirect(said)


@require_POST
def taking_back(request: Visit, pk: int) -> HttpResponse:
    said = find(request, Message, pk=pk, to="take_back")
    talk = said.conversation
    talk.take_back(said, by=request.viewer.person, at=request.viewer.now)
    told.success(request, _("Je bericht is niet verstuurd."))
    still_there = talk.allows(request.viewer, "see")
    return redirect(talk if still_there else "conversations:inbox")


@require_form
def rewording(request: Visit, pk: int) -> HttpResponse:
    said = find(request, Message, pk=pk, to="change")
    return change(request, said, said_at=said.due_at)


@require_form
def withdrawal(request: Visit, pk: int) -> HttpResponse:
    """Asks first; what is taken back does not come back."""
    said = find(request, Message, pk=pk, to="withdraw")
    if request.method != "POST":
        return page(request, "conversations/withdraw.html", {"said": said})
    said.conversation.withdraw(said, by=request.viewer.person, at=request.viewer.now)
    told.success(request, _("Je bericht is teruggenomen."))
    return redirect(said)
