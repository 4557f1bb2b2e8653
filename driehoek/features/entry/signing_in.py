"""The one way in. Every road (letter, code, card, password, passkey, provider) ends in `enter`."""

import datetime as dt

from django.contrib.auth import login
from django.db import transaction
from django.http import HttpRequest

from driehoek.backbone.access.viewer import Hat
from driehoek.backbone.journal.models import record
from driehoek.base.core.clock import day_of
from driehoek.base.shell.agents import kind_of
from driehoek.facts.people.models import Person
from driehoek.features.entry.models import Device
from driehoek.features.entry.opening import SIGN_ON, boards_open, came_by_provider

BACKEND = "driehoek.features.entry.backends.PersonBackend"
AT_WORK = dt.timedelta(hours=12)
BORROWED = dt.timedelta(hours=1)  # a phone of somebody else, a tablet of the class
KEPT = (
    "account_authentication_methods",
    "account_authentication_methods_user",
)  # what allauth knows of today


@transaction.atomic
def enter(
    request: HttpRequest,
    person: Person,
    *,
    now: dt.datetime,
    strong: bool = False,
    borrowed: bool = False,
    sign_on: int | None = None,
) -> None:
    """Sign this person in, in a session with a new key.

    At home: 180 days on her own device, one hour on a borrowed one. `strong`: she works here and showed a
    second factor; then the school hat is on, for twelve hours. `sign_on`: the board whose provider
    brought her.
    """
    methods = {key: request.session[key] for key in KEPT if key in request.session}
    request.session.flush()
    login(request, person, backend=BACKEND)
    request.session.update(methods | ({SIGN_ON: sign_on} if sign_on is not None else {}))
    begin(request, now=now, strong=strong, borrowed=borrowed)
    record("entry.session.started", person, by=person, at=now)


def begin(request: HttpRequest, *, now: dt.datetime, strong: bool, borrowed: bool = False) -> None:
    """What a fresh session knows about itself."""
    today = day_of(now).isoformat()
    kind = kind_of(request.headers.get("User-Agent", ""))
    request.session.update({"kind": kind, "since": today, "day": today, "visits": 1, "strong": strong})
    request.session["hat"] = "school" if strong else "home"
    if strong:
        person = request.user
        assert isinstance(person, Person)
        sign_on = request.session.get(SIGN_ON)
        request.session["boards"] = boards_open(person, sign_on=sign_on, day=day_of(now))
    if strong or borrowed:
        request.session.set_expiry(now + (AT_WORK if strong else BORROWED))


def grow_strong(request: HttpRequest, *, now: dt.datetime) -> None:
    """The second factor was shown, or set up in this very session: the school may open."""
    request.session.cycle_key()
    request.session.pop("must_set_up", None)
    begin(request, now=now, strong=True)


def change_hat(request: HttpRequest, hat: Hat) -> bool:
    """Put the other hat on. False when that needs another sign-in first: the school hat a stronger one, and
    the hat of home one of her own, when her employer's provider brought her."""
    if came_by_provider(request) if hat == "home" else not request.session.get("strong"):
        return False
    request.session.cycle_key()
    request.session["hat"] = hat
    return True


@transaction.atomic
def end_device(device: Device, *, by: Person, now: dt.datetime) -> None:
    gone, _ = Device.objects.filter(pk=device.pk).delete()
    if gone:
        record("entry.session.ended", by, by=by, at=now)


@transaction.atomic
def end_devices(person: Person, *, but: str | None = None, now: dt.datetime) -> int:
    """End every session of this person, except the one with this key. From the next request on."""
    gone, _ = Device.objects.filter(person=person).exclude(session_key=but or "").delete()
    if gone:
        record("entry.session.ended", person, by=person, at=now)
    return gone
