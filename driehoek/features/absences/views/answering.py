"""Answers of home: better again or still ill, and why a child is not there."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from driehoek.backbone.access.gate import find
from driehoek.backbone.access.viewer import Visit
from driehoek.base.shell.next_page import next_page
from driehoek.base.shell.pages import page, require_form
from driehoek.features.absences.addressing import wording
from driehoek.features.absences.explaining import WHYS, explain, whys_of
from driehoek.features.absences.models import Absence, MorningQuestion


@require_POST
def recovery(request: Visit, pk: int) -> HttpResponse:
    """Better: at school again from the next school day, or today when school has not begun."""
    absence = find(request, Absence, pk=pk, to="answer")
    back_on = absence.back_on(request.viewer.now)
    absence.recover(back_on, by=request.viewer.person, at=request.viewer.now)
    messages.success(request, _("Fijn! School weet het."))
    return redirect(next_page(request, absence.get_absolute_url()))


@require_form
def morning(request: Visit, pk: int) -> HttpResponse:
    """The mail leads here; the answer is one of two buttons."""
    question = find(request, MorningQuestion, pk=pk)
    said = request.POST.get("answer")
    if said not in ("better", "ill"):
        is_open = MorningQuestion.objects.visible_to(request.viewer).open(request.viewer.today)
        context = {"question": question, "is_open": is_open.filter(pk=pk).exists()}
        return page(request, "absences/morning.html", context, status=422 if request.POST else 200)
    question.answer(still_ill=said == "ill", by=request.viewer.person, at=request.viewer.now)
    words = _("Beterschap! School weet het.") if said == "ill" else _("Fijn! School weet het.")
    messages.success(request, words)
    return redirect(next_page(request))


@require_form
def explanation(request: Visit, pk: int) -> HttpResponse:
    """School misses a child: one tap says why."""
    absence = find(request, Absence, pk=pk, to="answer")
    why = request.POST.get("why")
    if why not in WHYS:
        viewer = request.viewer
        is_now = absence.starts_with(viewer.today) and not absence.is_over(viewer.now)
        words = {"words": wording(absence, viewer.today), "whys": whys_of(absence, viewer.now)}
        context = {"absence": absence, "is_now": is_now} | words
        return page(request, "absences/explain.html", context, status=422 if request.POST else 200)
    explain(absence, why, by=request.viewer.person, at=request.viewer.now)
    messages.success(request, _("Bedankt. School weet het."))
    return redirect(next_page(request))
