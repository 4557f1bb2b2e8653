"""Vandaag, the kitchen table, and what still waits for an answer."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from driehoek.backbone.access.parts import read
from driehoek.backbone.access.querysets import rows
from driehoek.backbone.access.viewer import Viewer, Visit
from driehoek.backbone.notifications.alone import alone, no_answer
from driehoek.backbone.notifications.digests.doors import table_of
from driehoek.backbone.notifications.letter import known
from driehoek.base.core import clock
from driehoek.base.shell.next_page import next_page
from driehoek.base.shell.pages import page, require_form
from driehoek.facts.people.models import Person
from driehoek.features.kitchen.models import Talked
from driehoek.surfaces.home.family import Child, family_of, is_student
from driehoek.surfaces.home.first_steps import FirstSteps
from driehoek.surfaces.home.kitchen_table import table_for
from driehoek.surfaces.home.mailed_table import Asked, MailedTable
from driehoek.surfaces.home.today import Today
from driehoek.surfaces.home.todo import todos_for


@require_safe
def today(request: Visit) -> HttpResponse:
    if request.viewer.hat == "school":
        return redirect("children:work")
    return page(request, "home/today.html", {"today": Today(request.viewer, request.GET.get("kind", ""))})


@require_safe
def table(request: Visit) -> HttpResponse:
    if request.viewer.hat == "school":
        return redirect("children:work")
    laid = table_for(request.viewer, family_of(request.viewer))
    return page(request, "home/table.html", {"table": laid, "is_students_own": is_student(request.viewer)})


@require_POST
def talked(request: Visit, key: str) -> HttpResponse:
    """Wij praatten, or not after all; of a question that lies on her own table."""
    lying = table_for(request.viewer, family_at_table(request)).find(key)
    if lying is None:
        messages.info(request, _("Deze vraag ligt niet meer op tafel."))
    elif request.POST.get("gepraat") == "nee":
        Talked.take_back(key, lying.children, by=request.viewer.person)
    else:
        Talked.say(key, lying.children, by=request.viewer.person, at=request.viewer.now)
    return redirect(next_page(request, reverse("home:table")))


@login_not_required
@require_form
def mailed_table(request: HttpRequest, token: str) -> HttpResponse:
    """The questions of one digest, for who holds it. GET changes nothing; POST needs the form of it."""
    held = table_of(token, clock.now())
    if held is None:
        return no_answer(request)
    viewer, laid = held
    with translation.override(known(viewer.person.language)):
        table = MailedTable(viewer, laid)
        if not table.questions:
            return no_answer(request)
        if asked := table.find(request.POST.get("key", "")):
            tick(asked, viewer, is_talked=request.POST.get("gepraat") != "nee")
            return redirect(request.path)
        status = 422 if request.POST else 200
        return alone(request, viewer.person, "home/mailed_table.html", {"table": table}, status=status)


def tick(asked: Asked, viewer: Viewer, *, is_talked: bool) -> None:
    if is_talked:
        Talked.say(asked.key, asked.children, by=viewer.person, at=viewer.now)
    else:
        Talked.take_back(asked.key, asked.children, by=viewer.person)


def family_at_table(request: Visit) -> list[Child]:
    if not rows(Person, request.viewer, may="talk_with").exists():
        raise PermissionDenied
    return family_of(request.viewer)


@require_safe
def todos(request: Visit) -> HttpResponse:
    waiting = read(todos_for(request.viewer, family_of(request.viewer)))
    return page(request, "home/todos.html", {"todos": waiting})


@require_safe
def first_steps(request: Visit) -> HttpResponse:
    """What is done and what is open for who is new; it can be skipped, and looked up later."""
    if request.viewer.hat == "school":
        return redirect("children:work")
    steps = FirstSteps(request.viewer)
    if not steps.open and request.session.get("offer") == "begin":
        del request.session["offer"]
    return page(request, "home/first_steps.html", {"steps": steps})
