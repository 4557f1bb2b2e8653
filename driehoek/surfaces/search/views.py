"""Zoeken. What one looks for is often a name, so it stays out of addresses: the device remembers it."""

import datetime as dt
import re

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.dateparse import parse_datetime

from driehoek.backbone.access.viewer import Visit
from driehoek.backbone.index.finding import Mark
from driehoek.backbone.index.finding import search as find_words
from driehoek.base.shell.pages import page, require_form
from driehoek.surfaces.search.forms import SearchForm

LAST = "sought"  # in the session


@require_form
def search(request: Visit) -> HttpResponse:
    sought = request.session.get(LAST, "")
    form = SearchForm(request.POST or None, initial={"sought": sought})
    if request.method == "POST" and form.is_valid():
        request.session[LAST] = form.cleaned_data["sought"]
        return redirect("search:search")
    found = (
        find_words(request.viewer, sought, before=_before(request)) if sought and not form.errors else None
    )
    context = {"form": form, "sought": sought, "found": found}
    return page(request, "search/search.html", context, status=422 if form.errors else 200)


def _before(request: Visit) -> Mark | None:
    """Where the page begins that one asks for; nonsense is the first page."""
    moment, _dash, key = request.GET.get("voor", "").rpartition("~")
    if not re.fullmatch("[0-9]{1,19}", key):
        return None
    try:
        at = parse_datetime(moment)
        return Mark(at.astimezone(dt.UTC), int(key)) if at and at.tzinfo else None
    except (ValueError, OverflowError):  # the first years and the last are outside the clock in other zones
        return None
