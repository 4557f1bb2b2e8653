"""Two taps, for a parent or a student."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from driehoek.backbone.access.gate import find
from driehoek.backbone.access.viewer import Visit
from driehoek.base.shell.pages import page, posted, require_form
from driehoek.features.pulse.answering import Answering, with_round
from driehoek.features.pulse.models import Side


@require_form
def answer(request: Visit, pk: int) -> HttpResponse:
    said = posted(request)
    answering = Answering(find(request, Side, look=with_round, pk=pk), request.viewer, said)
    if thanks := answering.take() if said is not None else "":
        messages.success(request, thanks)
        return redirect(answering.side)
    status = 200 if said is None else 422 if answering.is_open else 403
    return page(request, "pulse/answer.html", {"answering": answering, "side": answering.side}, status=status)
