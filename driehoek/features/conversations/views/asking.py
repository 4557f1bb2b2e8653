"""Beginning: a question from home, or a colleague who writes home."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from driehoek.backbone.access.gate import find
from driehoek.backbone.access.viewer import Visit
from driehoek.backbone.notifications.alone import alone, no_answer
from driehoek.backbone.notifications.digests.doors import asker_of
from driehoek.backbone.notifications.letter import known
from driehoek.base.core import clock
from driehoek.base.shell.pages import page, posted, require_form
from driehoek.base.shell.slowing import slow_down, status_of
from driehoek.facts.people.models import Person
from driehoek.features.conversations.asking import Asking
from driehoek.features.conversations.forms import TEXT
from driehoek.features.conversations.leave import at_work
from driehoek.features.conversations.plain_language import LOOKS, level_of
from driehoek.features.conversations.speaking import SAID
from driehoek.features.conversations.speaking import ask as begin
from driehoek.features.conversations.writing import Writer


@require_form
def ask(request: Visit) -> HttpResponse:
    if request.viewer.hat == "school":
        return redirect("conversations:inbox")
    begins = request.method != "POST" or "begin" in request.POST  # perhaps with words typed elsewhere
    said, files = (None, None) if begins else (request.POST, request.FILES)
    asking = Asking(request.viewer, request.GET, said, files, begun=request.POST.get("text", ""))
    if asking.form.is_valid():
        begun = begin(asking.form, request.viewer)
        messages.success(request, asking.confirmation)
        return redirect(begun)
    return page(request, "conversations/ask.html", {"asking": asking}, status=status_of(asking.form))


@login_not_required
@require_form
def mailed_ask(request: HttpRequest, token: str) -> HttpResponse:
    """The same from a link in her digest, in words alone. GET changes nothing; POST needs the form of it."""
    viewer = asker_of(token, clock.now())
    if viewer is None:
        return no_answer(request)
    with translation.override(known(viewer.person.language)):
        asking = Asking(viewer, QueryDict(), posted(request), None)
        if not asking.addresses:
            return no_answer(request)
        if asking.form.is_valid():
            begin(asking.form, viewer)
            return redirect(f"{request.path}?gevraagd")
        context = {"asking": asking, "is_said": "gevraagd" in request.GET}
        status = status_of(asking.form)
        return alone(request, viewer.person, "conversations/mailed_ask.html", context, status=status)


@require_form
def write(request: Visit, pk: int) -> HttpResponse:
    writer = Writer.of(request.viewer, find(request, Person, pk=pk, to="know"))
    if writer is None:
        raise PermissionDenied
    form = writer.form(posted(request), request.FILES)
    if form.is_valid() and not SAID["school"].allows(str(request.user.pk), now=request.viewer.now):
        slow_down(form, _("Dat zijn veel berichten op een dag. Kom morgen terug."), "text")
    if form.is_valid() and LOOKS not in request.POST:
        begun = writer.write(form)
        messages.success(request, _("Verstuurd. Ieder leest het in een eigen gesprek."))
        return redirect(begun[0])
    level = level_of(request.POST.get("text", ""), request.viewer)
    context = {"form": form, "writer": writer, "level": level}
    return page(request, "conversations/write.html", context, status=status_of(form))


@require_POST
def level(request: Visit) -> HttpResponse:
    """For a script: how these words read. Nothing is kept of them."""
    at_work(request.viewer)
    found = level_of(request.POST.get("text", "")[:TEXT], request.viewer)
    return page(request, "conversations/level.html", {"level": found})
