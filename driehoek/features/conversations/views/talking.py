"""Rather a talk: asked, proposed and agreed."""

import datetime as dt

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from driehoek.backbone.access.gate import find
from driehoek.backbone.access.viewer import Visit
from driehoek.base.core.limits import Limit
from driehoek.base.shell.pages import page, posted, require_form
from driehoek.base.shell.slowing import slow_down, status_of
from driehoek.features.conversations.agreeing import agree, ask_to_talk, propose
from driehoek.features.conversations.forms import ProposalForm, TalkForm
from driehoek.features.conversations.models import Conversation

WISHES = Limit("conversations.talk", 20, dt.timedelta(days=1))  # by person: each is a mail to the team


@require_form
def request(request: Visit, pk: int) -> HttpResponse:
    found = find(request, Conversation, pk=pk, to="talk")
    form = TalkForm(posted(request))
    if form.is_bound and not WISHES.allows(str(request.user.pk), now=request.viewer.now):
        slow_down(form, _("Dat zijn veel berichten op een dag. Kom morgen terug."))
    if form.is_valid():
        ask_to_talk(found, form, request.viewer)
        messages.success(request, _("Gevraagd. School stelt een tijd voor."))
        return redirect(f"{found.get_absolute_url()}#praten")
    context = {"form": form, "conversation": found}
    return page(request, "conversations/talk.html", context, status=status_of(form))


@require_form
def proposal(request: Visit, pk: int) -> HttpResponse:
    found = find(request, Conversation, pk=pk, to="hear")
    form = ProposalForm(posted(request), now=request.viewer.now)
    if form.is_valid():
        propose(found, form, request.viewer)
        return redirect(f"{found.get_absolute_url()}#praten")
    context = {"form": form, "conversation": found}
    return page(request, "conversations/proposal.html", context, status=status_of(form))


@require_POST
def agreement(request: Visit, pk: int) -> HttpResponse:
    """Yes to the proposal that she saw, not to one that came in its place."""
    found = find(request, Conversation, pk=pk, to="talk")
    if agree(found, request.POST.get("proposal", ""), request.viewer):
        messages.success(request, _("Afgesproken."))
    else:
        messages.warning(request, _("Er is een andere tijd. Kijk even."))
    return redirect(f"{found.get_absolute_url()}#praten")
