"""Reading what families told, and showing it in the circle."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from driehoek.backbone.access.gate import find
from driehoek.backbone.access.viewer import Visit
from driehoek.base.shell.pages import page
from driehoek.facts.schools.models import Group
from driehoek.features.stories.circle import Circle
from driehoek.features.stories.models import Story
from driehoek.features.stories.reading import Stories, card_of


@require_safe
def stories(request: Visit) -> HttpResponse:
    found = Stories(request.viewer, request.GET.get("groep", ""))
    return page(request, "stories/list.html", {"stories": found})


@require_safe
def story(request: Visit, pk: int) -> HttpResponse:
    found = find(request, Story, pk=pk)
    if found.sent_at is None:
        return redirect("stories:sending", pk)
    card = card_of(found, request.viewer)
    may_edit = card.is_mine and found.allows(request.viewer, "edit")
    return page(request, "stories/story.html", {"card": card, "story": card.story, "may_edit": may_edit})


@require_safe
def circle(request: Visit, pk: int) -> HttpResponse:
    group = find(request, Group, pk=pk, to="gather")
    shown = Circle(group, request.viewer, request.GET.get("bericht", ""))
    return page(request, "stories/circle.html", {"circle": shown})


@require_POST
def showing(request: Visit, pk: int) -> HttpResponse:
    found = find(request, Story, pk=pk, to="show")
    found.show(by=request.user, at=request.viewer.now)
    after = request.POST.get("after", "")
    return redirect(
        f"{reverse('stories:circle', args=[found.group_id])}?bericht={after if after.isdigit() else pk}"
    )
