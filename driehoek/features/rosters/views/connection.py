"""The school joins the system of its roster, tries it, fetches now, or stops."""

import datetime as dt

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from driehoek.backbone.access.gate import find
from driehoek.backbone.access.viewer import Visit
from driehoek.base.core.limits import Limit, TooMuch
from driehoek.base.shell.pages import page, posted, require_form
from driehoek.facts.schools.joining.fetching import try_out
from driehoek.facts.schools.models import School
from driehoek.facts.schools.roster_import.reading.rest import KINDS
from driehoek.features.rosters.connecting import ConnectionForm, last_runs
from driehoek.features.rosters.jobs import fetch
from driehoek.features.rosters.models import Connection, Run

ASKED = Limit("rosters.asked", 40, dt.timedelta(days=1))  # by connection


@require_form
def connection(request: Visit, pk: int) -> HttpResponse:
    school = find(request, School, to="administer", pk=pk)
    before = Connection.objects.visible_to(request.viewer).filter(school=school).first()
    form = ConnectionForm(posted(request), before=before)
    if form.is_valid():
        secret, now = form.cleaned_data["secret"], request.viewer.now
        made = Connection.set_up(school, form.said, secret=secret, by=request.user, at=now)
        return _tried(request, made)
    context = {"form": form, "school": school, "connection": before, "runs": last_runs(before)}
    return page(request, "rosters/connection.html", context, status=422 if form.errors else 200)


def _tried(request: Visit, made: Connection) -> HttpResponse:
    if why_not := try_out(made, KINDS):
        messages.warning(request, why_not)
    else:
        messages.success(request, _("Het werkt. Haal de gegevens nu op, of wacht een uur."))
    return redirect("rosters:connection", made.school_id)


@require_POST
def fetching(request: Visit, pk: int) -> HttpResponse:
    found = _measured(request, pk)
    Run.ask(found, by=request.user, now=request.viewer.now)
    fetch.enqueue(found.pk)
    messages.success(request, _("Wij halen de gegevens op. Kijk over een paar minuten wat er verandert."))
    return redirect("rosters:connection", pk)


@require_POST
def trying(request: Visit, pk: int) -> HttpResponse:
    return _tried(request, _measured(request, pk))


def _measured(request: Visit, pk: int) -> Connection:
    """A server of somebody else is asked no more often than a person would."""
    found = find(request, Connection, to="keep", school__pk=pk)
    if not ASKED.allows(str(found.pk), now=request.viewer.now):
        raise TooMuch
    return found


@require_POST
def removal(request: Visit, pk: int) -> HttpResponse:
    found = find(request, Connection, to="keep", school__pk=pk)
    found.remove(by=request.user, at=request.viewer.now)
    messages.success(request, _("De koppeling is weg. Wie er al was, blijft."))
    return redirect("rosters:home")
