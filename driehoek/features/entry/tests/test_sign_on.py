"""A colleague comes in with her work account: known by her subject, with her staff hat, and nobody else."""

import datetime as dt
from collections.abc import Iterator

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from django.core import mail
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoCaptureOnCommitCallbacks

from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import Appointment, ExternalKey
from driehoek.features.entry import work_accounts
from driehoek.features.entry.models import WorkAccount
from driehoek.features.entry.tests.signing_on import come, is_in, refusals, set_up
from driehoek.features.entry.tests.test_staff import APP, SECOND, six_digits, started, wears
from tests.cast import NOW, Cast
from tests.servers.openid import IdentityProvider, identifying

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("at_once")]
VOUCHED = {"asks_second": True}


@pytest.fixture
def service() -> Iterator[IdentityProvider]:
    cache.clear()
    with identifying() as provider:
        yield provider


def named(service: IdentityProvider, person: Person, **more: object) -> None:
    """Who signs in there from now on."""
    service.said = {"sub": f"s-{person.pk}", "email": person.email, "email_verified": True} | more


def vouching(cast: Cast, service: IdentityProvider, person: Person) -> None:
    set_up(cast, service, **VOUCHED)
    named(service, person, amr=["pwd", "mfa"])


def test_the_first_time_she_sets_up_a_second_factor_and_the_next_time_she_shows_it(
    cast: Cast, service: IdentityProvider
) -> None:
    set_up(cast, service)
    named(service, cast.anouk)
    browser = Client()
    assert come(browser, cast).url == reverse("mfa_index")
    assert wears(browser) == ("home", False) and is_in(browser)
    assert browser.get(reverse("profile:settings")).url == reverse("mfa_index")
    secret = browser.get(APP).context["form"].secret
    browser.post(APP, {"code": six_digits(secret)})
    assert wears(browser) == ("school", True)
    with time_machine.travel(NOW + dt.timedelta(minutes=5), tick=False):
        later = Client()
        assert come(later, cast).url == SECOND and not is_in(later)
        assert later.post(SECOND, {"code": six_digits(secret)}).url == "/"
        assert wears(later) == ("school", True)
    assert refusals() == []


def test_where_the_provider_asks_a_second_step_and_says_so_she_is_in(
    cast: Cast, service: IdentityProvider
) -> None:
    vouching(cast, service, cast.anouk)
    browser = Client()
    assert come(browser, cast).url == "/" and wears(browser) == ("school", True)
    assert browser.get(reverse("entry:letters")).status_code == 200


@pytest.mark.parametrize(
    ("set_up_as", "said"),
    [
        ({}, {"amr": ["mfa"]}),  # it says so, and nobody here says that its word counts
        (VOUCHED, {}),
        (VOUCHED, {"amr": ["pwd"]}),
        (VOUCHED, {"amr": "mfa"}),
        (VOUCHED | {"second_is": "c1"}, {"amr": ["mfa"], "acr": "c2"}),
    ],
)
def test_otherwise_our_own_is_asked(
    cast: Cast, service: IdentityProvider, set_up_as: dict[str, object], said: dict[str, object]
) -> None:
    set_up(cast, service, **set_up_as)
    named(service, cast.anouk, **said)
    browser = Client()
    assert come(browser, cast).url == reverse("mfa_index") and wears(browser) == ("home", False)


@pytest.mark.parametrize("said", [{"acr": "c1"}, {"acrs": ["c1"]}])
def test_a_provider_is_asked_for_the_kind_of_sign_in_that_it_must_swear_to(
    cast: Cast, service: IdentityProvider, said: dict[str, object]
) -> None:
    set_up(cast, service, **VOUCHED, second_is="c1")
    named(service, cast.anouk, **said)
    browser = Client()
    assert come(browser, cast).url == "/" and wears(browser) == ("school", True)
    question = service.asked[-1]
    assert (question["acr_values"], question["scope"]) == ("c1", "openid email")
    assert question["prompt"] == "select_account"


def test_who_set_up_a_second_factor_herself_shows_it_once_whatever_the_provider_swears(
    cast: Cast, service: IdentityProvider
) -> None:
    """Else whoever runs the provider would become her."""
    _browser, secret = started(cast.anouk)
    vouching(cast, service, cast.anouk)
    with time_machine.travel(NOW + dt.timedelta(minutes=5), tick=False):
        stranger = Client()
        assert come(stranger, cast).url == SECOND
        assert not is_in(stranger) and not WorkAccount.objects.exists()
        stranger.post(SECOND, {"code": six_digits(secret)})
        assert wears(stranger) == ("school", True)
        again = Client()
        assert come(again, cast).url == "/" and wears(again) == ("school", True)


def test_she_is_at_work_and_nowhere_else(cast: Cast, service: IdentityProvider) -> None:
    """Anouk is a mother too. Her employer runs the provider, and does not come into her home."""
    vouching(cast, service, cast.anouk)
    browser = Client()
    come(browser, cast)
    page = browser.get(reverse("profile:settings")).text
    assert "Tess" not in page and reverse("mfa_index") in page
    assert browser.get(reverse("mfa_add_webauthn")).url == reverse("mfa_index")  # a passkey opens home, too
    assert browser.post(reverse("entry:hat"), {"hat": "home"}).url == reverse("entry:signin")
    assert not is_in(browser)


def test_before_the_second_factor_neither_home_nor_work_is_open(
    cast: Cast, service: IdentityProvider
) -> None:
    set_up(cast, service)
    named(service, cast.anouk)
    browser = Client()
    come(browser, cast)
    page = browser.get(reverse("shell:help"))
    assert page.status_code == 200 and page.context["viewer"].seats == []
    assert "tel:" not in page.text and "Over <bdi>" not in page.text


def test_a_passkey_of_home_is_no_second_factor_at_work(cast: Cast, service: IdentityProvider) -> None:
    """A code by mail was enough to add it."""
    Authenticator.objects.create(user=cast.anouk, type="webauthn", data={})
    set_up(cast, service)
    named(service, cast.anouk)
    assert come(Client(), cast).url == reverse("mfa_index")
    assert not Authenticator.objects.exists()
    at_home = cast.sign_in(cast.anouk, "home")
    assert at_home.get(reverse("mfa_add_webauthn")).url == reverse("account_login")


def test_a_guardian_is_never_found_whatever_the_provider_swears(
    cast: Cast, service: IdentityProvider
) -> None:
    vouching(cast, service, cast.naima)
    browser = Client()
    answer = come(browser, cast)
    assert answer.status_code == 403 and "kennen jou nog niet" in answer.text
    assert not is_in(browser) and not WorkAccount.objects.exists() and refusals() == ["unknown"]


def test_an_address_of_two_people_names_nobody(cast: Cast, service: IdentityProvider) -> None:
    vouching(cast, service, cast.anouk)
    Person.objects.filter(pk=cast.rachid.pk).update(email=cast.anouk.email.upper())
    assert come(Client(), cast).status_code == 403 and refusals() == ["unclear"]
    Person.objects.filter(pk=cast.rachid.pk).update(email="")
    assert come(Client(), cast).url == "/"


@pytest.mark.parametrize(
    "said",
    [
        {"email_verified": False},
        {"email_verified": None},
        {"email": ""},
        {"email": None},
        {"email_verified": "no"},
    ],
)
def test_an_address_that_the_provider_does_not_stand_for_names_nobody(
    cast: Cast, service: IdentityProvider, said: dict[str, object]
) -> None:
    vouching(cast, service, cast.anouk)
    service.said |= said
    browser = Client()
    assert come(browser, cast).status_code == 403 and not is_in(browser)
    assert refusals() == ["unverified"]


def test_microsofts_word_for_a_verified_address_counts(cast: Cast, service: IdentityProvider) -> None:
    vouching(cast, service, cast.anouk)
    del service.said["email_verified"]
    service.said["xms_edov"] = 1
    assert come(Client(), cast).url == "/"


def test_a_letter_that_a_database_takes_for_another_names_nobody(
    cast: Cast, service: IdentityProvider
) -> None:
    vouching(cast, service, cast.meryem)
    Person.objects.filter(pk=cast.meryem.pk).update(email="inge@school.example")
    service.said["email"] = "\u0131nge@school.example"  # a Turkish i without its dot
    assert come(Client(), cast).status_code == 403 and refusals() == ["unknown"]


def test_the_key_of_the_roster_names_her_where_the_board_chose_that(
    cast: Cast, service: IdentityProvider
) -> None:
    set_up(cast, service, **VOUCHED, key_claim="employeeid")
    key = ExternalKey.objects.filter(person=cast.anouk, school=cast.vlieger).values_list("key", flat=True)[0]
    service.said = {"sub": "s-1", "amr": ["mfa"], "employeeid": "", "email": cast.anouk.email}
    assert come(Client(), cast).status_code == 403
    service.said["employeeid"] = key
    browser = Client()
    assert come(browser, cast).url == "/"
    assert int(browser.session["_auth_user_id"]) == cast.anouk.pk


def test_from_then_on_the_subject_counts_and_no_address(cast: Cast, service: IdentityProvider) -> None:
    vouching(cast, service, cast.anouk)
    come(Client(), cast)
    service.said["email"] = cast.daan.email  # her mailbox got another name
    browser = Client()
    come(browser, cast)
    assert int(browser.session["_auth_user_id"]) == cast.anouk.pk
    named(service, cast.anouk, amr=["mfa"], sub="somebody else")
    assert come(Client(), cast).status_code == 403 and refusals() == ["unclear"]


def test_who_left_comes_in_no_longer(cast: Cast, service: IdentityProvider) -> None:
    vouching(cast, service, cast.anouk)
    browser = Client()
    come(browser, cast)
    Appointment.objects.filter(person=cast.anouk).update(ends_on=cast.today - dt.timedelta(days=1))
    assert browser.get(reverse("entry:letters")).status_code == 403
    answer = come(Client(), cast)
    assert answer.status_code == 403 and "werkt hier niet meer" in answer.text and refusals() == ["left"]
    WorkAccount.objects.all().delete()
    assert come(Client(), cast).status_code == 403 and refusals() == ["left", "unknown"]


def test_a_colleague_of_another_board_is_unknown(cast: Cast, service: IdentityProvider) -> None:
    vouching(cast, service, cast.petra)
    assert come(Client(), cast).status_code == 403 and refusals() == ["unknown"]


def test_the_provider_of_one_board_does_not_open_the_work_of_another(
    cast: Cast, service: IdentityProvider
) -> None:
    Appointment.objects.create(
        person=cast.anouk, board=cast.overkant, school=cast.brug, function="office", starts_on=cast.today
    )
    vouching(cast, service, cast.anouk)
    browser, by_password = Client(), started(cast.anouk)[0]
    with time_machine.travel(NOW + dt.timedelta(minutes=5), tick=False):
        WorkAccount.objects.create(
            provider_id=set_up(cast, service, **VOUCHED).pk, person=cast.anouk, at=NOW,
            subject=service.said["sub"],
        )  # fmt: skip
        come(browser, cast)
        seen = [one.get(reverse("entry:letters")).text for one in (browser, by_password)]
    assert ["groep 5" in text.lower() for text in seen] == [True, True]
    assert [cast.brug.name in text for text in seen] == [False, True]


def test_a_first_time_is_mailed(
    cast: Cast, service: IdentityProvider, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    vouching(cast, service, cast.anouk)
    with django_capture_on_commit_callbacks(execute=True):
        come(Client(), cast)
        come(Client(), cast)
    assert ["veranderd" in message.subject for message in mail.outbox] == [True]


def test_leaving_points_to_the_way_out_of_the_provider(cast: Cast, service: IdentityProvider) -> None:
    vouching(cast, service, cast.anouk)
    browser = Client()
    come(browser, cast)
    gone = browser.post(reverse("entry:signout"))
    assert not is_in(browser) and "storage" in gone.headers["Clear-Site-Data"]
    page = browser.get(gone.url)
    assert page.status_code == 200 and f"{service.issuer}/out?client_id=" in page.text


@pytest.mark.once
def test_without_the_question_who_works_here_a_guardian_would_come_in(
    cast: Cast, service: IdentityProvider, monkeypatch: pytest.MonkeyPatch
) -> None:
    vouching(cast, service, cast.naima)
    monkeypatch.setattr(work_accounts, "works_for", lambda provider, person, day: True)
    browser = Client()
    come(browser, cast)
    assert is_in(browser)
