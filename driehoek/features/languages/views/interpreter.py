"""Asking for an interpreter, in one tap."""

import datetime as dt

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from driehoek.backbone.access.gate import find
from driehoek.backbone.access.querysets import rows
from driehoek.backbone.access.viewer import Visit
from driehoek.base.core.limits import Limit
from driehoek.base.shell.pages import page
from driehoek.facts.schools.models import School
from driehoek.features.languages.models import InterpreterRequest

ASKED = Limit("languages.interpreter", 10, dt.timedelta(days=1))  # by person: each is a mail to the office


@require_safe
def interpreter(request: Visit) -> HttpResponse:
    return where_to_ask(request)


def where_to_ask(request: Visit, *, too_much: str = "") -> HttpResponse:
    schools = rows(School, request.viewer, may="ask_for_interpreter").order_by("name")
    mine = InterpreterRequest.objects.visible_to(request.viewer).filter(person=request.user)
    asked = {row.school_id: row for row in mine}
    listed = [(school, asked.get(school.pk)) for school in schools]
    shown = {"listed": listed, "too_much": too_much}
    return page(request, "languages/interpreter.html", shown, status=429 if too_much else 200)


@require_POST
def asking(request: Visit, pk: int) -> HttpResponse:
    school = find(request, School, pk=pk, to="ask_for_interpreter")
    if not ASKED.allows(str(request.user.pk), now=request.viewer.now):
        return where_to_ask(request, too_much=_("Dat zijn veel berichten op een dag. Kom morgen terug."))
    InterpreterRequest.ask(school, by=request.user, at=request.viewer.now)
    return redirect("languages:interpreter")


@require_POST
def ending(request: Visit, pk: int) -> HttpResponse:
    """By herself, or by school when it is arranged."""
    asked = find(request, InterpreterRequest, pk=pk, to="end")
    asked.end(by=request.user, at=request.viewer.now)
    return redirect("languages:home" if request.viewer.hat == "school" else "languages:interpreter")
