"""Mijn gegevens, the people near a child, and the office that answers."""

import datetime as dt

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.forms import Form
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from driehoek.backbone.access.gate import find
from driehoek.backbone.access.querysets import rows
from driehoek.backbone.access.viewer import Visit
from driehoek.base.core.limits import Limit
from driehoek.base.shell.next_page import next_page
from driehoek.base.shell.pages import page, posted, require_form
from driehoek.base.shell.slowing import slow_down, status_of
from driehoek.facts.people.models import NearPerson, Person
from driehoek.facts.schools.models import School
from driehoek.features.corrections import naming, overview
from driehoek.features.corrections.addressing import AddressForm, as_it_waits
from driehoek.features.corrections.forms import AnswerForm, NearForm, OwnDataForm
from driehoek.features.corrections.models import Correction, Field

CHANGES = Limit("corrections.change", 40, dt.timedelta(days=1))  # by person


@require_form
def own(request: Visit) -> HttpResponse:
    """How school reaches me; what I change here waits for the office."""
    person = rows(Person, request.viewer, may="correct").first()
    if person is None:
        raise PermissionDenied
    form = OwnDataForm(posted(request), initial=overview.as_she_said(request.viewer))
    catch_breath(form, request)
    if not form.is_valid():
        back = next_page(request, reverse("profile:settings"))
        context = {"form": form, "own": overview.OwnData(request.viewer), "back": back}
        return page(request, "corrections/own.html", context, status=status_of(form))
    Correction.propose_all(person, form.changes(person), at=request.viewer.now)
    messages.success(request, _("Bewaard. School geeft antwoord."))
    return redirect(next_page(request, "corrections:own"))


@require_form
def address(request: Visit) -> HttpResponse:
    """Where I live now, for the office to write in its own books. Of who hides, nothing is asked or kept."""
    if not rows(Person, request.viewer, may="tell_address").exists():
        raise PermissionDenied
    person = rows(Person, request.viewer, may="propose_address").first()
    if person is None:
        return page(request, "corrections/by_telephone.html", status=200 if request.method == "GET" else 422)
    return address_of(person, request)


def address_of(person: Person, request: Visit) -> HttpResponse:
    viewer = request.viewer
    waiting = as_it_waits(overview.address_that_waits(viewer))
    form = AddressForm(posted(request), initial=waiting, today=viewer.today)
    catch_breath(form, request)
    if not form.is_valid():
        return page(request, "corrections/address.html", {"form": form}, status=status_of(form))
    day = form.cleaned_data["starts_on"]
    Correction.propose(person, Field.ADDRESS, form.address.words, at=viewer.now, starts_on=day)
    messages.success(request, _("Bewaard. School geeft antwoord."))
    return redirect(next_page(request, "corrections:own"))


@require_form
def near(request: Visit, pk: int) -> HttpResponse:
    """The people whom I named around this child. The other household has a list of its own."""
    child, viewer = find(request, Person, to="report", pk=pk), request.viewer
    form = NearForm(posted(request))
    catch_breath(form, request)
    if form.is_valid():
        try:
            naming.name_near(child, form.cleaned_data, by=viewer.person, at=viewer.now, today=viewer.today)
        except naming.KeptAway:
            form.add_error("name", _("Deze persoon kan hier niet. Bel de school."))
        else:
            messages.success(request, _("Bewaard."))
            return redirect("corrections:near", pk)
    context = {"form": form, "child": child, "people": overview.named_by(viewer, child)}
    return page(request, "corrections/near.html", context, status=status_of(form))


def catch_breath(form: Form, request: Visit) -> None:
    """Each time the office gets a mail; and whoever tries names or numbers gets no further."""
    if form.is_bound and not CHANGES.allows(str(request.user.pk), now=request.viewer.now):
        slow_down(form, _("Dat zijn veel berichten op een dag. Kom morgen terug."))


@require_POST
def near_removal(request: Visit, pk: int) -> HttpResponse:
    found = find(request, NearPerson, to="remove", pk=pk)
    naming.remove_near(found, by=request.viewer.person, at=request.viewer.now)
    messages.success(request, _("Weggehaald."))
    return redirect("corrections:near", found.student_id)


@require_safe
def waiting(request: Visit) -> HttpResponse:
    """What families said is different, for the office."""
    if not rows(School, request.viewer, may="speak_for").exists():
        raise PermissionDenied
    return waiting_page(request, AnswerForm())


def waiting_page(request: Visit, form: AnswerForm) -> HttpResponse:
    context = {"waiting": overview.Waiting(request.viewer), "form": form}
    return page(request, "corrections/waiting.html", context, status=status_of(form))


@require_POST
def answer(request: Visit, pk: int) -> HttpResponse:
    found, form, viewer = (
        find(request, Correction, to="answer", pk=pk),
        AnswerForm(request.POST),
        request.viewer,
    )
    if not form.is_valid():
        return waiting_page(request, form)
    if form.is_yes:
        found.accept(by=viewer.person, at=viewer.now)
    else:
        found.decline(form.cleaned_data["reason"], by=viewer.person, at=viewer.now)
    messages.success(request, _("Gedaan. De ouder krijgt bericht."))
    return redirect("corrections:waiting")


@require_POST
def near_answer(request: Visit, pk: int) -> HttpResponse:
    found = rows(NearPerson, request.viewer, may="decide").filter(pk=pk).first()
    if found is None:
        raise Http404
    form, viewer = AnswerForm(request.POST), request.viewer
    if not form.is_valid():
        return waiting_page(request, form)
    reason = form.cleaned_data["reason"]
    naming.answer_near(found, is_agreed=form.is_yes, reason=reason, by=viewer.person, at=viewer.now)
    messages.success(request, _("Gedaan. De ouder krijgt bericht."))
    return redirect("corrections:waiting")
