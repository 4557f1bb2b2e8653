"""The colleagues of a school and their way in; and the page on which a colleague begins."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from driehoek.backbone.access.gate import find
from driehoek.backbone.access.querysets import rows
from driehoek.backbone.access.viewer import Visit
from driehoek.backbone.notifications.channels.outcome import NotDelivered
from driehoek.base.core.clock import day_of
from driehoek.base.shell.pages import page, require_form
from driehoek.facts.schools.models import Appointment, School
from driehoek.features.entry.codes import typed
from driehoek.features.entry.colleagues import colleagues_of, mail_to_colleague, show_to_office
from driehoek.features.entry.forms import NewPasswordForm
from driehoek.features.entry.limits import UNKNOWN_LETTERS, allowed, is_spent
from driehoek.features.entry.models import StaffInvitation
from driehoek.features.entry.moments import moment_of
from driehoek.features.entry.newcomers import is_overtaken
from driehoek.features.entry.opening import is_closed_to_passwords
from driehoek.features.entry.providers import providers
from driehoek.features.entry.second_factor import enter_to_set_up, start_anew
from driehoek.features.entry.secrecy import without_traces


@require_safe
def colleagues(request: Visit) -> HttpResponse:
    if not rows(School, request.viewer, may="administer").exists():
        raise PermissionDenied
    return page(request, "entry/colleagues.html", {"colleagues": colleagues_of(request.viewer)})


@require_POST
def colleague_invitation(request: Visit, pk: int) -> HttpResponse:
    """A new link, by mail or, for a newcomer, on the screen. The school never sees a password."""
    job = find(request, Appointment, to="invite", pk=pk)
    if "mail" not in request.POST:
        code = show_to_office(job, request.viewer)
        return page(request, "entry/colleague_link.html", {"person": job.person, "code": code})
    try:
        mail_to_colleague(job, request.viewer)
        messages.success(request, _("De mail is weg."))
    except NotDelivered:
        messages.error(request, _("De mail ging niet weg. Kijk of het e-mailadres klopt."))
    return redirect("entry:colleagues")


@login_not_required
@require_form
@without_traces
def staff_start(request: HttpRequest, code: str) -> HttpResponse:
    """Choose a password; the second factor comes right after it."""
    now = moment_of(request)
    if is_spent(UNKNOWN_LETTERS, request, now=now):
        return page(request, "entry/too_often.html", status=429)
    invitation = StaffInvitation.by_code(typed(code), now=now)
    if invitation is None or is_overtaken(invitation):
        allowed(UNKNOWN_LETTERS, request, now=now)  # counts
        return page(request, "entry/staff_stop.html", status=404)
    if is_closed_to_passwords(invitation.person, day=day_of(now)):
        return page(request, "entry/only_work_account.html", {"providers": providers()}, status=403)
    form = NewPasswordForm(request.POST or None, person=invitation.person)
    if form.is_valid() and start_anew(invitation, form.cleaned_data["password"], now=now):
        enter_to_set_up(request, invitation.person, now=now)
        return redirect("mfa_index")
    return page(request, "entry/staff_start.html", {"form": form}, status=422 if form.errors else 200)
