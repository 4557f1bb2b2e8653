"""Adding a moment to the way of a student, in other words, and taking it away."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from driehoek.backbone.access.gate import find
from driehoek.backbone.access.viewer import Visit
from driehoek.base.shell.pages import page, posted, require_form
from driehoek.facts.people.models import Person
from driehoek.features.timeline.forms import MilestoneForm
from driehoek.features.timeline.models import Milestone
from driehoek.features.timeline.way import school_of


@require_form
def new(request: Visit, pk: int) -> HttpResponse:
    student, viewer = find(request, Person, pk=pk, to="mark_the_way_of"), request.viewer
    fresh = Milestone(student=student, by=viewer.person)
    form = MilestoneForm(posted(request), milestone=fresh, today=viewer.today)
    if not form.is_valid():
        context = {"form": form, "student": student}
        return page(request, "timeline/milestone.html", context, status=422 if form.errors else 200)
    school = school_of(student, viewer)
    Milestone.add(
        student, school, form.said, by=viewer.person, at=viewer.now, for_home=form.for_home_too
    )  # fmt: skip
    messages.success(request, _("Het staat erbij."))
    return redirect("children:timeline", pk)


@require_form
def change(request: Visit, pk: int) -> HttpResponse:
    found, viewer = find(request, Milestone, pk=pk, to="edit"), request.viewer
    form = MilestoneForm(posted(request), milestone=found, today=viewer.today)
    if not form.is_valid():
        context = {"form": form, "student": found.student, "milestone": found}
        return page(request, "timeline/milestone.html", context, status=422 if form.errors else 200)
    found.change(form.said, by=viewer.person, at=viewer.now, for_home=form.for_home_too)
    messages.success(request, _("Bewaard."))
    return redirect("children:timeline", found.student_id)


@require_POST
def removal(request: Visit, pk: int) -> HttpResponse:
    found = find(request, Milestone, pk=pk, to="edit")
    found.remove(by=request.viewer.person, at=request.viewer.now)
    messages.success(request, _("Weggehaald."))
    return redirect("children:timeline", found.student_id)
