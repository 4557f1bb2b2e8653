"""The phones and computers on which somebody is signed in, and two small offers after signing in."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from driehoek.backbone.access.gate import find
from driehoek.backbone.access.querysets import rows
from driehoek.backbone.access.viewer import Visit
from driehoek.base.shell.pages import page
from driehoek.features.entry.codes import name_of
from driehoek.features.entry.models import Device
from driehoek.features.entry.signing_in import end_device, end_devices


@require_safe
def devices(request: Visit) -> HttpResponse:
    mine = rows(Device, request.viewer, may="see").filter(expire_date__gt=request.viewer.now)
    context = {
        "devices": mine.order_by("-last_used_on", "-since_on"),
        "this": name_of(request.session.session_key or ""),
    }
    return page(request, "entry/devices.html", context)


@require_POST
def ending(request: Visit, handle: str) -> HttpResponse:
    """ "Niet van mij": from its next request on, that device is a stranger."""
    device = find(request, Device, handle=handle)
    end_device(device, by=request.viewer.person, now=request.viewer.now)
    messages.success(request, _("Dit apparaat is afgemeld."))
    return redirect("entry:devices")


@require_POST
def ending_all(request: Visit) -> HttpResponse:
    end_devices(request.viewer.person, but=request.session.session_key, now=request.viewer.now)
    messages.success(request, _("Alle andere apparaten zijn afgemeld."))
    return redirect("entry:devices")


@require_POST
def offer_passed(request: Visit) -> HttpResponse:
    """Not now, thank you. An offer comes once."""
    request.session.pop("offer", None)
    return redirect("/")
