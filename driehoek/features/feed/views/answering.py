"""Answering with one tap: a poll, or that one does not get it."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from driehoek.backbone.access.gate import find
from driehoek.backbone.access.viewer import Visit
from driehoek.base.shell.pages import page
from driehoek.base.shell.slowing import slow_down, status_of
from driehoek.features.feed.forms import WhyForm
from driehoek.features.feed.models import Poll, Post
from driehoek.features.feed.reading import Reading, whole
from driehoek.features.feed.speaking import Speaker


@require_POST
def poll_answer(request: Visit, pk: int) -> HttpResponse:
    poll = find(request, Poll, pk=pk, to="answer")
    option = next((o for o in poll.options.all() if str(o.pk) == request.POST.get("option")), None)
    if option and poll.answer(option, by=request.viewer.person, at=request.viewer.now):
        messages.success(request, _("Je keuze is bewaard."))
    elif option:
        messages.info(request, _("De peiling is dicht."))
    return redirect(f"{poll.post.get_absolute_url()}#peiling")


@require_POST
def explanation(request: Visit, pk: int) -> HttpResponse:
    post = find(request, Post, look=whole, pk=pk, to="ask_why")
    speaker = Speaker(post, request.viewer)
    form = WhyForm(request.POST, attached=speaker.attached(request.POST, request.FILES))
    if form.is_valid() and (why := speaker.why_not_now()):
        slow_down(form, why, "text")
    if not form.is_valid():
        context = {"reading": Reading(post, request.viewer), "why": form}
        return page(request, "feed/post.html", context, status=status_of(form))
    speaker.ask_why(form)
    messages.success(request, speaker.sent_to(request.user))
    return redirect(f"{post.get_absolute_url()}#gesprek")
