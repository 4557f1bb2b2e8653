"""The questions of one's classes, and one with its answers."""

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.views.decorators.http import require_safe

from driehoek.backbone.access.gate import find
from driehoek.backbone.access.viewer import Visit
from driehoek.base.shell.pages import page
from driehoek.features.questions.forms import AnswerForm
from driehoek.features.questions.models import Question
from driehoek.features.questions.reading import Questions, Reading


@require_safe
def questions(request: Visit) -> HttpResponse:
    found = Questions(request.viewer, request.GET.get("groep", ""))
    if not found.groups:
        raise PermissionDenied
    return page(request, "questions/list.html", {"questions": found})


@require_safe
def question(request: Visit, pk: int) -> HttpResponse:
    reading = Reading(find(request, Question, pk=pk), request.viewer)
    form = AnswerForm(reading=reading, attached=reading.attached())
    return page(request, "questions/question.html", {"reading": reading, "form": form})
