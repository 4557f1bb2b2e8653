"""The week of a student, for her and for a guardian at that step; and her own words about it."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from driehoek.backbone.access.gate import find
from driehoek.backbone.access.viewer import Visit
from driehoek.base.shell.pages import page
from driehoek.facts.looking.weeks import Week
from driehoek.facts.people.models import Person
from driehoek.features.kitchen.forms import ReflectionForm
from driehoek.surfaces.children.places import with_face
from driehoek.surfaces.children.week_page import WeekPage, is_near


@require_safe
def week(request: Visit, pk: int, name: str) -> HttpResponse:
    about = _week_page(request, pk, name, to="read_week_of")
    form = ReflectionForm(attached=about.corner.attached()) if about.may_say else None
    return page(request, "children/week.html", {"about": about, "form": form})


@require_POST
def telling(request: Visit, pk: int, name: str) -> HttpResponse:
    """Once: what she said already stays."""
    about = _week_page(request, pk, name, to="tell_of_week")
    form = ReflectionForm(request.POST, attached=about.corner.attached(request.POST, request.FILES))
    if about.may_say and not form.is_valid():
        return page(request, "children/week.html", {"about": about, "form": form}, status=422)
    if about.may_say:
        said = form.cleaned_data
        about.tell(said["text"].strip(), form.voice, for_teacher=said["for_teacher"])
        messages.success(request, _("Bewaard. Thuis kunnen ze het nu lezen of horen."))
    return redirect("children:week", pk, name)


def _week_page(request: Visit, pk: int, name: str, *, to: str) -> WeekPage:
    """Only a week that this viewer may read by now; the address says it in one way."""
    student, asked = find(request, Person, to=to, pk=pk, look=with_face), Week.named(name)
    if asked is None or asked.name != name or not is_near(asked, request.viewer, own=student == request.user):
        raise Http404
    about = WeekPage(student, request.viewer, asked)
    request.noted = student.pk
    return about
