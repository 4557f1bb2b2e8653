"""The photos that stand with a block, and the question who is on them."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from driehoek.backbone.access.gate import find
from driehoek.backbone.access.viewer import Visit
from driehoek.base.shell.pages import page, posted, require_form
from driehoek.features.newsletters.illustrating import Illustrating
from driehoek.features.newsletters.models import Block


@require_form
def photos(request: Visit, pk: int) -> HttpResponse:
    """Photos are kept as they come; the button says that the question is answered."""
    desk = Illustrating(
        find(request, Block, pk=pk, to="illustrate"), request.viewer, posted(request), request.FILES
    )
    if request.method == "POST" and desk.save():
        if not desk.is_answered:
            return redirect("newsletters:photos", pk)
        if desk.answer():
            return redirect(desk.block.newsletter)
    return page(request, "newsletters/photos.html", {"desk": desk}, status=422 if desk.wrong else 200)


@require_POST
def photo_removal(request: Visit, pk: int, photo: int) -> HttpResponse:
    desk = Illustrating(find(request, Block, pk=pk, to="illustrate"), request.viewer, request.POST)
    desk.save()
    desk.drop(photo)
    return redirect("newsletters:photos", pk)
