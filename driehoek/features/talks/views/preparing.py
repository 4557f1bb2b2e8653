"""Before the talk: three questions, one on a page, what one likes to add, and "I am ready"."""

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from driehoek.backbone.access.gate import find
from driehoek.backbone.access.viewer import Visit
from driehoek.base.shell.pages import page, posted, require_form
from driehoek.features.talks.models import Answer, Point
from driehoek.features.talks.preparing import LAST, OwnSide, Page, open_side, tell_more
from driehoek.features.talks.preparing_forms import AnswerForm, MoreForm, PointForm
from driehoek.features.talks.views.reading import talk_page


@require_form
def question(request: Visit, pk: int, n: int) -> HttpResponse:
    (talk, side), viewer = open_side(request, pk), request.viewer
    if not 1 <= n <= LAST:
        raise Http404
    about = Page(talk, side, viewer, n)
    spoken = about.attached(request)
    form = AnswerForm(posted(request), question=about.question, answer=about.answer, attached=spoken)
    if not form.is_valid():
        context = {"about": about, "form": form}
        return page(request, "talks/question.html", context, status=422 if form.errors else 200)
    words = {"tiles": form.cleaned_data["tiles"], "words": form.cleaned_data["words"], "voice": form.voice}
    Answer.give(side, about.question, **words, by=viewer.person, at=viewer.now)
    return redirect("talks:own", pk) if about.is_last else redirect("talks:question", pk, n + 1)


@require_form
@transaction.atomic
def own(request: Visit, pk: int) -> HttpResponse:
    """Looked over; for a start talk with what one likes to add."""
    (talk, side), viewer = open_side(request, pk), request.viewer
    form = MoreForm(posted(request), side=side)
    if not form.is_bound or not form.is_valid():
        context = {"about": OwnSide(talk, side, viewer), "form": form}
        return page(request, "talks/own.html", context, status=422 if form.errors else 200)
    tell_more(side, form.answers, form.cleaned_data.get("home", ""), viewer)
    messages.success(request, _("Bewaard."))
    return redirect("talks:own", pk)


@require_POST
def readiness(request: Visit, pk: int) -> HttpResponse:
    (talk, side), viewer = open_side(request, pk), request.viewer
    about = OwnSide(talk, side, viewer)
    if not about.is_complete:
        return redirect("talks:question", pk, about.next_number)
    side.get_ready(by=viewer.person, at=viewer.now)
    messages.success(request, _("Klaar! Tot bij het gesprek."))
    return redirect(talk)


@require_POST
def points(request: Visit, pk: int) -> HttpResponse:
    """Something to talk about: everybody adds what she likes."""
    (talk, side), viewer = open_side(request, pk), request.viewer
    form = PointForm(request.POST, talk=talk, side=side, now=viewer.now)
    if not form.is_valid():
        return talk_page(request, talk, points=form)
    made = form.save(by=viewer.person, at=viewer.now)
    messages.success(request, _("Thuis krijgt nu bericht.") if made.is_serious else _("Staat erbij."))
    return redirect(f"{talk.get_absolute_url()}#punten")


@require_POST
def point_removal(request: Visit, pk: int) -> HttpResponse:
    point = find(request, Point, to="remove", pk=pk)
    point.remove(by=request.viewer.person, at=request.viewer.now)
    return redirect(f"{point.side.talk.get_absolute_url()}#punten")
