"""What is kept together: homework, links and photos of one group, and the photos with one child."""

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from driehoek.backbone.access.gate import find
from driehoek.backbone.access.viewer import Visit
from driehoek.base.shell.pages import page
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import Group
from driehoek.features.feed.albums import ChildAlbum, GroupAlbum
from driehoek.features.feed.collection import Collection


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


@require_safe
def with_child(request: Visit, pk: int) -> HttpResponse:
    child = find(request, Person, pk=pk, to="look_for_photos_of")
    request.is_unwatched = True  # these are posts
    album = ChildAlbum(child, request.viewer, request.GET.get("blad", ""))
    return page(request, "feed/child_album.html", {"album": album})
