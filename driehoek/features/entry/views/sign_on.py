"""Coming in with the account of one's work, by the provider of a board; and leaving it."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from driehoek.base.core.sealed import Unreadable
from driehoek.base.openid.refusals import Refused
from driehoek.base.shell.pages import page
from driehoek.features.entry.limits import SIGN_ONS, allowed
from driehoek.features.entry.moments import moment_of
from driehoek.features.entry.providers import provider_of, providers, way_out_of
from driehoek.features.entry.secrecy import without_traces
from driehoek.features.entry.sign_on import come_back, send_off, stopped
from driehoek.features.entry.work_accounts import NotIn


@login_not_required
@never_cache
@require_safe
def boards(request: HttpRequest) -> HttpResponse:
    """Where there are many: whose account it is."""
    return page(request, "entry/sign_on_boards.html", {"providers": providers()})


@login_not_required
@never_cache
@require_POST
def leaving(request: HttpRequest, pk: int) -> HttpResponse:
    """On to the provider, by a page that sends on: a browser lets no form lead to another house by itself."""
    now, provider = moment_of(request), provider_of(pk)
    if not allowed(SIGN_ONS, request, now=now):
        return page(request, "entry/too_often.html", status=429)
    try:
        address = send_off(request, provider, now=now)
    except (Refused, Unreadable) as no:
        return stopped(request, provider, no, now=now)
    response = page(request, "entry/sign_on_leaving.html", {"provider": provider, "address": address})
    response.headers["Refresh"] = f"0; url={address}"
    return response


@login_not_required
@never_cache
@require_safe
@without_traces
def back(request: HttpRequest, pk: int) -> HttpResponse:
    """What the provider says of her. It counts once, in the browser that asked."""
    now, provider = moment_of(request), provider_of(pk)
    if not allowed(SIGN_ONS, request, now=now):
        return page(request, "entry/too_often.html", status=429)
    try:
        return come_back(request, provider, now=now)
    except (Refused, NotIn, Unreadable) as no:
        return stopped(request, provider, no, now=now)


@login_not_required
@never_cache
@require_safe
def left(request: HttpRequest, pk: int) -> HttpResponse:
    """Out here, and not yet there: at a computer that others use she leaves her provider too."""
    provider = provider_of(pk)
    return page(request, "entry/sign_on_left.html", {"provider": provider, "out": way_out_of(provider)})
