"""The page that says what stays of somebody who asks to be forgotten."""

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from driehoek.backbone.access.viewer import Visit
from driehoek.base.shell.pages import page
from driehoek.features.retention.staying import what_stays


@require_safe
def staying(request: Visit) -> HttpResponse:
    return page(request, "retention/staying.html", {"stays": what_stays(request.viewer)})
