"""Answering to work or to a goal, and taking an answer back."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from driehoek.backbone.access.corners import corner_of
from driehoek.backbone.access.gate import find
from driehoek.backbone.access.viewer import Visit
from driehoek.backbone.media.attaching import Attached
from driehoek.base.core.limits import DAY, Limit
from driehoek.base.shell.pages import page, require_form
from driehoek.base.shell.slowing import slow_down, status_of
from driehoek.features.portfolio.forms import EchoForm
from driehoek.features.portfolio.models import Echo, Goal, Work
from driehoek.features.portfolio.reading import GoalPage, WorkPage

ECHOES = Limit("portfolio.echo", 120, DAY)  # by person


@require_POST
def on_work(request: Visit, student: int, pk: int) -> HttpResponse:
    return answer(request, find(request, Work, pk=pk, student=student, to="answer"))


@require_POST
def on_goal(request: Visit, student: int, pk: int) -> HttpResponse:
    return answer(request, find(request, Goal, pk=pk, student=student, to="answer"))


def answer(request: Visit, thing: Work | Goal) -> HttpResponse:
    form = EchoForm(
        request.POST, attached=Attached(request.viewer, thing.school, request.POST, request.FILES)
    )
    if form.is_valid() and not ECHOES.allows(str(request.user.pk), now=request.viewer.now):
        slow_down(form, _("Dat zijn veel reacties op een dag. Kom morgen terug."), "text")
    if not form.is_valid():
        return again(request, thing, form)
    said = Echo.say(
        thing, form.words, by=request.user, corner=corner_of(request.viewer), at=request.viewer.now,
        attachments=form.attached.rows,
    )  # fmt: skip
    messages.success(request, _("Verstuurd. Je reactie is voor %(name)s.") % {"name": thing.student.name})
    return redirect(said)


def again(request: Visit, thing: Work | Goal, form: EchoForm) -> HttpResponse:
    """The page with what was said and what is wrong with it."""
    status = status_of(form)
    if isinstance(thing, Work):
        work = WorkPage(thing, request.viewer, form)
        return page(request, "portfolio/work.html", {"reading": work, "thing": work.work}, status=status)
    goal = GoalPage(thing, request.viewer, form)
    return page(request, "portfolio/goal.html", {"reading": goal, "thing": goal.goal}, status=status)


@require_form
def removal(request: Visit, pk: int) -> HttpResponse:
    """Asks first; what is gone does not come back."""
    echo = find(request, Echo, pk=pk, to="remove")
    if request.method != "POST":
        return page(request, "portfolio/remove_echo.html", {"echo": echo})
    echo.remove(by=request.user, at=request.viewer.now)
    messages.success(request, _("Je reactie is weggehaald."))
    return redirect(echo)
