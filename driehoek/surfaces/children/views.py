"""A page per child; for staff, the group and its pupils."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from driehoek.backbone.access.gate import find
from driehoek.backbone.access.querysets import rows
from driehoek.backbone.access.viewer import BY_CARD, Visit
from driehoek.base.shell.pages import page
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import Group
from driehoek.features.alerts.running import running_for
from driehoek.features.portfolio.hearing import is_answered
from driehoek.features.timeline.way import has_a_way
from driehoek.surfaces.children.child_page import ChildPage
from driehoek.surfaces.children.group_page import GroupPage
from driehoek.surfaces.children.places import seated, with_face
from driehoek.surfaces.children.pupil_page import PupilPage
from driehoek.surfaces.children.two_way import TwoWay
from driehoek.surfaces.children.way_page import WayPage
from driehoek.surfaces.children.workplace import Workplace, groups_of


@require_safe
def children(request: Visit) -> HttpResponse:
    family = rows(Person, request.viewer, may="see").select_related("portrait").order_by("-birth_date")
    return page(request, "children/list.html", {"children": seated(family, request.viewer)})


@require_safe
def child(request: Visit, pk: int) -> HttpResponse:
    person = find(request, Person, pk=pk, look=with_face)
    if request.viewer.hat == "school":
        return redirect("children:pupil", pk=pk)
    context = {"about": ChildPage(person, request.viewer), "own": person == request.user}
    request.noted = person.pk
    return page(request, "children/child.html", context)


@require_safe
def me(request: Visit) -> HttpResponse:
    return child(request, request.user.pk)


@require_safe
def timeline(request: Visit, pk: int) -> HttpResponse:
    """A small child has none."""
    student, viewer = find(request, Person, pk=pk), request.viewer
    if not has_a_way(student, viewer.today):
        raise Http404
    return page(request, "children/way.html", {"about": WayPage(student, viewer)})


@require_safe
def work(request: Visit) -> HttpResponse:
    """Of a colleague her groups, of a student what she made. With her card, on a tablet of the class, she
    comes to show something, unless somebody answered."""
    viewer = request.viewer
    if viewer.self_as_student():
        shows = request.session.get(BY_CARD, False) and not is_answered(viewer)
        return redirect("portfolio:new" if shows else "portfolio:mine")
    place = Workplace(viewer)
    if place.only_group:
        return redirect("children:group", pk=place.only_group.pk)
    context = {"place": place, "speaks": place.speaks_for_a_school(), "alerts": running_for(viewer)}
    return page(request, "children/work.html", context)


@require_safe
def two_way(request: Visit) -> HttpResponse:
    if not rows(Group, request.viewer, may="weigh").exists():
        raise PermissionDenied
    return page(request, "children/two_way.html", {"share": TwoWay(request.viewer)})


@require_safe
def group(request: Visit, pk: int) -> HttpResponse:
    found = find(request, Group, to="work_with", pk=pk)
    about = GroupPage(found, request.viewer)
    about.away.leave_mark()
    return page(request, "children/group.html", {"about": about, "alerts": running_for(request.viewer)})


@require_safe
def pupils(request: Visit) -> HttpResponse:
    pages = [GroupPage(group, request.viewer) for group in groups_of(request.viewer)]
    chosen = next(
        (p for p in pages if str(p.group.pk) == request.GET.get("groep")), pages[0] if pages else None
    )
    return page(request, "children/pupils.html", {"pages": pages, "chosen": chosen})


@require_safe
def pupil(request: Visit, pk: int) -> HttpResponse:
    person = find(request, Person, to="know", pk=pk, look=with_face)
    about = PupilPage(person, request.viewer)
    request.noted = person.pk
    return page(request, "children/pupil.html", {"about": about})
