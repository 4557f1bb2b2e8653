"""Who comes along: a colleague whom school asks, whoever home brings, and who reads how it is at home."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from driehoek.backbone.access.gate import find
from driehoek.backbone.access.viewer import Visit
from driehoek.base.shell.pages import page, posted, require_form
from driehoek.features.talks.along import who_may_be_asked
from driehoek.features.talks.along_forms import AskAlongForm, BringForm
from driehoek.features.talks.finding import find_talk
from driehoek.features.talks.models import AskedAlong, Companion


@require_form
def asking(request: Visit, pk: int) -> HttpResponse:
    """A colleague beside the talk: only whoever may know this child is offered."""
    talk, viewer = find_talk(request, pk, to="lead"), request.viewer
    if not talk.may_be_prepared(viewer.now):
        raise PermissionDenied
    form = AskAlongForm(posted(request), offered=who_may_be_asked(talk, viewer.today))
    if not form.is_valid():
        context = {"form": form, "talk": talk}
        return page(request, "talks/ask_along.html", context, status=422 if form.errors else 200)
    AskedAlong.ask(talk, form.colleague, form.cleaned_data["reason"], by=viewer.person, at=viewer.now)
    messages.success(request, _("Gevraagd. Iedereen krijgt bericht."))
    return redirect(talk)


@require_POST
def removal(request: Visit, pk: int) -> HttpResponse:
    asked = find(request, AskedAlong, to="remove", pk=pk)
    asked.remove(by=request.viewer.person, at=request.viewer.now)
    messages.success(request, _("Weggehaald. Deze collega leest niets meer van het gesprek."))
    return redirect(asked.talk)


@require_POST
def home(request: Visit, pk: int) -> HttpResponse:
    """Whether this colleague reads how it is at home: each says it for her own."""
    asked, viewer = find(request, AskedAlong, to="open_home", pk=pk), request.viewer
    side = asked.talk.side_of(viewer)
    if side is None:
        raise PermissionDenied
    decide = asked.open_home if request.POST.get("open") == "1" else asked.close_home
    decide(side, by=viewer.person, at=viewer.now)
    return redirect(f"{asked.talk.get_absolute_url()}#wie")


@require_form
def bringing(request: Visit, pk: int) -> HttpResponse:
    talk, viewer = find_talk(request, pk, to="bring"), request.viewer
    side = talk.side_of(viewer)
    if side is None or not talk.may_be_prepared(viewer.now):
        raise PermissionDenied
    form = BringForm(posted(request))
    if not form.is_valid() or not form.bring(side, by=viewer.person, at=viewer.now):
        context = {"form": form, "talk": talk}
        return page(request, "talks/bring.html", context, status=422 if form.errors else 200)
    messages.success(request, _("Staat erbij. Iedereen krijgt bericht."))
    return redirect(talk)


@require_POST
def companion_removal(request: Visit, pk: int) -> HttpResponse:
    companion = find(request, Companion, to="remove", pk=pk)
    companion.remove(by=request.viewer.person, at=request.viewer.now)
    messages.success(request, _("Weggehaald."))
    return redirect(companion.side.talk)
