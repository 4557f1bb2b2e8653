"""The providers of all boards: for whoever wants to come in, and for whoever sets one up."""

import datetime as dt
from dataclasses import dataclass, field

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db.models import Count
from django.http import Http404

from driehoek.backbone.access.gate import LARGEST
from driehoek.backbone.access.querysets import rows
from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.journal.models import Entry
from driehoek.base.openid.asking import joined
from driehoek.base.openid.discovery import endpoints_of
from driehoek.base.openid.refusals import Reason, Refused
from driehoek.facts.schools.models import Board, School
from driehoek.features.entry.models import Demand, Provider, WorkAccount
from driehoek.features.entry.work_accounts import Unknown

REFUSED = "entry.provider.refused_"
SENTENCES = dict(Reason.choices) | dict(Unknown.choices)
SHOWN = 10
LATELY = dt.timedelta(days=30)


def providers() -> list[Provider]:
    """By name, as they stand on the sign-in page."""
    return list(Provider.objects.select_related("board").order_by("board__name"))


def provider_of(board: int) -> Provider:
    found = Provider.objects.filter(board=board) if board <= LARGEST else Provider.objects.none()
    if provider := found.select_related("board").first():
        return provider
    raise Http404


def way_out_of(provider: Provider) -> str:
    """Where one leaves the provider itself; empty when it has no such page, or does not answer."""
    try:
        out = endpoints_of(provider.issuer).end_session
    except Refused:
        return ""
    back = {"client_id": provider.client_id, "post_logout_redirect_uri": f"{settings.SITE_URL}/"}
    return joined(out, back) if out else ""


@dataclass(frozen=True)
class Trouble:
    """One time that somebody did not come in."""

    at: dt.datetime
    reason: str  # for the log of the provider, and the guide
    words: str


@dataclass
class Desk:
    """A board with its provider, and the schools of which this viewer may say who must use it."""

    board: Board
    may_set_up: bool
    provider: Provider | None = None
    schools: list[School] = field(default_factory=list)
    users: int = 0
    troubles: list[Trouble] = field(default_factory=list)


def desks_of(viewer: Viewer) -> list[Desk]:
    """Each board for which she may set one up, or of which she leads a school. As many questions for one as
    for all."""
    mine = {board.pk: board for board in rows(Board, viewer, may="administer")}
    schools = rows(School, viewer, may="administer").select_related("board").order_by("name")
    desks = {key: Desk(board, True) for key, board in mine.items()}
    for school in schools:
        desks.setdefault(school.board_id, Desk(school.board, False)).schools.append(school)
    _fill(desks, viewer.now)
    return sorted(desks.values(), key=lambda desk: desk.board.name)


def demanding(desks: list[Desk]) -> set[int]:
    schools = [school for desk in desks for school in desk.schools]
    return set(Demand.objects.filter(school__in=schools).values_list("school", flat=True))


def _fill(desks: dict[int, Desk], now: dt.datetime) -> None:
    found = {p.pk: p for p in Provider.objects.filter(board__in=desks).select_related("set_by")}
    users = WorkAccount.objects.filter(provider__in=found).values_list("provider").annotate(Count("pk"))
    for provider in found.values():
        desks[provider.board_id].provider = provider
    for key, number in users:
        desks[found[key].board_id].users = number
    for entry in _refusals([key for key, one in found.items() if desks[one.board_id].may_set_up], now):
        troubles = desks[found[entry.subject_id].board_id].troubles
        if len(troubles) < SHOWN:
            reason = entry.verb.removeprefix(REFUSED)
            troubles.append(Trouble(entry.at, reason, str(SENTENCES.get(reason, ""))))


def _refusals(keys: list[int], now: dt.datetime) -> list[Entry]:
    if not keys:
        return []
    kind = ContentType.objects.get_for_model(Provider)
    lines = Entry.objects.filter(subject_type=kind, subject_id__in=keys, verb__startswith=REFUSED)
    return list(lines.filter(at__gt=now - LATELY).order_by("-at", "-pk")[: SHOWN * 20])
