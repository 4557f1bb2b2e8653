"""A new home address: told by who lives there, read by the office, and then forgotten."""

import datetime as dt

import pytest
from django.core import mail
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from driehoek.backbone.notifications.delivering import deliver_due
from driehoek.backbone.notifications.telling import tell_due
from driehoek.facts.people.models import Person, Protection
from driehoek.features.corrections.addresses import Address, postal_code
from driehoek.features.corrections.forgetting import forget
from driehoek.features.corrections.models import Correction
from tests.cast import NOW, TODAY, Cast
from tests.logged import logged

pytestmark = pytest.mark.django_db
ADDRESS, OWN, WAITING = "/mijn-gegevens/adres/", "/mijn-gegevens/", "/wijzigingen/"
HERE = {"street": "Nieuwlaan 12 b", "postal_code": "1234ab", "town": "Utrecht", "abroad": ""}


def tell(browser: Client, **words: str) -> HttpResponse:
    said = HERE | {"starts_on": TODAY.isoformat()} | words
    return browser.post(ADDRESS, said)  # type: ignore[return-value]


def told(cast: Cast, person: Person) -> Correction:
    assert tell(cast.sign_in(person)).status_code == 302
    return Correction.objects.get(person=person)


def hide(cast: Cast, child: Person) -> None:
    Protection.objects.create(student=child, basis="-", entered_by=cast.joris, entered_at=cast.now)


def test_the_office_reads_it_and_after_its_yes_the_words_are_gone(cast: Cast) -> None:
    correction = told(cast, cast.naima)
    page = cast.sign_in(cast.marja).get(WAITING).text
    assert "Nieuwlaan 12 b" in page and "1234 AB Utrecht" in page and "Staat in de leerlingadm" in page
    path = reverse("corrections:answer", args=[correction.pk])
    cast.sign_in(cast.marja).post(path, {"answer": "yes"})
    correction.refresh_from_db()
    assert (correction.after, correction.starts_on) == ("", None)
    assert "Nieuwlaan" not in cast.sign_in(cast.marja).get(WAITING).text
    mine = cast.sign_in(cast.naima).get(OWN).text
    assert "Staat in de leerlingadministratie." in mine and "Nieuwlaan" not in mine


def test_a_no_needs_a_reason_which_she_reads_and_the_words_are_gone(cast: Cast) -> None:
    correction = told(cast, cast.naima)
    path = reverse("corrections:answer", args=[correction.pk])
    assert cast.sign_in(cast.marja).post(path, {"answer": "no"}).status_code == 422
    assert Correction.objects.get().after
    cast.sign_in(cast.marja).post(path, {"answer": "no", "reason": "Dit nummer is er niet."})
    assert "Dit nummer is er niet." in cast.sign_in(cast.naima).get(OWN).text
    assert Correction.objects.get().after == ""


@pytest.mark.parametrize("who", ["rachid", "anouk", "petra", "ingrid"])
def test_nobody_else_reads_or_answers_it(cast: Cast, who: str) -> None:
    path = reverse("corrections:answer", args=[told(cast, cast.naima).pk])
    browser = cast.sign_in(getattr(cast, who))
    assert "Nieuwlaan" not in browser.get(WAITING).text + browser.get(OWN).text
    assert browser.post(path, {"answer": "yes"}).status_code in (403, 404)
    assert Correction.objects.get().after


def test_a_student_of_sixteen_tells_it_and_her_own_school_reads_it(cast: Cast) -> None:
    Person.objects.filter(pk=cast.yusuf.pk).update(birth_date=TODAY.replace(year=TODAY.year - 16))
    told(cast, cast.yusuf)
    assert "Nieuwlaan" in cast.sign_in(cast.marja).get(WAITING).text
    assert "Nieuwlaan" not in cast.sign_in(cast.petra).get(WAITING).text


def test_the_office_of_a_student_hears_of_it_and_no_mail_has_the_address(cast: Cast) -> None:
    Person.objects.filter(pk=cast.yusuf.pk).update(birth_date=TODAY.replace(year=TODAY.year - 16))
    told(cast, cast.yusuf)
    while tell_due(NOW):
        pass
    deliver_due("email", clock=lambda: NOW)
    assert cast.marja.email in [letter.to[0] for letter in mail.outbox]
    assert not any("Nieuwlaan" in letter.subject + str(letter.body) for letter in mail.outbox)


@pytest.mark.parametrize("who", ["yusuf", "gerda", "jeroen"])
def test_who_is_younger_or_no_guardian_or_kept_away_tells_none(cast: Cast, who: str) -> None:
    browser = cast.sign_in(getattr(cast, who))
    assert ADDRESS not in browser.get(OWN).text
    assert browser.get(ADDRESS).status_code == tell(browser).status_code == 403
    assert not Correction.objects.exists()


def test_a_family_that_hides_is_asked_to_call_and_nothing_is_kept(cast: Cast) -> None:
    browser = cast.sign_in(cast.karin)
    page, answer = browser.get(ADDRESS), tell(browser)
    assert page.status_code == 200 and answer.status_code == 422
    assert all("Bel de school" in one.text and "<textarea" not in one.text for one in (page, answer))
    assert "Nieuwlaan" not in answer.text and not Correction.objects.exists()


def test_a_student_who_hides_herself_is_asked_to_call_too(cast: Cast) -> None:
    Person.objects.filter(pk=cast.yusuf.pk).update(birth_date=TODAY.replace(year=TODAY.year - 17))
    hide(cast, cast.yusuf)
    assert "Bel de school" in tell(cast.sign_in(cast.yusuf)).text
    assert not Correction.objects.exists()


def test_what_waited_when_a_family_began_to_hide_is_gone_that_night(cast: Cast) -> None:
    told(cast, cast.naima)
    kept = told(cast, cast.eline)
    hide(cast, cast.yusuf)
    assert "Nieuwlaan" not in cast.sign_in(cast.naima).get(ADDRESS).text
    forget(NOW + dt.timedelta(hours=10))
    assert list(Correction.objects.all()) == [kept]


def test_told_twice_is_told_once_and_another_day_takes_its_place(cast: Cast) -> None:
    browser, later = cast.sign_in(cast.naima), (TODAY + dt.timedelta(days=9))
    for day in (TODAY, TODAY, later):
        tell(browser, starts_on=day.isoformat())
    assert [row.starts_on for row in Correction.objects.all()] == [later]
    page = browser.get(ADDRESS).text  # what waits stands in the fields
    assert 'value="Nieuwlaan 12 b"' in page and 'value="1234 AB"' in page and later.isoformat() in page
    said = {"mobile": cast.naima.mobile, "email": cast.naima.email}
    browser.post(OWN, said)
    assert Correction.objects.count() == 1  # another form leaves it alone


def test_an_address_abroad_is_free_lines(cast: Cast) -> None:
    browser = cast.sign_in(cast.naima)
    lines = "Hauptstrasse 1\r\n\r\n 46446   Emmerich \r\nDuitsland"
    assert tell(browser, street="", postal_code="", town="", abroad=lines).status_code == 302
    assert Correction.objects.get().after == "Hauptstrasse 1\n46446 Emmerich\nDuitsland"
    assert "46446 Emmerich" in browser.get(ADDRESS).text


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        ({"street": ""}, "Vul je straat en huisnummer in."),
        ({"street": "Nieuwlaan"}, "Zet het huisnummer er ook bij."),
        ({"postal_code": "12345"}, "zoals 1234 AB"),
        ({"postal_code": "0234 AB"}, "zoals 1234 AB"),
        ({"town": " "}, "Vul je woonplaats in."),
        ({"starts_on": ""}, "Kies een dag."),
        ({"starts_on": "1999-01-01"}, "niet meer dan een jaar"),
        ({"abroad": "Rue 1, Parijs"}, "Vul één adres in"),
    ],
)
def test_bad_input_gets_a_clear_sentence_and_nothing_is_lost(
    cast: Cast, words: dict[str, str], complaint: str
) -> None:
    with logged() as paper:
        answer = tell(cast.sign_in(cast.naima), **words)
    said = HERE | words
    assert answer.status_code == 422 and complaint in answer.text
    assert all(said[name].strip() in answer.text for name in HERE)
    assert not Correction.objects.exists() and "Nieuwlaan" not in paper.getvalue()


@pytest.mark.parametrize(
    "words", ["Nieuwlaan 12\n1234 AB Utrecht", "Rue 1\n75001 Parijs\nFrankrijk", "x 1\ny"]
)
def test_what_was_written_down_is_read_back_as_it_was(words: str) -> None:
    assert Address.read(words).words == words
    assert postal_code(" 1234ab") == "1234 AB" and postal_code("1234 A") is None
