"""Looking at work: one's own, that of a child, and one piece of it."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from driehoek.backbone.access.closed import shut_to
from driehoek.backbone.access.gate import find
from driehoek.backbone.access.viewer import Visit
from driehoek.base.shell.pages import page
from driehoek.facts.people.models import Person
from driehoek.features.portfolio.models import Work
from driehoek.features.portfolio.reading import Portfolio, WorkPage


@require_safe
def mine(request: Visit) -> HttpResponse:
    """Her own work, and what home said since she was here."""
    student = find(request, Person, pk=request.user.pk, to="add_work")
    return page(request, "portfolio/mine.html", {"portfolio": _portfolio(student, request)})


@require_safe
def of_child(request: Visit, student: int) -> HttpResponse:
    child = find(request, Person, pk=student)
    if child == request.user:
        return redirect("portfolio:mine")
    context = {"portfolio": _portfolio(child, request), "shut": shut_to(child, request.viewer)}
    return page(request, "portfolio/of_child.html", context)


def _portfolio(student: Person, request: Visit) -> Portfolio:
    return Portfolio(student, request.viewer, request.GET.get("blad", ""))


@require_safe
def work(request: Visit, student: int, pk: int) -> HttpResponse:
    reading = WorkPage(find(request, Work, pk=pk, student=student), request.viewer)
    reading.leave_mark()
    return page(request, "portfolio/work.html", {"reading": reading, "thing": reading.work})
