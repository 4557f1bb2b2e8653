"""When a student was away this year."""

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from driehoek.backbone.access.gate import find
from driehoek.backbone.access.viewer import Visit
from driehoek.base.shell.pages import page
from driehoek.facts.people.models import Person
from driehoek.features.absences.overview import Overview


@require_safe
def overview(request: Visit, pk: int) -> HttpResponse:
    student = find(request, Person, to="see_presence_of", pk=pk)
    about = Overview(student, request.viewer, request.GET.get("per", ""))
    return page(request, "absences/overview.html", {"about": about})
