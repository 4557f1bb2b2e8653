"""Whom the leaders of a school ask to put its newsletters together."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from driehoek.backbone.access.gate import find
from driehoek.backbone.access.viewer import Visit
from driehoek.base.shell.pages import page, posted, require_form
from driehoek.facts.schools.models import School
from driehoek.features.newsletters.editorial import EditorForm, editors_of
from driehoek.features.newsletters.models import Editor


@require_form
def editors(request: Visit, pk: int) -> HttpResponse:
    school = find(request, School, pk=pk, to="speak_for")
    form = EditorForm(posted(request), school=school, day=request.viewer.today)
    if form.is_valid():
        Editor.ask(school, form.cleaned_data["person"], by=request.user, at=request.viewer.now)
        return redirect("newsletters:editors", pk)
    context = {"form": form, "school": school, "editors": editors_of(school, request.viewer)}
    return page(request, "newsletters/editors.html", context, status=422 if form.errors else 200)


@require_POST
def ending(request: Visit, pk: int) -> HttpResponse:
    editor = find(request, Editor, pk=pk, to="keep")
    editor.thank(by=request.user, at=request.viewer.now)
    return redirect("newsletters:editors", editor.school_id)
