"""Adding work: by a student herself, and by a colleague for one or several pupils."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from driehoek.backbone.access.gate import find
from driehoek.backbone.access.viewer import BY_CARD, Visit
from driehoek.backbone.media.attaching import Attached
from driehoek.base.shell.pages import page, posted, require_form
from driehoek.base.shell.slowing import slow_down, status_of
from driehoek.facts.people.models import Person
from driehoek.features.portfolio.adding import WORKS, add_own, group_of
from driehoek.features.portfolio.composing import Composing
from driehoek.features.portfolio.forms import WorkForm
from driehoek.features.portfolio.models import Work
from driehoek.features.portfolio.periods import lay_in


@require_form
def new(request: Visit) -> HttpResponse:
    student = find(request, Person, pk=request.user.pk, to="add_work")
    group, by_card = group_of(student, request.viewer.today), request.session.get(BY_CARD, False)
    if group is None:
        raise PermissionDenied
    attached = Attached(request.viewer, group.school, request.POST, request.FILES)
    known = {"attached": attached, "student": student, "viewer": request.viewer, "by_card": by_card}
    form = WorkForm(posted(request), **known)
    if form.is_bound and not WORKS.allows(str(request.user.pk), now=request.viewer.now):
        slow_down(form, _("Dat is veel werk op een dag. Kom morgen terug."))
    if not form.is_valid():
        return page(request, "portfolio/new.html", {"form": form}, status=status_of(form))
    work = _laid(request, add_own(student, group, form.said, request.viewer, by_card=by_card))
    messages.success(request, _("Klaar! Je juf of meester kijkt eerst.") if form.waits else _("Klaar!"))
    return redirect(work)


def _laid(request: Visit, work: Work) -> Work:
    """In the theme from whose page it was begun."""
    return lay_in(request.GET.get("thema", ""), work, request.viewer)


@require_form
def compose(request: Visit) -> HttpResponse:
    desk = Composing(request.viewer, request.GET.get("groep", ""), request)
    if desk.group is None:
        raise PermissionDenied
    if not desk.form.is_valid():
        wrong = bool(desk.form.errors)
        return page(request, "portfolio/compose.html", {"desk": desk}, status=422 if wrong else 200)
    works = desk.add()
    if desk.must_check(works):
        return redirect("portfolio:waiting", desk.group.pk)
    messages.success(request, _("Het staat in het portfolio."))
    return redirect(works[0])
