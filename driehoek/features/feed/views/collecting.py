"""What one group keeps together: its homework and links, and its photos."""

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from driehoek.backbone.access.gate import find
from driehoek.backbone.access.viewer import Visit
from driehoek.base.shell.pages import page
from driehoek.facts.schools.models import Group
from driehoek.features.feed.collection import Collection
from driehoek.features.feed.group_album import GroupAlbum


@require_safe
def homework(request: Visit, pk: int) -> HttpResponse:
    group = find(request, Group, pk=pk, to="visit")
    return page(request, "feed/homework.html", {"found": Collection(group, request.viewer, request.GET)})


@require_safe
def album(request: Visit, pk: int) -> HttpResponse:
    group = find(request, Group, pk=pk, to="visit")
    return page(
        request,
        "feed/group_album.html",
        {"album": GroupAlbum(group, request.viewer, request.GET.get("blad", ""))},
    )
