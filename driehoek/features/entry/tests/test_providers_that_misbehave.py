"""Whatever a provider says or leaves out: a sentence for her, a line in the journal, and never a way in."""

import datetime as dt
from collections.abc import Iterator

import pytest
import time_machine
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from driehoek.base.core.sealed import Unreadable, seal, unseal
from driehoek.base.openid import proving
from driehoek.base.openid.places import is_known_place
from driehoek.features.entry.models import WorkAccount
from driehoek.features.entry.tests.signing_on import come, is_in, refusals, set_up, way_back
from tests.cast import NOW, Cast
from tests.servers.openid import SECRET, IdentityProvider, Mood, identifying

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("at_once")]


@pytest.fixture
def service(cast: Cast) -> Iterator[IdentityProvider]:
    """One that Anouk may come in by at once, as long as it behaves."""
    cache.clear()
    with identifying() as provider:
        set_up(cast, provider, asks_second=True)
        provider.said = {"sub": "s-1", "email": cast.anouk.email, "email_verified": True, "amr": ["mfa"]}
        yield provider


AT_THE_START = {
    Mood.BREAKS: "away", Mood.SENDS_AWAY: "away", Mood.MUMBLES: "nonsense", Mood.POURS: "nonsense",
    Mood.NESTS: "nonsense", Mood.IS_ANOTHER: "other_issuer", Mood.POINTS_AWAY: "place",
}  # fmt: skip
ON_THE_WAY_BACK = {
    Mood.CANCELS: "cancelled", Mood.FORBIDS: "not_ours", Mood.SIGNS_NOT: "unsigned",
    Mood.SIGNS_WITH_OTHER_KEY: "unsigned", Mood.SIGNS_WITH_OUR_SECRET: "unsigned",
    Mood.SIGNS_WITH_PUBLIC_KEY: "unsigned", Mood.NAMES_ANOTHER: "other_issuer",
    Mood.FOR_ANOTHER: "other_audience", Mood.ASKED_BY_ANOTHER: "other_audience", Mood.OLD: "expired",
    Mood.REPEATS: "other_nonce", Mood.NOBODY: "nonsense", Mood.BREAKS: "away", Mood.MUMBLES: "nonsense",
}  # fmt: skip


@pytest.mark.parametrize("mood", AT_THE_START)
def test_nobody_is_sent_to_a_provider_that_does_not_say_who_it_is(
    cast: Cast, service: IdentityProvider, mood: Mood
) -> None:
    service.mood = mood
    answer = Client().post(reverse("entry:sign_on", args=[cast.drie_hoeken.pk]))
    assert answer.status_code in (403, 502) and "Inloggen lukte niet" in answer.text
    assert refusals() == [AT_THE_START[mood]]


@pytest.mark.parametrize("mood", ON_THE_WAY_BACK)
def test_nobody_comes_in_by_what_does_not_prove_who_she_is(
    cast: Cast, service: IdentityProvider, mood: Mood
) -> None:
    browser = Client()
    come(browser, cast)  # so that its document and its keys are known
    browser.logout()
    WorkAccount.objects.all().delete()
    service.mood = mood
    answer = come(browser, cast)
    assert answer.status_code in (403, 502) and "Inloggen lukte niet" in answer.text
    assert not is_in(browser) and not WorkAccount.objects.exists()
    assert refusals() == [ON_THE_WAY_BACK[mood]]
    service.mood = Mood.WELL  # and this is no accident of the set-up
    assert come(browser, cast).url == "/" and is_in(browser)


def test_who_gives_no_answer_is_left_alone_for_a_moment(cast: Cast, service: IdentityProvider) -> None:
    address = reverse("entry:sign_on", args=[cast.drie_hoeken.pk])
    service.mood = Mood.BREAKS
    assert Client().post(address).status_code == 502
    service.mood = Mood.WELL
    assert Client().post(address).status_code == 502  # it was not asked again
    cache.clear()
    assert Client().post(address).status_code == 200


def test_a_new_key_is_fetched_when_it_signs_with_one(cast: Cast, service: IdentityProvider) -> None:
    assert come(Client(), cast).url == "/"
    service.mood = Mood.TURNS_ITS_KEY
    assert come(Client(), cast).url == "/" and refusals() == []


def test_what_it_tells_beside_the_token_counts_for_the_same_person_alone(
    cast: Cast, service: IdentityProvider
) -> None:
    """SURFconext keeps the address out of the token."""
    service.told = {name: service.said.pop(name) for name in ("email", "email_verified")}
    service.mood = Mood.TELLS_OF_ANOTHER
    assert come(Client(), cast).status_code == 403 and refusals() == ["nonsense"]
    service.mood = Mood.WELL
    assert come(Client(), cast).url == "/"


def test_our_secret_goes_the_way_the_provider_likes(cast: Cast, service: IdentityProvider) -> None:
    service.in_form = True
    assert come(Client(), cast).url == "/"


def test_an_answer_counts_once_in_the_browser_that_asked_and_for_ten_minutes(
    cast: Cast, service: IdentityProvider
) -> None:
    browser, thief = Client(), Client()
    back = way_back(browser, cast)
    assert thief.get(back).status_code == 403 and not is_in(thief)
    way_back(thief, cast)  # asks herself, and comes with the answer of another
    assert thief.get(back).status_code == 403 and not is_in(thief)
    assert browser.get(back).url == "/" and is_in(browser)
    assert browser.get(back).status_code == 403
    late = Client()
    back = way_back(late, cast)
    with time_machine.travel(NOW + dt.timedelta(minutes=10, seconds=1), tick=False):
        assert late.get(back).status_code == 403 and not is_in(late)
    assert refusals() == ["stale"] * 4


def test_an_answer_that_names_another_provider_is_mixed_up(cast: Cast, service: IdentityProvider) -> None:
    browser = Client()
    back = way_back(browser, cast).replace("iss=http", "iss=https")
    assert browser.get(back).status_code == 403 and refusals() == ["other_issuer"]


def test_another_client_since_she_left_is_another_question(cast: Cast, service: IdentityProvider) -> None:
    browser = Client()
    back = way_back(browser, cast)
    set_up(cast, service, client_id="another")
    assert browser.get(back).status_code == 403 and refusals() == ["stale"]


def test_only_a_press_of_the_button_with_our_own_form_sends_somebody_off(
    cast: Cast, service: IdentityProvider
) -> None:
    address = reverse("entry:sign_on", args=[cast.drie_hoeken.pk])
    assert Client(enforce_csrf_checks=True).post(address).status_code == 403
    assert Client().get(address).status_code == 405 and service.asked == []


def test_who_goes_too_often_waits(
    cast: Cast, service: IdentityProvider, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("driehoek.features.entry.views.sign_on.allowed", lambda *asked, now: False)
    for address in ("entry:sign_on", "entry:sign_on_back"):
        url = reverse(address, args=[cast.drie_hoeken.pk])
        browser = Client()
        assert (browser.post(url) if address == "entry:sign_on" else browser.get(url)).status_code == 429


@pytest.mark.once
@pytest.mark.parametrize("mood", [Mood.REPEATS, Mood.SIGNS_WITH_OUR_SECRET])
def test_without_the_checks_each_of_them_would_come_in(
    cast: Cast, service: IdentityProvider, monkeypatch: pytest.MonkeyPatch, mood: Mood
) -> None:
    service.mood = mood
    if mood == Mood.REPEATS:
        monkeypatch.setattr(proving, "constant_time_compare", lambda *both: True)
    else:
        monkeypatch.setattr(proving, "key_for", lambda header, endpoints: SECRET * 3)
        monkeypatch.setattr(proving, "SIGNED_WITH", ["HS256"])
    assert come(Client(), cast).url == "/"


@pytest.mark.parametrize(
    "address",
    [
        "http://login.microsoftonline.com/x", "https://login.microsoftonline.com.evil.example/",
        "https://login.microsoftonline.com@evil.example/", "https://evil.example/#login.microsoftonline.com",
        "http://169.254.169.254/", "https://localhost/", "ftp://localhost/", "https://[::1]/", "",
        "https://login.microsoftonline.com\\@evil.example/", "https://LOGIN.microsoftonline.com/",
    ],
)  # fmt: skip
def test_no_other_computer_is_ever_asked(address: str) -> None:
    assert not is_known_place(address)
    assert is_known_place("https://login.microsoftonline.com/7b1c/v2.0")


def test_the_secret_is_sealed_with_a_key_that_may_change(settings: Settings) -> None:
    sealed, before = seal(SECRET), settings.SECRET_KEY
    assert SECRET not in sealed and unseal(sealed) == SECRET
    settings.SECRET_KEY = "n" * 60
    with pytest.raises(Unreadable):
        unseal(sealed)
    settings.SECRET_KEY_FALLBACKS = [before]
    assert unseal(sealed) == SECRET


def test_a_secret_that_cannot_be_opened_any_more_is_a_sentence_too(
    cast: Cast, service: IdentityProvider, settings: Settings
) -> None:
    settings.SECRET_KEY = "n" * 60
    answer = Client().post(reverse("entry:sign_on", args=[cast.drie_hoeken.pk]))
    assert answer.status_code == 403 and refusals() == ["broken"]
