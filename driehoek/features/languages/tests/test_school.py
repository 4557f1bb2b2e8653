"""What the office decides about languages, and who asks for an interpreter."""

import pytest
from pytest_django import Settings

from driehoek.backbone.journal.models import Entry
from driehoek.backbone.notifications.models import Notification
from driehoek.backbone.notifications.telling import tell_due
from driehoek.backbone.translation.glossary import glossary_of
from driehoek.backbone.translation.models import Agreement, Helper, Term, Translation
from driehoek.backbone.translation.texts import Text
from driehoek.facts.people.models import ProtectionReader
from driehoek.features.languages.models import InterpreterRequest
from tests.cast import NOW, Cast

WORD = {"word": "gymtas", "plain": "tas met gymkleren", "said_tr": "spor çantası"}


def test_the_office_keeps_the_words_of_its_school_and_a_teacher_does_not(cast: Cast) -> None:
    words = f"/school/{cast.vlieger.pk}/woorden/"
    assert cast.sign_in(cast.anouk).post(words, WORD).status_code == 404
    office = cast.sign_in(cast.marja)
    for _twice in range(2):
        assert office.post(words, WORD).status_code == 302
    assert glossary_of(cast.vlieger.pk).plain["gymtas"] == "tas met gymkleren"
    assert glossary_of(cast.kompas.pk).plain["gymtas"] == "tas voor gym"
    assert "tas met gymkleren" in office.get(f"{words}?woord=gymtas").content.decode()
    office.post(f"/schoolwoord/{Term.objects.get().pk}/weghalen/")
    assert glossary_of(cast.vlieger.pk).plain["gymtas"] == "tas voor gym"


def test_whoever_writes_a_message_is_offered_the_plain_word_of_her_own_school(cast: Cast) -> None:
    sheet = {"place": f"group-{cast.groep_5.pk}", "kind": "update", "when": "usual"}
    sheet |= {"text": "Morgen is het kwintmoment. Neem je gymtas mee."}
    anouk = cast.sign_in(cast.anouk)
    before = anouk.post("/maken/", sheet, follow=True).content.decode()
    assert "tas voor gym" in before and "praten over het kind" not in before
    office = cast.sign_in(cast.marja)
    office.post(f"/school/{cast.vlieger.pk}/woorden/", WORD)
    own = {"word": "kwintmoment", "plain": "praten over het kind"}
    office.post(f"/school/{cast.vlieger.pk}/woorden/", own)
    after = anouk.post("/maken/", sheet, follow=True).content.decode()
    assert "tas met gymkleren" in after and "praten over het kind" in after
    office.post(f"/school/{cast.kompas.pk}/woorden/", own | {"plain": "van een andere school"})
    assert "van een andere school" not in anouk.post("/maken/", sheet, follow=True).content.decode()


def test_a_word_without_a_word_is_asked_again_and_nothing_is_lost(cast: Cast) -> None:
    answer = cast.sign_in(cast.marja).post(f"/school/{cast.vlieger.pk}/woorden/", WORD | {"word": ""})
    assert answer.status_code == 422 and "tas met gymkleren" in answer.content.decode()


def test_only_texts_with_the_changed_word_are_made_anew_and_the_old_one_stands_meanwhile(cast: Cast) -> None:
    for words in ("Neem je gymtas mee", "Neem je brood mee"):
        row = Translation.of(Text(words, "nl", cast.vlieger.pk), "tr", at=NOW)
        row.state, row.words = "done", "bir şey"
        row.save()
    cast.sign_in(cast.marja).post(f"/school/{cast.vlieger.pk}/woorden/", WORD)
    waiting = Translation.objects.get(state="waiting")
    assert (waiting.original, waiting.words) == ("Neem je gymtas mee", "bir şey")


@pytest.mark.parametrize("who", ["naima", "anouk", "dijk"])
def test_only_its_leaders_let_texts_of_a_school_go_to_a_machine(
    who: str, cast: Cast, settings: Settings
) -> None:
    settings.TRANSLATOR, settings.TRANSLATOR_URL = "libretranslate", "http://vertaler.example"
    address = f"/school/{cast.vlieger.pk}/vertalen/"
    assert cast.sign_in(getattr(cast, who)).post(address, {"agreed": "yes"}).status_code == 404
    assert not Agreement.objects.exists()
    head = cast.sign_in(cast.joris)
    assert "vertaler.example" in head.get("/school/talen/").content.decode()
    head.post(address, {"agreed": "yes"})
    assert Agreement.objects.get().by == cast.joris
    head.post(address, {"agreed": "no"})
    assert not Agreement.objects.exists()


def test_the_office_asks_a_parent_to_help_and_thanks_her(cast: Cast) -> None:
    office, address = cast.sign_in(cast.marja), f"/school/{cast.vlieger.pk}/taalhulp/"
    assert office.post(address, {"person": cast.elif_.pk, "language": "tr"}).status_code == 302
    assert "Elif" in office.get("/school/talen/").content.decode()
    assert (
        office.post(address, {"person": cast.dewi.pk, "language": "tr"}).status_code == 422
    )  # of another school
    helper = Helper.objects.get()
    assert cast.sign_in(cast.elif_).post(f"/taalhulp/{helper.pk}/stoppen/").status_code == 403
    office.post(f"/taalhulp/{helper.pk}/stoppen/")
    assert not Helper.objects.exists()


def test_asking_and_asking_again_calls_the_office_no_more_than_ten_times_a_day(cast: Cast) -> None:
    mother = cast.sign_in(cast.elif_)
    for time in range(12):
        asking = mother.post(f"/ik/tolk/{cast.vlieger.pk}/")
        assert asking.status_code == (302 if time < 10 else 429)
        assert time < 10 or "Bir gün için çok mesaj oldu. Yarın tekrar gelin." in asking.text
        for asked in InterpreterRequest.objects.all():
            mother.post(f"/tolk/{asked.pk}/klaar/")
    assert Entry.objects.filter(verb="languages.interpreterrequest.asked").count() == 10


def test_a_family_whose_place_is_secret_is_on_no_list_of_helpers_but_of_who_may_know_it(cast: Cast) -> None:
    office, address = cast.sign_in(cast.marja), f"/school/{cast.vlieger.pk}/taalhulp/"
    for hidden in (cast.karin, cast.lotte):
        hidden.speak("tr")
        assert hidden.full_name not in office.get(address).content.decode()
        assert office.post(address, {"person": hidden.pk, "language": "tr"}).status_code == 422
    assert cast.elif_.full_name in office.get(address).content.decode()
    ProtectionReader.objects.create(protection=cast.lotte.protection, person=cast.marja)
    assert cast.karin.full_name in office.get(address).content.decode()


def test_a_mother_asks_for_an_interpreter_in_one_tap_and_school_sees_it(cast: Cast) -> None:
    mother = cast.sign_in(cast.elif_)
    for _twice in range(2):
        assert mother.post(f"/ik/tolk/{cast.vlieger.pk}/").status_code == 302
    asked = InterpreterRequest.objects.get()
    assert (asked.person, asked.language) == (cast.elif_, "tr")
    assert "Elif" in cast.sign_in(cast.marja).get("/school/talen/").content.decode()
    while tell_due(NOW):
        pass
    assert set(Notification.objects.values_list("person", flat=True)) == {cast.marja.pk}
    assert (
        mother.post(f"/tolk/{asked.pk}/klaar/").status_code == 302 and not InterpreterRequest.objects.exists()
    )


def test_who_asked_is_known_to_her_school_and_to_those_who_work_with_her_child(cast: Cast) -> None:
    InterpreterRequest.ask(cast.vlieger, by=cast.elif_, at=NOW)
    seers = [
        key
        for key in ("elif_", "murat", "naima", "marja", "joris", "anouk", "daan", "dijk", "ingrid")
        if InterpreterRequest.objects.visible_to(cast.viewer(getattr(cast, key))).exists()
    ]
    assert seers == ["elif_", "marja", "joris", "anouk"]


def test_nobody_asks_at_a_school_where_she_has_no_child(cast: Cast) -> None:
    assert cast.sign_in(cast.elif_).post(f"/ik/tolk/{cast.kompas.pk}/").status_code == 404
    assert cast.sign_in(cast.jeroen).post(f"/ik/tolk/{cast.vlieger.pk}/").status_code == 404  # he is blocked


def test_a_request_that_ended_does_not_end_again(cast: Cast) -> None:
    InterpreterRequest.ask(cast.vlieger, by=cast.elif_, at=NOW)
    asked = InterpreterRequest.objects.get()
    for _time in range(2):
        asked.end(by=cast.elif_, at=NOW)
    assert Entry.objects.filter(verb="languages.interpreterrequest.ended").count() == 1
