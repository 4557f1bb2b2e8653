"""What waits for the teacher of a group, approved all at once."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import ngettext

from driehoek.backbone.access.gate import find
from driehoek.backbone.access.viewer import Visit
from driehoek.base.shell.pages import page, posted, require_form
from driehoek.facts.schools.models import Group
from driehoek.features.portfolio.looking import Looking


@require_form
def waiting(request: Visit, pk: int) -> HttpResponse:
    group = find(request, Group, pk=pk, to="look_at_work")
    desk = Looking(group, request.viewer, posted(request))
    if request.method != "POST":
        return page(request, "portfolio/waiting.html", {"desk": desk})
    if desk.chosen and not desk.is_good:
        return page(request, "portfolio/waiting.html", {"desk": desk}, status=422)
    if number := desk.approve():
        said = ngettext("%(n)s werk staat in het portfolio.", "%(n)s werken staan in het portfolio.", number)
        messages.success(request, said % {"n": number})
    return redirect("portfolio:waiting", pk)
