"""Own data: proposed by the guardian, answered by the office, hidden from the other guardian."""

import datetime as dt

import pytest
from django.core import mail
from django.db import IntegrityError, transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from driehoek.backbone.notifications.delivering import deliver_due
from driehoek.backbone.notifications.telling import tell_due
from driehoek.backbone.translation.models import Correction as Translated
from driehoek.backbone.translation.models import Translation
from driehoek.backbone.translation.texts import Text
from driehoek.facts.people.models import NearPerson, Person
from driehoek.features.corrections.forgetting import forget
from driehoek.features.corrections.models import Correction, CorrectionAnswer
from tests.cast import NOW, Cast

pytestmark = pytest.mark.django_db
OWN = "corrections:own"
NEW = "naima@nieuw.example"


def propose(browser: Client, person: Person, **words: str) -> HttpResponse:
    said = {"mobile": person.mobile, "email": person.email} | words
    return browser.post(reverse(OWN), said)  # type: ignore[return-value]


def proposed(cast: Cast) -> Correction:
    assert propose(cast.sign_in(cast.naima), cast.naima, email=NEW).status_code == 302
    return Correction.objects.get()


def name(browser: Client, child: Person, **words: object) -> HttpResponse:
    said = {"name": "Oma Ria", "relation": "grandparent", "phone": "06 1111 2222", "may_collect": "on"}
    return browser.post(reverse("corrections:near", args=[child.pk]), said | words)  # type: ignore[return-value]


def mails() -> list[str]:
    while tell_due(NOW):
        pass
    deliver_due("email", clock=lambda: NOW)
    return [letter.to[0] for letter in mail.outbox]


def test_it_counts_when_the_office_says_yes_and_not_before(cast: Cast) -> None:
    correction = proposed(cast)
    assert Person.objects.get(pk=cast.naima.pk).email != NEW
    path = reverse("corrections:answer", args=[correction.pk])
    for _ in range(2):
        cast.sign_in(cast.marja).post(path, {"answer": "yes"})
    assert Person.objects.get(pk=cast.naima.pk).email == NEW
    assert "overgenomen" in cast.sign_in(cast.naima).get(reverse(OWN)).content.decode()


def test_the_reason_of_a_no_comes_in_her_language_with_the_original_beside_it(cast: Cast) -> None:
    path = reverse("corrections:answer", args=[proposed(cast).pk])
    cast.sign_in(cast.marja).post(path, {"answer": "no", "reason": "Dit adres werkt niet."})
    said = Text("Dit adres werkt niet.", "nl", cast.vlieger.pk)
    Translated.write(said, "tr", "Bu adres çalışmıyor.", by=cast.meryem, at=NOW)
    cast.naima.speak("tr")
    page = cast.sign_in(cast.naima).get(reverse(OWN)).text
    assert "Bu adres çalışmıyor." in page and "Dit adres werkt niet." in page and "tr-original" in page
    CorrectionAnswer.objects.update(by=cast.petra)  # of another board: nobody's words at this school
    assert "Bu adres" not in cast.sign_in(cast.naima).get(reverse(OWN)).text
    CorrectionAnswer.objects.update(by=cast.marja)
    forget(NOW + dt.timedelta(days=100))
    assert not Translation.objects.exists() and not Correction.objects.exists()


def test_a_no_has_a_reason_that_she_reads(cast: Cast) -> None:
    path = reverse("corrections:answer", args=[proposed(cast).pk])
    assert cast.sign_in(cast.marja).post(path, {"answer": "no"}).status_code == 422
    cast.sign_in(cast.marja).post(path, {"answer": "no", "reason": "Dit adres werkt niet."})
    assert "Dit adres werkt niet." in cast.sign_in(cast.naima).get(reverse(OWN)).content.decode()
    assert Person.objects.get(pk=cast.naima.pk).email != NEW
    with pytest.raises(IntegrityError), transaction.atomic():
        CorrectionAnswer.objects.update(reason="")


@pytest.mark.parametrize("who", ["naima", "rachid", "anouk", "petra", "ingrid"])
def test_nobody_but_the_office_and_the_head_answers(cast: Cast, who: str) -> None:
    path = reverse("corrections:answer", args=[proposed(cast).pk])
    assert cast.sign_in(getattr(cast, who)).post(path, {"answer": "yes"}).status_code in (403, 404)
    assert not CorrectionAnswer.objects.exists()


def test_the_other_parent_sees_nothing_of_it(cast: Cast) -> None:
    proposed(cast)
    rachid = cast.sign_in(cast.rachid)
    for path in (reverse(OWN), "/", reverse("children:detail", args=[cast.yusuf.pk])):
        assert NEW not in rachid.get(path).content.decode()


def test_the_address_of_a_hidden_family_is_shown_to_the_named_and_the_head_only(cast: Cast) -> None:
    propose(cast.sign_in(cast.karin), cast.karin, email="karin@nieuw.example")
    path = reverse("corrections:waiting")
    assert "karin@nieuw" not in cast.sign_in(cast.marja).get(path).content.decode()
    assert "karin@nieuw" in cast.sign_in(cast.joris).get(path).content.decode()


def test_proposing_twice_is_proposing_once_and_the_last_word_counts(cast: Cast) -> None:
    browser = cast.sign_in(cast.naima)
    for address in (NEW, NEW, "later@nieuw.example"):
        propose(browser, cast.naima, email=address)
    assert [c.after for c in Correction.objects.all()] == ["later@nieuw.example"]
    propose(browser, cast.naima)
    assert not Correction.objects.exists()  # as it was: nothing to ask


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        ({"mobile": "bel maar"}, "telefoonnummer"),
        ({"email": "geen adres"}, "e-mailadres"),
        ({"mobile": "", "email": ""}, "ten minste"),
    ],
)
def test_bad_input_gets_a_clear_sentence(cast: Cast, words: dict[str, str], complaint: str) -> None:
    answer = propose(cast.sign_in(cast.naima), cast.naima, **words)
    assert answer.status_code == 422 and complaint in answer.content.decode()
    assert not Correction.objects.exists()


def test_who_tries_one_name_after_the_other_is_stopped(cast: Cast) -> None:
    browser = cast.sign_in(cast.marieke)
    answers = [name(browser, cast.finn, name=f"Oma {number}") for number in range(41)]
    assert {answer.status_code for answer in answers[:40]} == {302}
    assert answers[40].status_code == 429 and "Kom morgen terug" in answers[40].content.decode()
    assert propose(browser, cast.marieke, email=NEW).status_code == 429
    assert propose(cast.sign_in(cast.naima), cast.naima, email=NEW).status_code == 302


def test_the_office_hears_of_it_and_so_does_the_address_that_still_counts(cast: Cast) -> None:
    proposed(cast)
    assert set(mails()) == {cast.naima.email, cast.marja.email, *offices(cast)}
    assert not any(NEW in letter.subject + str(letter.body) for letter in mail.outbox)


def offices(cast: Cast) -> set[str]:
    """Of the other school of her children, when it has an office."""
    from_kompas = {letter.to[0] for letter in mail.outbox} - {cast.naima.email, cast.marja.email}
    staff = Person.objects.filter(appointments__school=cast.kompas, appointments__function="office")
    assert from_kompas <= set(staff.values_list("email", flat=True))
    return from_kompas


def test_grandmother_may_fetch_at_once_where_nothing_special_holds(cast: Cast) -> None:
    browser = cast.sign_in(cast.eline)
    for _ in range(2):
        assert name(browser, cast.saar).status_code == 302
    near = NearPerson.objects.agreed().get()
    assert near.phone == "0611112222"
    assert "Oma Ria" in browser.get(reverse("absences:pickups")).content.decode()
    assert (
        "Oma Ria"
        in cast.sign_in(cast.anouk).get(reverse("children:pupil", args=[cast.saar.pk])).content.decode()
    )


def test_where_somebody_is_kept_away_school_agrees_first(cast: Cast) -> None:
    name(cast.sign_in(cast.marieke), cast.finn)
    near = NearPerson.objects.waiting().get()
    pickups = reverse("absences:pickups")
    assert "Oma Ria" not in cast.sign_in(cast.marieke).get(pickups).content.decode()
    path = reverse("corrections:near_answer", args=[near.pk])
    assert cast.sign_in(cast.anouk).post(path, {"answer": "yes"}).status_code == 404
    assert cast.sign_in(cast.marja).post(path, {"answer": "yes"}).status_code == 302
    assert "Oma Ria" in cast.sign_in(cast.marieke).get(pickups).content.decode()


@pytest.mark.parametrize("words", [{}, {"name": "iemand anders", "phone": "+31 6 12345678"}])
def test_who_must_be_kept_away_cannot_be_named(cast: Cast, words: dict[str, str]) -> None:
    Person.objects.filter(pk=cast.jeroen.pk).update(mobile="0612345678")
    said = {"name": f"  {cast.jeroen.full_name.upper()} "} | words
    answer = name(cast.sign_in(cast.marieke), cast.finn, **said)
    assert answer.status_code == 422 and not NearPerson.objects.exists()
    assert "Bel de school" in answer.content.decode()


def test_she_takes_away_whom_she_named_and_nobody_else_does(cast: Cast) -> None:
    name(cast.sign_in(cast.eline), cast.saar)
    path = reverse("corrections:near_removal", args=[NearPerson.objects.get().pk])
    assert cast.sign_in(cast.anouk).post(path).status_code == 403
    assert cast.sign_in(cast.naima).post(path).status_code == 404
    assert cast.sign_in(cast.eline).post(path).status_code == 302
    assert not NearPerson.objects.standing().exists()
