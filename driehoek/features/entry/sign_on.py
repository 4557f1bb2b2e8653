"""Coming in by the provider of a board: sent there, back with proof, past our second factor if need be."""

import datetime as dt

from allauth.account.internal.flows.login import (
    get_authentication_records,
    perform_login,
    record_authentication,
)
from allauth.account.models import Login
from allauth.core.exceptions import ImmediateHttpResponse
from django.contrib.auth import logout
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from driehoek.backbone.journal.models import record
from driehoek.base.core.limits import Limit
from driehoek.base.core.sealed import Unreadable
from driehoek.base.openid.asking import answered, ask
from driehoek.base.openid.discovery import endpoints_of
from driehoek.base.openid.proving import Claims, prove
from driehoek.base.openid.refusals import Reason, Refused
from driehoek.base.shell.pages import page
from driehoek.facts.people.models import Person
from driehoek.features.entry.limits import HOUR
from driehoek.features.entry.models import Provider
from driehoek.features.entry.people import has_second_factor
from driehoek.features.entry.second_factor import must_set_up
from driehoek.features.entry.signing_in import enter
from driehoek.features.entry.work_accounts import (
    NotIn,
    forget_former_factors,
    known_as,
    link,
    person_behind,
)

METHOD = "sign_on"  # in allauth's list of what was shown in this session
WRITTEN = Limit("sign_on.refused", 300, HOUR)  # by provider: lines in the journal
AWAY = 502
MFA = "mfa"  # RFC 8176: more than one factor was shown


def send_off(request: HttpRequest, provider: Provider, *, now: dt.datetime) -> str:
    """The address to go to. Whoever was signed in in this browser is not any longer. Raises Refused."""
    logout(request)
    acr = provider.second_is if provider.asks_second else ""
    return ask(request, provider.client, endpoints_of(provider.issuer), acr=acr, now=now)


def come_back(request: HttpRequest, provider: Provider, *, now: dt.datetime) -> HttpResponse:
    """In, or on to the second factor. Raises Refused and NotIn."""
    client = provider.client
    asked = answered(request, client, now=now)
    if "code" not in request.GET:
        raise Refused(Reason.CANCELLED)
    claims = prove(client, endpoints_of(provider.issuer), asked, request.GET["code"])
    person = person_behind(provider, claims, now=now)
    return let_in(request, provider, person, claims, now=now)


def let_in(
    request: HttpRequest, provider: Provider, person: Person, claims: Claims, *, now: dt.datetime
) -> HttpResponse:
    """The first time nobody's word replaces a second factor that she set up herself: whoever runs the
    provider would become her."""
    subject = str(claims["sub"])
    is_new = known_as(provider, subject) is None
    if is_new:
        forget_former_factors(person)
    if vouches(provider, claims) and not (is_new and has_second_factor(person)):
        arrive(request, provider, subject, person=person, strong=True, now=now)
        return redirect("/")
    record_authentication(request, person, METHOD, provider=provider.pk, subject=subject)
    return perform_login(request, Login(user=person))


def vouches(provider: Provider, claims: Claims) -> bool:
    """Whether it swears to a second factor, and whoever set it up says that its word on this counts."""
    if not provider.asks_second:
        return False
    if provider.second_is:
        said = claims.get("acrs")
        return provider.second_is in [claims.get("acr"), *(said if isinstance(said, list) else [])]
    ways = claims.get("amr")
    return isinstance(ways, list) and MFA in ways


def arrive(
    request: HttpRequest, provider: Provider, subject: str, *, person: Person, strong: bool, now: dt.datetime
) -> None:
    """All that was asked for was shown. Raises NotIn when her account was taken meanwhile."""
    link(provider, person, subject, now=now)
    enter(request, person, now=now, strong=strong, sign_on=provider.board_id)
    if not strong:
        must_set_up(request, now=now)


def came_on(request: HttpRequest, person: Person, *, strong: bool, now: dt.datetime) -> bool:
    """She is past the second factor, or has none yet. False when no provider brought her here. Raises
    ImmediateHttpResponse when it may not bring her any further."""
    shown = [line for line in get_authentication_records(request, person) if line["method"] == METHOD]
    if not shown:
        return False
    provider = Provider.objects.filter(pk=shown[-1]["provider"]).first()
    if provider is None:
        raise ImmediateHttpResponse(redirect("account_login"))
    try:
        arrive(request, provider, shown[-1]["subject"], person=person, strong=strong, now=now)
    except NotIn as no:
        raise ImmediateHttpResponse(stopped(request, provider, no, now=now)) from None
    return True


def stopped(
    request: HttpRequest, provider: Provider, no: Refused | NotIn | Unreadable, *, now: dt.datetime
) -> HttpResponse:
    """One sentence for her, and a line in the journal for whoever set it up."""
    reason = Reason.BROKEN if isinstance(no, Unreadable) else no.reason
    note_refusal(provider, reason.value, now=now)
    context = {"reason": reason, "provider": provider}
    return page(request, "entry/sign_on_stop.html", context, status=AWAY if reason == Reason.AWAY else 403)


@transaction.atomic
def note_refusal(provider: Provider, reason: str, *, now: dt.datetime) -> None:
    """For whoever set it up: what went wrong, and when. Nobody's name."""
    if WRITTEN.allows(str(provider.pk), now=now):
        record(f"entry.provider.refused_{reason}", provider, by=None, at=now)
