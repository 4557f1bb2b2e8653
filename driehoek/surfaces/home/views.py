"""Vandaag, the kitchen table, and what still waits for an answer."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from driehoek.backbone.access.viewer import Visit
from driehoek.base.shell.pages import page
from driehoek.surfaces.home.family import family_of, is_student
from driehoek.surfaces.home.kitchen_table import questions_for
from driehoek.surfaces.home.today import Today
from driehoek.surfaces.home.todo import todos_for


@require_safe
def today(request: Visit) -> HttpResponse:
    if request.viewer.hat == "school":
        return redirect("children:work")
    return page(request, "home/today.html", {"today": Today(request.viewer, request.GET.get("kind", ""))})


@require_safe
def table(request: Visit) -> HttpResponse:
    family = family_of(request.viewer)
    questions = questions_for(request.viewer, family)
    context = {"questions": questions, "family": family, "is_students_own": is_student(request.viewer)}
    return page(request, "home/table.html", context)


@require_safe
def todos(request: Visit) -> HttpResponse:
    return page(request, "home/todos.html", {"todos": todos_for(request.viewer)})
