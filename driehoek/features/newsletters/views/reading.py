"""What somebody at home got: her letters, and one of them."""

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from driehoek.backbone.access.gate import find
from driehoek.backbone.access.viewer import Visit
from driehoek.backbone.notifications.inbox import mark_read
from driehoek.base.shell.pages import page
from driehoek.features.newsletters.archive import Archive, letter_of
from driehoek.features.newsletters.models import Copy


@require_safe
def archive(request: Visit) -> HttpResponse:
    return page(request, "newsletters/archive.html", {"archive": Archive(request.viewer)})


@require_safe
def copy(request: Visit, pk: int) -> HttpResponse:
    found = find(request, Copy, pk=pk)
    mark_read(request.viewer, found)
    return page(request, "newsletters/copy.html", {"copy": found, "letter": letter_of(found, request.viewer)})
