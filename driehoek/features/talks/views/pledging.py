"""What was agreed: said at the table, confirmed by all three, and how it went."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from driehoek.backbone.access.gate import find
from driehoek.backbone.access.viewer import Visit
from driehoek.base.shell.next_page import next_page
from driehoek.base.shell.pages import page, posted, require_form
from driehoek.features.talks.agreed import PledgePage
from driehoek.features.talks.finding import find_pledge, find_talk
from driehoek.features.talks.forms import ChangeForm, PledgeForm
from driehoek.features.talks.models import Pledge
from driehoek.features.talks.views.reading import talk_page


@require_POST
def pledges(request: Visit, pk: int) -> HttpResponse:
    """Another sentence, at the table or after it."""
    talk, viewer = find_talk(request, pk, to="lead"), request.viewer
    form = PledgeForm(request.POST, talk=talk, today=viewer.today)
    if not form.is_valid():
        return talk_page(request, talk, form)
    said = form.cleaned_data
    made = Pledge.agree(talk, form.doer, said["words"], until=said["until"], by=viewer.person, at=viewer.now)
    side = talk.side_of(viewer)
    if side:
        made.confirm(side, by=viewer.person, at=viewer.now)
    return redirect(f"{talk.get_absolute_url()}#afspraken")


@require_safe
def pledge(request: Visit, pk: int) -> HttpResponse:
    found = find_pledge(request, pk)
    return page(request, "talks/pledge.html", {"about": PledgePage(found, request.viewer)})


@require_POST
def confirmation(request: Visit, pk: int) -> HttpResponse:
    """Her own yes; or, by school, that of the child who sits beside her."""
    found, viewer = find_pledge(request, pk, to="follow"), request.viewer
    side = PledgePage(found, viewer).side_for(request.POST.get("side", ""))
    if side is None:
        raise PermissionDenied
    found.confirm(side, by=viewer.person, at=viewer.now)
    messages.success(request, _("Fijn. De afspraak staat."))
    return redirect(next_page(request, found.get_absolute_url()))


@require_POST
def outcome(request: Visit, pk: int) -> HttpResponse:
    found = find(request, Pledge, pk=pk)
    if found.is_open:
        find(request, Pledge, to="follow", pk=pk).finish(by=request.viewer.person, at=request.viewer.now)
        messages.success(request, _("Mooi! Iedereen van het gesprek ziet het."))
    return redirect(next_page(request, found.get_absolute_url()))


@require_form
def change(request: Visit, pk: int) -> HttpResponse:
    """Another day or another sentence; all three say yes again."""
    found, viewer = find_pledge(request, pk, to="follow"), request.viewer
    form = ChangeForm(posted(request), today=viewer.today, pledge=found)
    if not form.is_valid():
        context = {"form": form, "pledge": found, "doer": PledgePage(found, viewer).doer}
        return page(request, "talks/change.html", context, status=422 if form.errors else 200)
    made = found.change(**form.cleaned_data, by=viewer.person, at=viewer.now)
    side = made.talk.side_of(viewer)
    if side and made.pk != found.pk:
        made.confirm(side, by=viewer.person, at=viewer.now)
    return redirect(made)
