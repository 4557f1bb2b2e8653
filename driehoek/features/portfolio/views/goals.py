"""Choosing a goal, saying how far one is, changing its words, and reading it."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from driehoek.backbone.access.gate import find
from driehoek.backbone.access.viewer import Visit
from driehoek.backbone.media.attaching import Attached
from driehoek.base.shell.pages import page, posted, require_form
from driehoek.facts.people.models import Person
from driehoek.features.portfolio.adding import group_of
from driehoek.features.portfolio.forms import GoalForm, StepForm
from driehoek.features.portfolio.models import Goal, GoalWhom, usual
from driehoek.features.portfolio.reading import GoalPage


@require_form
def new(request: Visit) -> HttpResponse:
    return new_for(request, request.user.pk)


@require_form
def new_for(request: Visit, student: int) -> HttpResponse:
    child = find(request, Person, pk=student, to="set_goal")
    group = group_of(child, request.viewer.today)
    if group is None:
        raise PermissionDenied
    whom = GoalWhom(usual(child, request.viewer.today))
    attached = Attached(request.viewer, group.school, request.POST, request.FILES)
    form = GoalForm(posted(request), initial={"whom": whom}, attached=attached)
    if not form.is_valid():
        shown = {"form": form, "student": child}
        return page(request, "portfolio/goal_form.html", shown, status=422 if form.errors else 200)
    goal = Goal.choose(child, group, *form.said, voice=form.voice, by=request.user, at=request.viewer.now)
    return redirect(goal)


@require_safe
def goal(request: Visit, student: int, pk: int) -> HttpResponse:
    reading = GoalPage(find(request, Goal, pk=pk, student=student), request.viewer)
    reading.leave_mark()
    return page(request, "portfolio/goal.html", {"reading": reading, "thing": reading.goal})


@require_POST
def step(request: Visit, student: int, pk: int) -> HttpResponse:
    found = find(request, Goal, pk=pk, student=student, to="move")
    form = StepForm(request.POST)
    if not form.is_valid():
        reading = GoalPage(found, request.viewer)
        return page(request, "portfolio/goal.html", {"reading": reading, "thing": reading.goal}, status=422)
    found.move(form.cleaned_data["step"], by=request.user, at=request.viewer.now)
    return redirect(found)


@require_form
def words(request: Visit, student: int, pk: int) -> HttpResponse:
    found = find(request, Goal, pk=pk, student=student, to="change")
    now = {"text": found.text, "help": found.help, "whom": found.whom}
    attached = Attached(request.viewer, found.school, request.POST, request.FILES)
    form = GoalForm(posted(request), initial=now, goal=found, attached=attached)
    if not form.is_valid():
        shown = {"form": form, "student": found.student, "goal": found}
        return page(request, "portfolio/goal_form.html", shown, status=422 if form.errors else 200)
    unspoken = form.cleaned_data.get("unspoken", False)
    found.change(*form.said, voice=form.voice, unspoken=unspoken, by=request.user, at=request.viewer.now)
    messages.success(request, _("Bewaard."))
    return redirect(found)


@require_form
def removal(request: Visit, student: int, pk: int) -> HttpResponse:
    """Asks first; what is gone does not come back."""
    found = find(request, Goal, pk=pk, student=student, to="change")
    if request.method != "POST":
        return page(request, "portfolio/remove_goal.html", {"goal": found})
    found.remove(by=request.user, at=request.viewer.now)
    messages.success(request, _("Het doel is weggehaald."))
    return redirect("portfolio:of_child", student)
