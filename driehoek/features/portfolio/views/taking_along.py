"""What somebody takes along: choosing it, having it made, and fetching it."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from driehoek.backbone.access.gate import find
from driehoek.backbone.access.viewer import Viewer, Visit
from driehoek.backbone.media.sending import send
from driehoek.base.shell.pages import page, require_form
from driehoek.facts.people.models import Person
from driehoek.features.portfolio import jobs
from driehoek.features.portfolio.adding import group_of
from driehoek.features.portfolio.bundling import Bundling
from driehoek.features.portfolio.forms import TitleForm
from driehoek.features.portfolio.models import FORMS, Bundle, Parcel

TYPES = {"zip": "application/zip", "pdf": "application/pdf"}


@require_form
def bundles(request: Visit, student: int) -> HttpResponse:
    child = find(request, Person, pk=student, to="take_along")
    group = group_of(child, request.viewer.today)
    if group is None:
        raise PermissionDenied
    form = TitleForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        title = form.cleaned_data["title"]
        me = request.viewer
        bundle = Bundle.begin(child, group.school, title, by=me.person, hat=me.hat, at=me.now)
        return redirect(f"{bundle.get_absolute_url()}?alles=1")
    mine = Bundle.objects.visible_to(request.viewer).filter(student=child).order_by("-at", "-pk")
    shown = {"student": child, "bundles": mine, "form": form}
    return page(request, "portfolio/bundles.html", shown, status=422 if form.errors else 200)


@require_form
def bundle(request: Visit, student: int, pk: int) -> HttpResponse:
    found = find(request, Bundle, pk=pk, student=student)
    posted = request.POST if request.method == "POST" else None
    desk = Bundling(found, request.viewer, posted, everything="alles" in request.GET)
    if posted is None:
        return page(request, "portfolio/bundle.html", {"desk": desk}, part="portfolio/_parcel.html")
    if not desk.save():
        return page(request, "portfolio/bundle.html", {"desk": desk}, status=422)
    if "make" in posted:
        Parcel.ask(found, request.viewer)
        jobs.wake()
    messages.success(request, _("Bewaard."))
    return redirect(found)


@require_safe
def progress(request: Visit, student: int, pk: int) -> HttpResponse:
    """How far it is: a piece of the page, for who waits."""
    desk = Bundling(find(request, Bundle, pk=pk, student=student), request.viewer)
    return page(request, "portfolio/_parcel.html", {"desk": desk})


@require_form
def removal(request: Visit, student: int, pk: int) -> HttpResponse:
    """Asks first; the work itself stays."""
    found = find(request, Bundle, pk=pk, student=student)
    if request.method != "POST":
        return page(request, "portfolio/remove_bundle.html", {"bundle": found})
    found.discard()
    messages.success(request, _("Het mapje is weggehaald."))
    return redirect("portfolio:bundles", student)


def with_bundle(rows: "QuerySet[Parcel]", _viewer: Viewer) -> "QuerySet[Parcel]":
    return rows.select_related("bundle")


@require_safe
def parcel(request: Visit, token: str, form: str) -> HttpResponseBase:
    found = find(request, Parcel, token=token, look=with_bundle)
    request.opened = found.bundle.student_id
    if not found.is_ready or form not in FORMS:
        raise Http404
    name = f"werk-{found.bundle_id}.{form}"
    return send(request, found.relative_path(form), content_type=TYPES[form], filename=name, download=True)
