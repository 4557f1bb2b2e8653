"""A mentor looks whom she may invite, invites, or thinks that it is not needed."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from driehoek.backbone.access.gate import find
from driehoek.backbone.access.querysets import rows
from driehoek.backbone.access.viewer import Visit
from driehoek.base.shell.pages import page, posted, require_form
from driehoek.facts.people.models import Person
from driehoek.features.noticing.forms import SetAsideForm
from driehoek.features.noticing.models import SetAside
from driehoek.surfaces.inviting.invitation import Inviting
from driehoek.surfaces.inviting.mentor_list import MentorList, StudentPage


@require_safe
def mentor_list(request: Visit) -> HttpResponse:
    if not rows(Person, request.viewer, may="invite").exists():
        raise PermissionDenied
    return page(request, "inviting/list.html", {"about": MentorList(request.viewer)})


@require_form
def student(request: Visit, pk: int) -> HttpResponse:
    """What there is, and the invitation."""
    person, viewer = find(request, Person, to="invite", pk=pk), request.viewer
    inviting = Inviting(person, viewer, posted(request), request.FILES)
    if inviting.form and inviting.form.is_valid():
        inviting.send()
        messages.success(request, _("Verstuurd. Ieder leest het in een eigen gesprek."))
        return redirect("inviting:list")
    context = {"about": StudentPage(person, viewer), "inviting": inviting, "aside": SetAsideForm()}
    return page(request, "inviting/student.html", context, status=200 if request.method != "POST" else 422)


@require_POST
def setting_aside(request: Visit, pk: int) -> HttpResponse:
    """Only what is noticed now; it comes back when it happens anew."""
    person, viewer = find(request, Person, to="invite", pk=pk), request.viewer
    about, form = StudentPage(person, viewer), SetAsideForm(request.POST)
    if not form.is_valid():
        context = {"about": about, "inviting": Inviting(person, viewer, None, {}), "aside": form}
        return page(request, "inviting/student.html", context, status=422)
    said, day = form.cleaned_data["reason"], viewer.today
    SetAside.put(person, about.school, about.line.whats, said, by=viewer.person, day=day, at=viewer.now)
    messages.success(request, _("Goed. Het komt alleen terug als het opnieuw gebeurt."))
    return redirect("inviting:list")
