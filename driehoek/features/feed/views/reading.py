"""Reading a post, looking through its photos, and the posts of a group as its teacher sees them."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from driehoek.backbone.access.gate import find
from driehoek.backbone.access.viewer import Visit
from driehoek.backbone.notifications.brought import brought
from driehoek.base.shell.pages import page
from driehoek.facts.schools.models import Group
from driehoek.features.feed.models import NewsWeek, Post
from driehoek.features.feed.photo_page import Album
from driehoek.features.feed.reading import Reading, whole
from driehoek.features.feed.shelf import Shelf
from driehoek.features.feed.week import WeekPage, with_group


@require_safe
def post(request: Visit, pk: int) -> HttpResponse:
    reading = Reading(find(request, Post, look=whole, pk=pk), request.viewer)
    if not reading.post.is_shared:
        return redirect("feed:sheet", pk)
    reading.leave_mark()
    return page(request, "feed/post.html", {"reading": reading})


@require_safe
def brought_page(request: Visit, pk: int) -> HttpResponse:
    post, day = find(request, Post, pk=pk, to="follow"), request.viewer.today
    numbers = brought(post, to=post.audience.people(day), day=day)
    return page(request, "feed/brought.html", {"post": post, "brought": numbers})


@require_safe
def photos(request: Visit, pk: int) -> HttpResponse:
    album = Album(find(request, Post, pk=pk), request.viewer)
    return page(request, "feed/photos.html", {"album": album})


@require_safe
def week(request: Visit, pk: int) -> HttpResponse:
    about = WeekPage(find(request, NewsWeek, look=with_group, pk=pk), request.viewer)
    return page(request, "feed/week.html", {"about": about})


@require_safe
def mine(request: Visit, pk: int) -> HttpResponse:
    group = find(request, Group, pk=pk, to="work_with")
    return page(request, "feed/mine.html", {"group": group, "shelf": Shelf(group, request.viewer)})
