"""Onze afspraak over meekijken: reading it, signing, saying no, and agreeing on something else."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from driehoek.backbone.access.gate import find
from driehoek.backbone.access.viewer import Visit
from driehoek.base.shell.pages import page, posted, require_form
from driehoek.facts.looking.models import LookAlong
from driehoek.facts.people.models import Person
from driehoek.features.following import agreeing, stepping, worrying
from driehoek.features.following.agreed import AgreementPage, objections, side_of
from driehoek.features.following.forms import DeclineForm, ExtraForm, OtherForm
from driehoek.features.following.proposing import OtherPage, close_to


@require_safe
def agreement(request: Visit, pk: int) -> HttpResponse:
    child = find(request, Person, pk=pk)
    return page(request, "following/agreement.html", {"about": AgreementPage(child, request.viewer)})


@require_form
def other(request: Visit, pk: int) -> HttpResponse:
    child = find(request, Person, pk=pk, to="agree_on_looking")
    asked = OtherPage(child, request.viewer)
    if asked.school is None or not asked.guardians:
        raise PermissionDenied
    form = OtherForm(posted(request), moments=asked.moments, guardians=asked.guardians)
    if not form.is_valid():
        context = {"form": form, "child": child, "moments": asked.moments}
        return page(request, "following/other.html", context, status=422 if form.errors else 200)
    asked.propose(form.chosen, form.plan, form.cleaned_data["reason"])
    messages.success(request, _("Voorgesteld. Het geldt als alle drie ja zeggen."))
    return redirect("following:agreement", pk=pk)


@require_form
def extra(request: Visit, pk: int) -> HttpResponse:
    child, viewer = find(request, Person, pk=pk, to="look_extra"), request.viewer
    objected = {objection.guardian_id for objection in objections(child, viewer)}
    form = ExtraForm(posted(request), guardians=close_to(child, viewer), objected=objected)
    if not form.is_valid():
        context = {"form": form, "child": child}
        return page(request, "following/extra.html", context, status=422 if form.errors else 200)
    said = {"reason": form.cleaned_data["reason"], "by": viewer.person, "at": viewer.now}
    if worrying.look_closer(child, form.chosen, **said, today=viewer.today) is None:
        raise PermissionDenied  # she objected just now
    messages.success(request, _("Begonnen. De leerling en de ouder krijgen bericht."))
    return redirect("following:agreement", pk=pk)


@require_POST
def signature(request: Visit, pk: int) -> HttpResponse:
    found, viewer = find(request, LookAlong, pk=pk), request.viewer
    side = side_of(found, viewer)
    if found.signatures.filter(side=side, by=viewer.person).exists():  # the same form, sent twice
        return redirect("following:agreement", pk=found.student_id)
    found = find(request, LookAlong, pk=pk, to="sign")
    if agreeing.sign(found, side, by=viewer.person, at=viewer.now):
        messages.success(request, _("Je bent akkoord. Dat is bewaard."))
    else:
        messages.info(request, _("Dit voorstel kan niet meer. Doe een nieuw voorstel."))
    return redirect("following:agreement", pk=found.student_id)


@require_form
def refusal(request: Visit, pk: int) -> HttpResponse:
    found, viewer = find(request, LookAlong, pk=pk, to="sign"), request.viewer
    form = DeclineForm(posted(request))
    if not form.is_valid():
        context = {"form": form, "child": found.student}
        return page(request, "following/refusal.html", context, status=422 if form.errors else 200)
    said = {"reason": form.cleaned_data["reason"], "by": viewer.person, "at": viewer.now}
    agreeing.decline(found, side_of(found, viewer), **said)
    messages.success(request, _("Bewaard. Er verandert nu niets."))
    return redirect("following:agreement", pk=found.student_id)


@require_POST
def step(request: Visit, pk: int) -> HttpResponse:
    found, viewer = find(request, LookAlong, pk=pk, to="step"), request.viewer
    if request.POST.get("answer") not in ("further", "stay"):
        raise Http404
    is_further = request.POST["answer"] == "further"
    if stepping.answer(found, side_of(found, viewer), viewer, is_further=is_further):
        messages.success(request, _("Je antwoord is bewaard."))
    else:
        messages.info(request, _("Deze stap is al begonnen."))
    return redirect("following:agreement", pk=found.student_id)
