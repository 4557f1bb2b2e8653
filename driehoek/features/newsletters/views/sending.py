"""Looking at a newsletter as a guardian reads it, and sending it."""

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from driehoek.backbone.access.gate import find
from driehoek.backbone.access.viewer import Visit
from driehoek.base.shell.pages import page
from driehoek.features.newsletters.models import Newsletter
from driehoek.features.newsletters.preview import Preview


@require_safe
def preview(request: Visit, pk: int) -> HttpResponse:
    newsletter = find(request, Newsletter, pk=pk, to="edit_any")
    as_student = "leerling" in request.GET
    looked = Preview(newsletter, request.viewer, request.GET.get("als", ""), as_student=as_student)
    return page(request, "newsletters/preview.html", {"preview": looked, "letter": looked.letter})
