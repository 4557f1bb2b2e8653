"""A telephone rings, sealed and without a word; services that misbehave cost nothing but time (F05)."""

import datetime as dt
import time
from collections.abc import Iterator
from email.utils import format_datetime
from uuid import uuid4

import pytest
import requests
from django.core.management import call_command
from django.urls import reverse
from pytest_django import Settings

from driehoek.backbone.notifications.channels import sealing
from driehoek.backbone.notifications.channels.keys import public_key
from driehoek.backbone.notifications.channels.roads import ROADS
from driehoek.backbone.notifications.delivering import deliver_due
from driehoek.backbone.notifications.forgetting import forget
from driehoek.backbone.notifications.models import Delivery, PushSubscription
from driehoek.backbone.notifications.models.subscription import MOST
from driehoek.backbone.notifications.preferences import prefer
from driehoek.backbone.notifications.reconciling import reconcile
from driehoek.backbone.notifications.telling import tell_due
from driehoek.backbone.notifications.tests.steps import after, praise
from driehoek.backbone.notifications.urgent import declare_urgent
from driehoek.facts.people.models import Person
from tests.cast import NOW, Cast
from tests.servers.push import PushService, push_service
from tests.servers.smtp import Postman

pytestmark = pytest.mark.django_db
NEW_KEY = "eFJ2eOTW6Vg3ZhdYzy7gRQMNhJR4V3-hd_HiQ2i9t3Y"


@pytest.fixture
def service() -> Iterator[PushService]:
    with push_service() as running:
        yield running


def rings(person: Person, service: PushService, name: str = "phone") -> PushSubscription:
    keys = service.subscription(f"{person.pk}-{name}") | {"key": public_key()}
    return PushSubscription.remember(person, keys, kind="android_phone", at=NOW)


def ring(now: object = NOW) -> None:
    while tell_due(now):  # type: ignore[arg-type]
        pass
    while deliver_due("push", clock=lambda: now):  # type: ignore[arg-type, return-value]
        pass


def of(person: Person) -> Delivery:
    return Delivery.objects.get(notification__person=person, channel="push")


def test_what_a_browser_opens_says_which_message_it_is_and_nothing_else(
    cast: Cast, service: PushService
) -> None:
    rings(cast.naima, service)
    praise(cast.yusuf)
    ring()
    (rung,) = service.rung
    message = of(cast.naima).message_id
    assert (of(cast.naima).state, rung.said) == ("done", {"id": str(message)})
    assert rung.headers["Topic"] == message.hex and rung.headers["Urgency"] == "normal"
    assert isinstance(rung.claims["exp"], int)  # RFC 7519: a number
    assert rung.claims["aud"] == service.origin and rung.claims["sub"].startswith("mailto:")
    assert not Delivery.objects.filter(notification__person=cast.rachid, channel="push").exists()


def test_f05_each_of_her_devices_rings_and_one_that_is_gone_is_forgotten(
    cast: Cast, service: PushService
) -> None:
    rings(cast.naima, service)
    rings(cast.naima, service, "tablet")
    praise(cast.yusuf)
    ring()
    assert len(service.rung) == 2
    service.answer = 410
    praise(cast.lina)
    ring()
    assert not PushSubscription.objects.exists()
    assert Delivery.objects.filter(channel="push", reason="gone").count() == 1


def test_f05_a_service_that_asks_for_peace_gets_it(cast: Cast, service: PushService) -> None:
    rings(cast.naima, service)
    rings(cast.rachid, service)
    service.answer, service.retry_after = 429, "600"
    praise(cast.yusuf)
    ring()
    assert service.tries == 1  # the other one of the batch was not even tried
    assert of(cast.naima).due_at >= after(minutes=9)
    service.answer = 201
    ring(after(minutes=11))
    assert len(service.rung) == 2


def test_f05_a_service_that_asked_for_peace_gets_it_from_the_next_batch_too(
    cast: Cast, service: PushService
) -> None:
    rings(cast.naima, service)
    half_an_hour = after(minutes=30).astimezone(dt.UTC)
    service.answer, service.retry_after = 429, format_datetime(half_an_hour, usegmt=True)
    praise(cast.yusuf)
    ring()
    service.answer = 201
    rings(cast.rachid, service)
    praise(cast.lina)
    ring(after(minutes=20))
    assert service.tries == 1 and of(cast.rachid).due_at == after(minutes=30)
    ring(after(minutes=31))
    assert service.tries > 1 and of(cast.rachid).state == "done"


@pytest.mark.parametrize(
    ("said", "seconds"),
    [
        ("120", 120),
        ("", 0),
        ("soon", 0),
        ("-5", 0),
        ("99999999999999", 3600),
        ("Thu, 01 Jan 1970 00:00:00 GMT", 0),
    ],
)
def test_how_long_a_service_wants_peace_is_read_with_care(said: str, seconds: int) -> None:
    assert sealing.time_in(said, NOW).total_seconds() == seconds


def test_f05_a_service_that_breaks_is_tried_again(cast: Cast, service: PushService) -> None:
    rings(cast.naima, service)
    service.answer = 503
    praise(cast.yusuf)
    ring()
    assert (of(cast.naima).state, of(cast.naima).reason) == ("waiting", "503")
    service.answer = 201
    ring(after(minutes=1))
    assert of(cast.naima).state == "done"


def test_f05_a_slow_service_holds_up_one_message_and_not_the_batch(
    cast: Cast, service: PushService, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sealing, "PATIENCE", (0.2, 0.2))
    rings(cast.naima, service)
    rings(cast.rachid, service)
    service.delay = 30
    praise(cast.yusuf)
    began = time.monotonic()
    ring()
    assert service.tries == 1 and time.monotonic() - began < 10


def test_f05_an_alarm_comes_by_mail_as_well_whatever_the_telephone_does(
    cast: Cast, service: PushService, postman: Postman
) -> None:
    prefer(cast.naima, category="news", channel="email", rhythm="off")
    rings(cast.naima, service)
    service.answer = 500
    declare_urgent(praise(cast.yusuf), reason="De school is dicht.", by=cast.marja, at=NOW)
    ring()
    while deliver_due("email", clock=lambda: NOW):
        pass
    assert [cast.naima.email] in postman.recipients


def test_the_browser_asks_what_it_is_about_and_only_who_may_see_it_hears(
    cast: Cast, service: PushService
) -> None:
    rings(cast.naima, service)
    praise(cast.yusuf)
    ring()
    address = reverse("notifications:ringing", args=[of(cast.naima).message_id])
    said = cast.sign_in(cast.naima).get(address).json()
    assert said["text"] == "Nieuws uit groep 5" and said["url"] == f"/kind/{cast.yusuf.pk}/"
    assert cast.sign_in(cast.rachid).get(address).status_code == 404
    assert cast.sign_in(cast.naima).get(reverse("notifications:ringing", args=[uuid4()])).status_code == 404


def test_a_shared_telephone_rings_for_who_switched_it_on_last(cast: Cast, service: PushService) -> None:
    keys = service.subscription("shared") | {"key": public_key()}
    for person in (cast.naima, cast.rachid, cast.rachid):
        PushSubscription.remember(person, keys, kind="android_phone", at=NOW)
    assert PushSubscription.objects.get().person == cast.rachid


def test_a_browser_with_a_broken_key_does_not_keep_her_other_one_waiting(
    cast: Cast, service: PushService
) -> None:
    PushSubscription.objects.filter(pk=rings(cast.naima, service).pk).update(p256dh="B" * 87)
    rings(cast.naima, service, "tablet")
    praise(cast.yusuf)
    ring()
    assert of(cast.naima).state == "done" and PushSubscription.objects.count() == 1


def test_an_address_that_is_no_push_service_is_never_called(
    cast: Cast, service: PushService, settings: Settings
) -> None:
    rings(cast.naima, service)
    settings.PUSH_SERVICES = ["https://fcm.googleapis.com"]
    praise(cast.yusuf)
    ring()
    assert service.tries == 0 and not PushSubscription.objects.exists()


def test_a_redirect_is_not_followed(cast: Cast, service: PushService) -> None:
    rings(cast.naima, service)
    service.answer, service.leads_to = 307, f"{service.origin}/elsewhere"
    praise(cast.yusuf)
    ring()
    assert service.tries == 1 and of(cast.naima).state == "waiting"


def test_the_browser_she_used_longest_ago_makes_place_for_the_eleventh(
    cast: Cast, service: PushService
) -> None:
    for number in range(MOST + 1):
        PushSubscription.remember(
            cast.naima,
            service.subscription(f"{number}") | {"key": public_key()},
            kind="",
            at=after(minutes=number),
        )
    ringing = PushSubscription.objects.ringing()
    assert ringing.count() == MOST and not ringing.filter(since=NOW).exists()


def test_a_browser_that_was_switched_off_is_forgotten_after_400_days(
    cast: Cast, service: PushService
) -> None:
    rings(cast.naima, service).end(by=cast.naima, at=NOW)
    forget(after(days=399))
    assert PushSubscription.objects.exists()
    forget(after(days=401))
    assert not PushSubscription.objects.exists()


def test_a_telephone_that_listens_to_the_key_of_before_rings_with_that_one(
    cast: Cast, service: PushService, settings: Settings
) -> None:
    rings(cast.naima, service)
    settings.PUSH_KEY, settings.PUSH_KEY_FALLBACKS = NEW_KEY, [settings.PUSH_KEY]
    rings(cast.rachid, service)
    praise(cast.yusuf)
    ring()
    hers, his = service.rung
    assert hers.sender != his.sender and (of(cast.naima).state, of(cast.rachid).state) == ("done", "done")


def test_a_telephone_of_a_key_that_was_thrown_away_waits_for_a_visit_and_costs_nothing(
    cast: Cast, service: PushService, settings: Settings
) -> None:
    rings(cast.naima, service)
    settings.PUSH_KEY = NEW_KEY
    praise(cast.yusuf)
    ring()
    assert service.tries == 0 and PushSubscription.objects.exists()
    assert not Delivery.objects.filter(channel="push").exists()


def test_what_waits_for_a_road_that_was_taken_away_rings_no_alarm(
    cast: Cast, service: PushService, monkeypatch: pytest.MonkeyPatch
) -> None:
    rings(cast.naima, service)
    praise(cast.yusuf)
    tell_due(NOW)
    reconcile(NOW)
    assert of(cast.naima).state == "waiting"
    monkeypatch.delitem(ROADS, "push")
    reconcile(NOW)
    assert (of(cast.naima).state, of(cast.naima).reason) == ("suppressed", "no_road")


def test_keys_are_made_by_a_command(capsys: pytest.CaptureFixture[str]) -> None:
    call_command("push_keys")
    assert len(capsys.readouterr().out.splitlines()[0].partition("=")[2]) == 43


def test_the_service_of_these_tests_refuses_what_is_not_sealed_for_it(service: PushService) -> None:
    answer = None
    try:
        answer = requests.post(f"{service.origin}/x", data=b"open", timeout=5)
    except requests.ConnectionError:
        pass
    assert answer is None and not service.rung
