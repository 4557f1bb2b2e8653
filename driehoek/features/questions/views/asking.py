"""Asking the parents of a class, and answering."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from driehoek.backbone.access.gate import find
from driehoek.backbone.access.viewer import Visit
from driehoek.base.shell.pages import page, posted, require_form
from driehoek.base.shell.slowing import status_of
from driehoek.features.questions.asking import Asking
from driehoek.features.questions.forms import AnswerForm, AskForm
from driehoek.features.questions.models import Question
from driehoek.features.questions.reading import Reading


@require_form
def asking(request: Visit) -> HttpResponse:
    desk = Asking(request.viewer, request.GET.get("groep", ""))
    if not desk.is_parent:
        raise PermissionDenied
    form = AskForm(posted(request), asking=desk, attached=desk.attached(request.POST, request.FILES))
    if not form.is_valid() or form.cleaned_data["change"]:
        shown = {"form": form, "asking": desk}
        return page(request, "questions/ask.html", shown, status=status_of(form))
    if form.should_think_again:
        child = desk.child_in(form.chosen)
        return page(request, "questions/alone.html", {"form": form, "child": child})
    said = form.cleaned_data
    question = desk.ask(said["text"], to=form.chosen, accepts=said.get("accepts", False), voice=form.voice)
    messages.success(request, _("Gevraagd. Ouders van de klas lezen het."))
    return redirect(question)


@require_POST
def answering(request: Visit, pk: int) -> HttpResponse:
    reading = Reading(find(request, Question, pk=pk), request.viewer)
    form = AnswerForm(request.POST, reading=reading, attached=reading.attached(request.POST, request.FILES))
    if not form.is_valid():
        shown = {"reading": reading, "form": form}
        return page(request, "questions/question.html", shown, status=status_of(form))
    said = form.cleaned_data
    answer = reading.answer(
        said["text"],
        accepts=said["accepts"],
        voice=form.voice,
        hurry=said["reason"] if said["urgent"] else "",
    )
    messages.success(request, reading.confirmation(answer))
    return redirect(answer)
