"""Writing an urgent notice, following it, and reading it."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from driehoek.backbone.access.gate import find
from driehoek.backbone.access.querysets import rows
from driehoek.backbone.access.viewer import Visit
from driehoek.backbone.translation.reading import put_in_words
from driehoek.base.core import clock
from driehoek.base.shell.pages import page, posted, require_form
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import School
from driehoek.features.alerts import public_page
from driehoek.features.alerts.following import Following
from driehoek.features.alerts.forms import AlertForm
from driehoek.features.alerts.middleware import for_anybody
from driehoek.features.alerts.models import Alert, Call
from driehoek.features.alerts.preview import Preview
from driehoek.features.alerts.sending import send, withdraw


@require_form
def new(request: Visit, pk: int) -> HttpResponse:
    """Filled in; then what it says and whom it reaches; then out."""
    school = find(request, School, pk=pk, to="alarm")
    form = AlertForm(posted(request), school=school, now=request.viewer.now)
    if not form.is_valid() or "change" in request.POST:
        context = {"form": form, "school": school}
        return page(request, "alerts/new.html", context, status=422 if form.errors else 200)
    if "send" in request.POST:
        return redirect(send(school, form, request.viewer))
    return page(request, "alerts/check.html", {"preview": Preview(school, form, request.viewer)})


@require_safe
def earlier(request: Visit) -> HttpResponse:
    """What was sent before, by each school she leads."""
    schools = list(rows(School, request.viewer, may="alarm").order_by("name"))
    if not schools:
        raise PermissionDenied
    sent = list(
        Alert.objects.where(request.viewer, may="follow").select_related("school").order_by("-at")[:50]
    )
    put_in_words(sent, now=request.viewer.now)
    return page(request, "alerts/earlier.html", {"schools": schools, "sent": sent})


@require_safe
def alert(request: Visit, pk: int) -> HttpResponse:
    found = find(request, Alert, pk=pk)
    put_in_words([found], now=request.viewer.now)
    context: dict[str, object] = {"alert": found, "is_running": found.is_running(request.viewer.now)}
    if found.allows(request.viewer, "follow"):
        context |= {
            "following": Following(found, request.viewer),
            "public": public_page.path_of(found.school),
        }
    return page(request, "alerts/alert.html", context)


@require_safe
def progress(request: Visit, pk: int) -> HttpResponse:
    """How far it is, and nothing else: asked every few seconds."""
    found = find(request, Alert, pk=pk, to="follow")
    return page(request, "alerts/_progress.html", {"following": Following(found, request.viewer)})


@require_form
def withdrawal(request: Visit, pk: int) -> HttpResponse:
    found = find(request, Alert, pk=pk, to="follow")
    if request.method == "POST":
        withdraw(found, request.viewer)
        messages.success(request, _("Ingetrokken. Iedereen die het kreeg, hoort dat nu."))
        return redirect(found)
    put_in_words([found], now=request.viewer.now)
    return page(request, "alerts/withdrawal.html", {"alert": found})


@require_safe
def calls(request: Visit, pk: int) -> HttpResponse:
    """Whom it did not reach, with their telephones."""
    found = find(request, Alert, pk=pk, to="follow")
    put_in_words([found], now=request.viewer.now)
    return page(request, "alerts/calls.html", {"following": Following(found, request.viewer)})


@require_POST
def call(request: Visit, pk: int, person: int) -> HttpResponse:
    found = find(request, Alert, pk=pk, to="follow")
    called = rows(Person, request.viewer, may="reach").filter(pk=person).first()
    if called is None:
        raise Http404
    Call.note(found, called, by=request.viewer.person, at=request.viewer.now)
    return redirect("alerts:calls", pk)


@login_not_required
@require_safe
def public(request: HttpRequest, address: str) -> HttpResponse:
    """The middleware answers before; this is for a school of which the page was never written."""
    html = public_page.unwritten(address, clock.now())
    if html is None:
        raise Http404
    return for_anybody(html)
