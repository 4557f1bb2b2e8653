"""Hearing a thing: for whoever may read it at this moment, and for nobody else."""

from django.http import Http404, HttpResponse, HttpResponseBase
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from driehoek.backbone.access.gate import find
from driehoek.backbone.access.viewer import Visit
from driehoek.backbone.media.sending import send
from driehoek.backbone.speech.listening import Listener, TooOften
from driehoek.backbone.speech.texts import WHOLE, model_of


@require_safe
def listen(request: Visit, label: str, pk: int, part: str = WHOLE) -> HttpResponseBase:
    model = model_of(label)
    if model is None:
        raise Http404
    thing = find(request, model, pk=pk)
    try:
        path = Listener(request.viewer).hear(thing, part=part, wanted=request.GET.get("taal", ""))
    except TooOften:
        return HttpResponse(_("Je luisterde heel vaak. Wacht tien minuten."), "text/plain", 429)
    if path is None:
        raise Http404
    kind = "audio/mp4" if path.endswith("m4a") else "audio/wav"
    return send(request, path, content_type=kind, filename=f"luister.{path[-3:]}", download=False)
