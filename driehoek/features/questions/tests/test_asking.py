"""Asking the other parents of a class, through the front door."""

import datetime as dt

import time_machine
from django.test import Client

from driehoek.backbone.moderation.models import Acceptance, Silence, Trace
from driehoek.facts.people.models import Protection
from driehoek.features.questions.models import Question
from driehoek.features.questions.tests.asked import answered, asked, readers
from tests.cast import Cast

SWIM = "Wie heeft zwemspullen in maat 128?"


def ask(client: Client, cast: Cast, text: str = SWIM, **more: str) -> int:
    said = {"group": str(cast.groep_5.pk), "text": text, "accepts": "on"} | more
    return client.post("/vragen/nieuw/", said).status_code


def test_a_parent_asks_and_sent_twice_it_is_one_question(cast: Cast) -> None:
    naima = cast.sign_in(cast.naima)
    assert [ask(naima, cast), ask(naima, cast)] == [302, 302]
    assert Question.objects.get().text == SWIM


def test_only_parents_of_the_class_ask(cast: Cast) -> None:
    for key in ("anouk", "yusuf", "joris", "wouter", "jeroen"):
        assert ask(cast.sign_in(getattr(cast, key)), cast) in (403, 422), key
    assert ask(cast.sign_in(cast.annelies), cast) == 422  # of another class
    assert not Question.objects.exists()


def test_the_words_of_the_school_are_read_first_and_once(cast: Cast) -> None:
    naima = cast.sign_in(cast.naima)
    assert ask(naima, cast, accepts="") == 422 and not Question.objects.exists()
    assert ask(naima, cast) == 302 and Acceptance.objects.count() == 1
    assert ask(naima, cast, "Wie rijdt mee naar de boerderij?", accepts="") == 302


def test_nothing_typed_is_lost_when_something_is_wrong(cast: Cast) -> None:
    naima = cast.sign_in(cast.naima)
    answer = naima.post("/vragen/nieuw/", {"group": "0", "text": SWIM})
    assert answer.status_code == 422 and SWIM in answer.content.decode()


def test_a_question_about_one_child_is_asked_whether_it_is_for_school(cast: Cast) -> None:
    naima = cast.sign_in(cast.naima)
    said = {"group": str(cast.groep_5.pk), "text": "Waarom is mijn kind zo moe?", "accepts": "on"}
    page = naima.post("/vragen/nieuw/", said).content.decode()
    assert "Gaat dit alleen over jouw kind?" in page and not Question.objects.exists()
    again = naima.post("/vragen/nieuw/", said | {"change": "on"})
    assert again.status_code == 200 and "Waarom is mijn kind zo moe?" in again.content.decode()
    assert naima.post("/vragen/nieuw/", said | {"sure": "on"}).status_code == 302
    assert ask(naima, cast, "Is Defne jarig?") == 200
    Protection.objects.create(student=cast.defne, basis="x", entered_by=cast.joris, entered_at=cast.now)
    assert ask(naima, cast, "Is Defne jarig?") == 302  # else asking would tell that she is here


def test_what_is_for_school_goes_along_to_the_page_that_asks_school(cast: Cast) -> None:
    words = {"begin": "on", "text": "Waarom is mijn kind zo moe?"}
    page = cast.sign_in(cast.naima).post(f"/berichten/nieuw/?kind={cast.yusuf.pk}", words)
    assert page.status_code == 200 and words["text"] in page.content.decode()


def test_while_it_is_silent_nobody_asks_or_answers_and_nothing_typed_is_lost(cast: Cast) -> None:
    question = asked(cast)
    Silence.begin(cast.vlieger, cast.groep_5, reason="Ruzie", by=cast.joris, at=cast.now)
    esther = cast.sign_in(cast.esther)
    page = esther.post(f"{question.get_absolute_url()}antwoorden/", {"text": "Ik!", "accepts": "on"})
    assert page.status_code == 422 and "Ik!" in page.content.decode() and "Ruzie" not in page.content.decode()
    assert "nu stilgezet" in esther.get("/vragen/nieuw/").content.decode()
    assert ask(esther, cast) == 422
    assert readers(cast, "esther") == {"esther"}  # what stands stays to be read
    Silence.objects.get().lift(by=cast.joris, at=cast.now)
    assert ask(esther, cast) == 302


def test_a_family_with_a_secret_address_reads_but_is_never_seen(cast: Cast) -> None:
    asked(cast)
    before = asked(cast, "Wie gaat er mee?", by="karin")
    assert readers(cast, "karin") == {"karin"}
    assert "alleen aan school" in cast.sign_in(cast.karin).get("/vragen/nieuw/").content.decode()
    assert ask(cast.sign_in(cast.karin), cast) == 422
    assert not before.allows(cast.viewer(cast.naima), "see")


def test_a_question_closes_by_itself_and_may_be_asked_anew(cast: Cast) -> None:
    question = asked(cast)
    later = cast.now + dt.timedelta(days=15)
    with time_machine.travel(later, tick=False):
        esther, naima = cast.sign_in(cast.esther), cast.sign_in(cast.naima)
        address = question.get_absolute_url()
        assert "Deze vraag is gesloten." in esther.get(address).content.decode()
        assert esther.post(f"{address}antwoorden/", {"text": "Ik", "accepts": "on"}).status_code == 422
        assert esther.post(f"{address}opgelost/", {"again": "ja"}).status_code == 403
        assert naima.post(f"{address}opgelost/", {"again": "ja"}).status_code == 302
        assert esther.post(f"{address}antwoorden/", {"text": "Ik", "accepts": "on"}).status_code == 302


def test_only_who_asked_says_that_it_is_solved(cast: Cast) -> None:
    question, esther, naima = asked(cast), cast.sign_in(cast.esther), cast.sign_in(cast.naima)
    address = question.get_absolute_url()
    assert esther.post(f"{address}opgelost/").status_code == 403
    assert [naima.post(f"{address}opgelost/").status_code for _time in range(2)] == [302, 302]
    assert "Deze vraag is opgelost." in esther.get(address).content.decode()


def test_words_change_for_a_quarter_and_leave_a_trace(cast: Cast) -> None:
    question, naima = asked(cast), cast.sign_in(cast.naima)
    address = f"{question.get_absolute_url()}veranderen/"
    for _time in range(2):
        assert naima.post(address, {"text": "Wie heeft maat 134?"}).status_code == 302
    assert [trace.words for trace in Trace.objects.all()] == [SWIM]
    assert "bewerkt" in cast.sign_in(cast.esther).get(question.get_absolute_url()).content.decode()
    assert cast.sign_in(cast.esther).post(address, {"text": "Anders"}).status_code == 403
    with time_machine.travel(cast.now + dt.timedelta(minutes=16), tick=False):
        late = naima.post(address, {"text": "Veel te laat"})
        assert late.status_code == 422 and "Veel te laat" in late.content.decode()


def test_words_can_always_be_taken_back_and_answers_with_the_question(cast: Cast) -> None:
    question, naima = asked(cast), cast.sign_in(cast.naima)
    answer = answered(cast, question)
    esther = cast.sign_in(cast.esther)
    mine = f"/vragen/antwoord/{answer.pk}/weghalen/"
    assert naima.post(mine).status_code == 403
    assert "Wij wel!" in esther.get(mine).content.decode()
    assert [esther.post(mine).status_code, esther.post(mine).status_code] == [302, 404]
    answered(cast, question, "Toch wel")
    assert naima.post(f"{question.get_absolute_url()}weghalen/").status_code == 302
    assert readers(cast, "naima", "esther", "anouk") == set()
    assert {trace.words for trace in Trace.objects.all()} == {"Wij wel!", SWIM}
    assert not Question.objects.exclude(text="").exists()


def test_so_many_in_a_day_is_too_many(cast: Cast) -> None:
    naima = cast.sign_in(cast.naima)
    assert [ask(naima, cast, f"Vraag {number}") for number in range(21)] == [302] * 20 + [429]


def test_questions_of_a_class_that_is_no_more_are_forgotten(cast: Cast) -> None:
    asked(cast)
    Question.objects.forget_old(cast.now + dt.timedelta(days=399))
    assert Question.objects.exists()
    Question.objects.forget_old(cast.now + dt.timedelta(days=401))
    assert not Question.objects.exists()


def test_other_words_about_one_child_are_asked_about_too(cast: Cast) -> None:
    naima, question = cast.sign_in(cast.naima), asked(cast)
    address, about_one = f"/vragen/{question.pk}/veranderen/", {"text": "Waarom is mijn kind zo moe?"}
    page = naima.post(address, about_one)
    assert page.status_code == 200 and "Gaat dit alleen over jouw kind?" in page.content.decode()
    question.refresh_from_db()
    assert "mijn kind" not in question.text
    assert naima.post(address, about_one | {"sure": "on"}).status_code == 302
