"""A face goes only to those around the person; one's own can be chosen and taken away."""

import datetime as dt

from django.contrib import messages
from django.http import FileResponse, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from driehoek.backbone.access.gate import find
from driehoek.backbone.access.viewer import Visit
from driehoek.base.core.limits import Limit
from driehoek.base.core.uploads import ImageRefused
from driehoek.base.shell.pages import page, posted, require_form
from driehoek.base.shell.slowing import slow_down, status_of
from driehoek.facts.people.models import Portrait
from driehoek.features.portraits.forms import FaceForm

FACES = Limit("portraits.face", 20, dt.timedelta(days=1))  # by person: each picture is made anew
FRESH = 60  # seconds a browser may keep it unasked: who may no longer see a face loses it within a minute


@require_safe
def portrait(request: Visit, token: str) -> FileResponse:
    face = find(request, Portrait, token=token)
    response = FileResponse(face.path.open("rb"), content_type="image/webp")
    response["Cache-Control"] = f"private, max-age={FRESH}"
    response["Vary"] = "Cookie"
    response["X-Content-Type-Options"] = "nosniff"
    return response


@require_form
def own(request: Visit) -> HttpResponse:
    form = FaceForm(posted(request), request.FILES or None)
    if form.is_bound and not FACES.allows(str(request.user.pk), now=request.viewer.now):
        slow_down(form, _("Dat zijn veel foto's op een dag. Kom morgen terug."))
    if request.method == "POST" and form.is_valid():
        try:
            form.save(request.user)
        except ImageRefused as refusal:
            form.add_error("picture", str(refusal.sentence))
        else:
            messages.success(request, _("Bewaard."))
            return redirect("portraits:own")
    return page(request, "portraits/own.html", {"form": form}, status=status_of(form))


@require_POST
def removal(request: Visit) -> HttpResponse:
    Portrait.take_away(request.user)
    messages.success(request, _("Je foto is weg."))
    return redirect("portraits:own")
