"""Newsletters of a school for anybody: only what their authors marked for it, and no child."""

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from driehoek.base.core import clock
from driehoek.base.shell.pages import page
from driehoek.facts.schools.web_names import school_at
from driehoek.features.newsletters.opening import open_letter, opened


@login_not_required
@require_safe
def letters(request: HttpRequest, address: str) -> HttpResponse:
    school = school_at(address)
    if school is None:
        raise Http404
    context = {"school": school, "address": address, "newsletters": opened(school, clock.now())}
    return page(request, "newsletters/public.html", context)


@login_not_required
@require_safe
def letter(request: HttpRequest, address: str, pk: int) -> HttpResponse:
    school, now = school_at(address), clock.now()
    found = next((one for one in opened(school, now) if one.pk == pk), None) if school else None
    if found is None:
        raise Http404
    context = {"letter": open_letter(found, now), "address": address}
    return page(request, "newsletters/public_letter.html", context)
