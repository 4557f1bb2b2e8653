"""Before a talk: what lies beside one's own point."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from driehoek.backbone.access.gate import find
from driehoek.backbone.access.viewer import Viewer, Visit
from driehoek.base.shell.pages import page, posted, require_form
from driehoek.features.talks.models import Point
from driehoek.surfaces.discussed.forms import LayForm
from driehoek.surfaces.discussed.laying import Desk


def with_talk(rows: "QuerySet[Point]", _viewer: Viewer) -> "QuerySet[Point]":
    return rows.select_related("side__talk")


@require_form
def laying(request: Visit, pk: int) -> HttpResponse:
    point, viewer = find(request, Point, to="lay", look=with_talk, pk=pk), request.viewer
    talk = point.side.talk
    request.opened = talk.student_id
    if not talk.may_be_prepared(viewer.now):
        raise PermissionDenied
    desk = Desk(point, viewer)
    form = LayForm(posted(request), desk=desk)
    if not form.is_valid():
        context = {"desk": desk, "form": form}
        return page(request, "discussed/laying.html", context, status=422 if form.errors else 200)
    desk.lay(**form.cleaned_data)
    messages.success(request, _("Bewaard."))
    return redirect(f"{talk.get_absolute_url()}#punten")
