"""A question that is solved, and words that are changed or taken back."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from driehoek.backbone.access.gate import find
from driehoek.backbone.access.viewer import Visit
from driehoek.backbone.moderation.changing import change
from driehoek.base.shell.pages import page, require_form
from driehoek.features.questions.asking import doubt
from driehoek.features.questions.models import Answer, Question


@require_POST
def closing(request: Visit, pk: int) -> HttpResponse:
    """Solved, or asked anew: whichever the button said."""
    again = request.POST.get("again") == "ja"
    question = find(request, Question, pk=pk, to="reopen" if again else "close")
    act = question.reopen if again else question.close
    act(by=request.user, at=request.viewer.now)
    messages.success(request, _("De vraag staat weer open.") if again else _("Fijn dat het gelukt is."))
    return redirect(question)


@require_form
def question_edit(request: Visit, pk: int) -> HttpResponse:
    question = find(request, Question, pk=pk, to="remove")
    return change(
        request,
        question,
        said_at=question.asked_at,
        doubt=lambda words: doubt(words, question, request.viewer),
    )


@require_form
def question_removal(request: Visit, pk: int) -> HttpResponse:
    """Asks first; what is gone does not come back."""
    question = find(request, Question, pk=pk, to="remove")
    if request.method != "POST":
        return page(request, "questions/remove.html", {"said": question})
    question.remove(by=request.user, at=request.viewer.now)
    messages.success(request, _("Je vraag is weggehaald."))
    return redirect("questions:list")


@require_form
def answer_edit(request: Visit, pk: int) -> HttpResponse:
    answer = find(request, Answer, pk=pk, to="remove")
    return change(request, answer, said_at=answer.due_at)


@require_form
def answer_removal(request: Visit, pk: int) -> HttpResponse:
    """Asks first; what is gone does not come back."""
    answer = find(request, Answer, pk=pk, to="remove")
    if request.method != "POST":
        return page(request, "questions/remove.html", {"said": answer})
    answer.remove(by=request.user, at=request.viewer.now)
    messages.success(request, _("Je antwoord is weggehaald."))
    return redirect(answer.question)
