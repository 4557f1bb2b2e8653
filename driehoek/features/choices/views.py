"""Choosing how one hears of school, and what a school sends to all."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, resolve_url
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from driehoek.backbone.access.gate import find
from driehoek.backbone.access.querysets import rows
from driehoek.backbone.access.viewer import Viewer, Visit
from driehoek.backbone.letterbox.models import Complaint
from driehoek.backbone.notifications.came import what_came
from driehoek.backbone.notifications.channels.keys import public_key
from driehoek.backbone.notifications.digests.gathering import ask_again
from driehoek.backbone.notifications.digests.moments import digest_time_of
from driehoek.backbone.notifications.models import HouseRule, PushSubscription, SchoolBrevity
from driehoek.base.shell.agents import kind_of
from driehoek.base.shell.next_page import next_page
from driehoek.base.shell.pages import page, posted, require_form
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import School
from driehoek.features.choices.forms import DigestTimeForm, PhoneForm, RoadsForm
from driehoek.features.choices.kinds import KindsForm
from driehoek.features.choices.mailbox import mailbox_of
from driehoek.features.choices.offers import OffersForm
from driehoek.features.choices.scope import decided_for, places_of


@require_form
def own(request: Visit) -> HttpResponse:
    back = next_page(request, "profile:settings")
    form = RoadsForm(posted(request), viewer=request.viewer)
    if form.is_valid():
        form.save()
        return _kept(request, back)
    context = {"form": form, "back": resolve_url(back)} | known_of(request.viewer)
    return page(request, "choices/own.html", context, status=422 if form.errors else 200)


def known_of(viewer: Viewer) -> dict[str, object]:
    """What stands around the form: where mail comes, what was called unwanted, which browsers ring, when
    what is collected comes."""
    return {
        "address": mailbox_of(viewer),
        "unwanted": Complaint.objects.visible_to(viewer).standing(),
        "time": digest_time_of(viewer.person),
        "phones": rows(PushSubscription, viewer, may="see").filter(ended_at=None).order_by("since"),
        "key": public_key(),
    }


@require_POST
def phone(request: Visit) -> HttpResponse:
    """A browser says that it may be rung, and again whenever it comes by."""
    form, viewer = PhoneForm(request.POST), request.viewer
    if not form.is_valid():
        return HttpResponse(status=422)
    if form.is_off:
        return HttpResponse(status=410)
    if form.is_former:  # it gets the one of now, to begin anew with
        return HttpResponse(public_key(), status=409, content_type="text/plain")
    form.save(viewer.person, kind=kind_of(request.headers.get("User-Agent", "")), at=viewer.now)
    return HttpResponse(status=204) if form.cleaned_data["again"] else redirect("choices:own")


@require_POST
def phone_ending(request: Visit, pk: int) -> HttpResponse:
    phone = find(request, PushSubscription, pk=pk)
    phone.end(by=request.viewer.person, at=request.viewer.now)
    messages.success(request, _("Dit apparaat krijgt geen meldingen meer."))
    return redirect("choices:own")


@require_safe
def came(request: Visit) -> HttpResponse:
    return page(request, "choices/came.html", {"came": what_came(request.viewer)})


@require_form
def digest_time(request: Visit) -> HttpResponse:
    form = DigestTimeForm(posted(request), person=request.viewer.person)
    if form.is_valid():
        form.save()
        return _kept(request, "choices:own")
    return page(request, "choices/digest_time.html", {"form": form}, status=422 if form.errors else 200)


@require_form
def kinds(request: Visit) -> HttpResponse:
    form = KindsForm(posted(request), viewer=request.viewer)
    return _kinds(request, form, "")


@require_form
def of_child(request: Visit, pk: int) -> HttpResponse:
    child = find(request, Person, pk=pk, to="hear_of")
    form = KindsForm(posted(request), viewer=request.viewer, student=child)
    return _kinds(request, form, child.name)


@require_form
def of_school(request: Visit, pk: int) -> HttpResponse:
    school, viewer = find(request, School, pk=pk, to="hear_of"), request.viewer
    decided = decided_for(viewer, school)
    form = KindsForm(posted(request), viewer=viewer, school=school, decided=decided)
    return _kinds(request, form, school.name)


def _kinds(request: Visit, form: KindsForm, place: str) -> HttpResponse:
    if form.is_valid():
        form.save()
        return _kept(request, "choices:kinds")
    context = {"form": form, "place": place, "places": places_of(request.viewer)}
    return page(request, "choices/kinds.html", context, status=422 if form.errors else 200)


def _kept(request: Visit, page: str) -> HttpResponse:
    """What was collected for her is asked again: she may want it sooner by now, or not at all."""
    ask_again(request.viewer.person, at=request.viewer.now)
    messages.success(request, _("Bewaard."))
    return redirect(page)


@require_safe
def schools(request: Visit) -> HttpResponse:
    found = list(rows(School, request.viewer, may="choose_news").order_by("name"))
    if not found:
        raise PermissionDenied
    return page(request, "choices/schools.html", {"schools": found})


@require_form
def offers(request: Visit, pk: int) -> HttpResponse:
    school, viewer = find(request, School, pk=pk, to="choose_news"), request.viewer
    form = OffersForm(posted(request), school=school)
    if form.is_valid():
        HouseRule.decide(school, form.offers, by=viewer.person, at=viewer.now)
        SchoolBrevity.decide(school, in_full=form.cleaned_data["in_full"], by=viewer.person, at=viewer.now)
        messages.success(request, _("Bewaard."))
        return redirect("choices:schools")
    return page(
        request, "choices/offers.html", {"form": form, "school": school}, status=422 if form.errors else 200
    )
