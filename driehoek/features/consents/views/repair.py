"""The teacher's repair list: photos that are hidden because a child may no longer be shown."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext
from django.views.decorators.http import require_POST, require_safe

from driehoek.backbone.access.gate import find
from driehoek.backbone.access.querysets import rows
from driehoek.backbone.access.viewer import Visit
from driehoek.backbone.media.checking import cover, say_absent
from driehoek.backbone.media.models import PhotoHold
from driehoek.base.shell.pages import page
from driehoek.facts.people.models import Person
from driehoek.features.consents.forms import KiteForm, RepairForm
from driehoek.features.consents.repairs import drawn_size, others_hidden, repairable, repairs


@require_safe
def repair(request: Visit) -> HttpResponse:
    holds = repairable(request.viewer).filter(lifted_at=None)
    context = {"repairs": repairs(holds), "others": others_hidden(request.viewer)}
    return page(request, "consents/repair.html", context)


@require_POST
def repaired(request: Visit, student: int) -> HttpResponse:
    """The same for all photos that were chosen. What somebody else repaired meanwhile needs nothing more."""
    holds = repairable(request.viewer).filter(student=student).select_related("photo", "student")
    if not (holds.exists() or rows(Person, request.viewer, may="know").filter(pk=student).exists()):
        raise Http404
    form = RepairForm(request.POST, holds=holds)
    if form.is_valid():
        form.save(by=request.viewer.person, at=request.viewer.now)
        messages.success(request, gettext("Gedaan. De lijst is bijgewerkt."))
    else:
        messages.error(request, gettext("Kies eerst één of meer foto's."))
    return redirect("consents:repair")


def find_hold(request: Visit, pk: int) -> PhotoHold:
    """As if it were not there when it is about a child whom she may not know."""
    hold = find(request, PhotoHold, pk=pk)
    if not repairable(request.viewer).filter(pk=hold.pk).exists():
        raise Http404
    return hold


def cover_face(request: Visit, pk: int) -> HttpResponse:
    """The picture is the button: where it is tapped, a kite comes."""
    hold = find_hold(request, pk)
    width, height = drawn_size(hold.photo)
    form = KiteForm(request.POST or None, width=width, height=height)
    if request.method == "POST" and form.is_valid():
        me, now = request.viewer.person, request.viewer.now
        cover(hold.photo, hold.student, form.disc(), by=me, at=now, done=False)
        return redirect("consents:cover", pk)
    context = {"hold": hold, "form": form, "width": width, "height": height}
    return page(request, "consents/cover.html", context, status=422 if form.errors else 200)


@require_POST
def covered(request: Visit, pk: int) -> HttpResponse:
    """Someone looked at the kites and says: she is not to be seen any more."""
    hold = find_hold(request, pk)
    say_absent(hold.photo, hold.student, by=request.viewer.person, at=request.viewer.now)
    messages.success(request, gettext("Gedaan. De foto is weer te zien."))
    return redirect("consents:repair")
