"""Setting up the provider of a board, and a school that asks for it."""

import datetime as dt
from collections.abc import Iterator

import pytest
import time_machine
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from driehoek.facts.schools.models import Appointment, School
from driehoek.features.entry.colleagues import invite_colleague
from driehoek.features.entry.forgetting import forget_ended
from driehoek.features.entry.models import Demand, Provider, WorkAccount
from driehoek.features.entry.sign_on import note_refusal
from driehoek.features.entry.tests.signing_on import come, is_in, set_up
from driehoek.features.entry.tests.test_staff import LOGIN, PASSWORD, SECOND, six_digits, started, wears
from tests.cast import NOW, Cast
from tests.servers.openid import CLIENT, SECRET, IdentityProvider, Mood, identifying

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("at_once")]
PAGE = reverse("entry:work_accounts")


@pytest.fixture
def service() -> Iterator[IdentityProvider]:
    cache.clear()
    with identifying() as provider:
        yield provider


def form_of(cast: Cast) -> str:
    return reverse("entry:provider", args=[cast.drie_hoeken.pk])


def filled_in(service: IdentityProvider, **other: str) -> dict[str, str]:
    return {"name": "Microsoft", "issuer": service.issuer, "client_id": CLIENT, "secret": SECRET} | other


def test_the_board_sets_it_up_and_nobody_reads_the_secret_again(
    cast: Cast, service: IdentityProvider
) -> None:
    ingrid = cast.sign_in(cast.ingrid)
    assert "nog niets ingesteld" in ingrid.get(PAGE).text
    assert f"/school/inloggen/met/{cast.drie_hoeken.pk}/terug/" in ingrid.get(form_of(cast)).text
    assert ingrid.post(form_of(cast), filled_in(service)).url == PAGE
    assert ingrid.post(form_of(cast), filled_in(service)).url == PAGE  # said twice
    provider = Provider.objects.get()
    assert provider.client.secret == SECRET and SECRET not in provider.sealed_secret
    for page in (ingrid.get(PAGE), ingrid.get(form_of(cast))):
        assert service.issuer in page.text and SECRET not in page.text
    assert "Inloggen met" in Client().get(LOGIN).text


def test_nobody_else_sets_it_up(cast: Cast, service: IdentityProvider) -> None:
    set_up(cast, service)
    for person in (cast.joris, cast.marja, cast.anouk, cast.petra, cast.naima):
        browser = cast.sign_in(person)
        assert browser.post(form_of(cast), filled_in(service, name="X")).status_code == 404
        assert browser.post(reverse("entry:provider_removal", args=[cast.drie_hoeken.pk])).status_code == 404
    assert Provider.objects.get().name == "Microsoft"
    seen = {
        name: cast.sign_in(getattr(cast, name)).get(PAGE).status_code for name in ("joris", "anouk", "naima")
    }
    assert seen == {"joris": 200, "anouk": 403, "naima": 403}


@pytest.mark.parametrize(
    ("mood", "other", "sentence"),
    [
        (Mood.BREAKS, {}, "geeft geen antwoord"),
        (Mood.MUMBLES, {}, "staat geen inlogdienst"),
        (Mood.IS_ANOTHER, {}, "noemt een ander adres"),
        (Mood.WELL, {"issuer": "http://10.0.0.1/"}, "staat niet op de lijst"),
        (Mood.WELL, {"issuer": ""}, "Vul het adres"),
        (Mood.WELL, {"secret": ""}, "Vul het geheim"),
    ],
)
def test_what_cannot_work_is_said_at_once_and_nothing_is_lost(
    cast: Cast, service: IdentityProvider, mood: Mood, other: dict[str, str], sentence: str
) -> None:
    service.mood = mood
    answer = cast.sign_in(cast.ingrid).post(form_of(cast), filled_in(service) | other)
    assert answer.status_code == 422 and sentence in answer.text
    assert 'value="Microsoft"' in answer.text and not Provider.objects.exists()


def test_the_secret_stays_when_it_is_left_empty_and_never_goes_to_another_address(
    cast: Cast, service: IdentityProvider
) -> None:
    set_up(cast, service)
    WorkAccount.objects.create(provider=Provider.objects.get(), subject="s", person=cast.anouk, at=NOW)
    ingrid = cast.sign_in(cast.ingrid)
    assert ingrid.post(form_of(cast), filled_in(service, secret="", name="Google")).url == PAGE
    assert Provider.objects.get().client.secret == SECRET and WorkAccount.objects.count() == 1
    with identifying() as other:
        assert ingrid.post(form_of(cast), filled_in(other, secret="")).status_code == 422
        assert ingrid.post(form_of(cast), filled_in(other)).url == PAGE
    assert not WorkAccount.objects.exists()  # another service knows nobody yet


def test_the_board_reads_why_somebody_did_not_come_in_and_a_head_does_not(
    cast: Cast, service: IdentityProvider
) -> None:
    note_refusal(set_up(cast, service), "unknown", now=NOW)
    seen = [cast.sign_in(person).get(PAGE).text for person in (cast.ingrid, cast.joris)]
    assert ["kennen jou nog niet" in text for text in seen] == [True, False]
    assert cast.anouk.full_name not in seen[0]


def test_a_school_that_asks_for_it_is_closed_to_a_password(cast: Cast, service: IdentityProvider) -> None:
    _browser, secret = started(cast.anouk)
    set_up(cast, service, asks_second=True)
    url = reverse("entry:demand", args=[cast.vlieger.pk])
    for stranger in (cast.anouk, cast.peter, cast.petra, cast.naima):
        assert cast.sign_in(stranger).post(url, {"only": "1"}).status_code == 404
    assert cast.sign_in(cast.joris).post(url, {"only": "1"}).url == PAGE
    _invitation, code = invite_colleague(cast.daan, school=cast.vlieger, by=None, now=NOW)
    assert Client().post(code.path, {"password": PASSWORD, "again": PASSWORD}).status_code == 403
    with time_machine.travel(NOW + dt.timedelta(minutes=5), tick=False):
        browser = by_password(cast, secret)
        assert not is_in(browser) and "werkaccount" in browser.get(LOGIN).text
    with time_machine.travel(NOW + dt.timedelta(minutes=7), tick=False):  # a code counts once
        service.said = {"sub": "s", "email": cast.anouk.email, "email_verified": True, "amr": ["mfa"]}
        assert come(browser, cast).url == SECOND
        browser.post(SECOND, {"code": six_digits(secret)})
        assert wears(browser) == ("school", True)
    assert cast.sign_in(cast.joris).post(url).url == PAGE
    with time_machine.travel(NOW + dt.timedelta(minutes=9), tick=False):
        assert wears(by_password(cast, secret)) == ("school", True)


def by_password(cast: Cast, secret: str) -> Client:
    browser = Client()
    browser.post(LOGIN, {"login": cast.anouk.login_name, "password": PASSWORD})
    browser.post(SECOND, {"code": six_digits(secret)})
    return browser


def test_who_works_for_two_boards_keeps_her_password_for_the_other(
    cast: Cast, service: IdentityProvider
) -> None:
    Appointment.objects.create(
        person=cast.anouk, board=cast.overkant, school=cast.brug, function="office", starts_on=cast.today
    )
    set_up(cast, service)
    Demand.make(cast.vlieger, by=cast.joris, at=NOW)
    browser, _secret = started(cast.anouk)
    assert wears(browser) == ("school", True)
    page = browser.get(reverse("entry:letters")).text
    assert cast.brug.name in page and cast.vlieger.name not in page


def test_without_a_provider_a_demand_keeps_nobody_out(cast: Cast, service: IdentityProvider) -> None:
    provider = set_up(cast, service)
    Demand.make(cast.vlieger, by=cast.joris, at=NOW)
    assert (
        cast.sign_in(cast.ingrid).post(reverse("entry:provider_removal", args=[cast.drie_hoeken.pk])).url
        == PAGE
    )
    assert not Provider.objects.filter(pk=provider.pk).exists() and not Demand.objects.exists()
    Demand.make(cast.vlieger, by=cast.joris, at=NOW)
    assert wears(started(cast.anouk)[0]) == ("school", True)


def test_many_boards_make_a_list(cast: Cast, service: IdentityProvider) -> None:
    set_up(cast, service)
    assert f'href="{reverse("entry:sign_on_boards")}"' not in Client().get(LOGIN).text
    page = Client().get(reverse("entry:sign_on_boards")).text
    assert cast.drie_hoeken.name in page and cast.overkant.name not in page


def test_the_page_asks_as_much_for_one_school_as_for_many(cast: Cast, service: IdentityProvider) -> None:
    provider = set_up(cast, service)
    ingrid = cast.sign_in(cast.ingrid)
    ingrid.get(PAGE)
    with CaptureQueriesContext(connection) as few:
        ingrid.get(PAGE)
    for number in range(5):
        School.objects.create(board=cast.drie_hoeken, name=f"School {number}", sector="primary")
        note_refusal(provider, "left", now=NOW)
    with CaptureQueriesContext(connection) as many:
        ingrid.get(PAGE)
    assert len(many) == len(few) <= 16


def test_an_account_goes_a_year_after_the_last_day_at_work(cast: Cast, service: IdentityProvider) -> None:
    provider = set_up(cast, service)
    WorkAccount.objects.create(provider=provider, subject="s", person=cast.anouk, at=NOW)
    Appointment.objects.filter(person=cast.anouk).update(ends_on=cast.today)
    forget_ended(NOW + dt.timedelta(days=365))
    assert WorkAccount.objects.exists()
    forget_ended(NOW + dt.timedelta(days=366))
    assert not WorkAccount.objects.exists()
    WorkAccount.objects.create(provider=provider, subject="s", person=cast.joris, at=NOW)
    forget_ended(NOW + dt.timedelta(days=3660))  # works on
    assert WorkAccount.objects.exists()
