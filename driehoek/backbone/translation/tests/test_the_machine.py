"""A translation server that is slow, down, wrong or malicious: the original stands, nothing unsafe shows."""

import datetime as dt

import pytest
from pytest_django import Settings

from driehoek.backbone.translation.models import Agreement, Translation
from driehoek.backbone.translation.models.translation import Doubt
from driehoek.backbone.translation.reading import How
from driehoek.backbone.translation.tests.steps import WORDS, read, row, text, told, work
from driehoek.backbone.translation.translators import libretranslate
from driehoek.backbone.translation.translators.choosing import translator
from driehoek.base.core.models import Alarm
from tests.cast import NOW, Cast
from tests.servers.translator import TURKISH, Interpreter, Mood

MINUTE, HOUR = dt.timedelta(minutes=1), dt.timedelta(hours=1)


def test_a_text_is_sent_once_without_names_and_numbers_and_remembered(
    cast: Cast, interpreter: Interpreter
) -> None:
    said = text(cast)
    assert read(said).how == How.WAITING and read(said).words == WORDS
    work()
    assert read(said).words == f"{TURKISH} Yusuf 8.30 2 https://devlieger.example/fruit"
    assert read(said).how == How.MACHINE and read(said).language == "tr"
    assert work() == 0 and len(interpreter.asked) == 1
    assert interpreter.asked[0] == {
        "q": ["[#1] neemt om [#2] uur [#3] appels mee. Kijk op [#0] voor de lijst."],
        "source": "nl", "target": "tr", "format": "text", "api_key": "key",
    }  # fmt: skip


def test_the_same_words_typed_in_another_way_are_the_same_text(cast: Cast, interpreter: Interpreter) -> None:
    told(text(cast, "Cafe\u0301\r\nmorgen"))
    assert read(text(cast, "Café\nmorgen ")).how == How.MACHINE and len(interpreter.asked) == 1


def test_nothing_is_sent_for_a_school_that_did_not_agree(cast: Cast, interpreter: Interpreter) -> None:
    Agreement.end(cast.vlieger, by=cast.joris, at=NOW)
    assert read(text(cast)).how == How.NOT
    assert not Translation.objects.exists() and not interpreter.asked


def test_a_school_is_asked_again_before_anything_goes(cast: Cast, interpreter: Interpreter) -> None:
    said = text(cast)
    read(said)
    Agreement.end(cast.vlieger, by=cast.joris, at=NOW)
    work()
    assert not interpreter.asked and read(said).how == How.NOT
    Agreement.give(cast.vlieger, by=cast.joris, at=NOW)
    work()
    assert read(said).how == How.MACHINE


def test_without_a_machine_nothing_is_asked_and_the_original_stands(cast: Cast, settings: Settings) -> None:
    settings.TRANSLATOR = ""
    Agreement.give(cast.vlieger, by=cast.joris, at=NOW)
    assert read(text(cast)).how == How.NOT and translator() is None
    assert not Translation.objects.exists()


def test_a_machine_that_we_do_not_know_is_an_error_and_not_silence(settings: Settings) -> None:
    settings.TRANSLATOR = "babelfish"
    with pytest.raises(ValueError, match="libretranslate or deepl"):
        translator()


DOUBTED = {
    Mood.DROPS_A_NUMBER: Doubt.KEPT,
    Mood.CHANGES_A_NAME: Doubt.KEPT,
    Mood.INVENTS_A_NUMBER: Doubt.NUMBERS,
    Mood.SAYS_NOT: Doubt.NEGATION,
}


@pytest.mark.parametrize("mood", DOUBTED, ids=lambda mood: mood.name)
def test_what_does_not_tally_is_not_shown_as_certain(
    mood: Mood, cast: Cast, interpreter: Interpreter
) -> None:
    interpreter.mood = mood
    shown = told(text(cast))
    assert shown.how == How.DOUBTFUL and shown.words == WORDS and shown.language == "nl"
    assert TURKISH in shown.doubtful and row().doubt == DOUBTED[mood]


REFUSED = {
    Mood.SCRIPTS: "markup",
    Mood.LINKS: "another address",
    Mood.OTHER_LANGUAGE: "another language",
    Mood.REPEATS: "another language",
    Mood.RAMBLES: "too long",
    Mood.SAYS_NOTHING: "empty",
}


@pytest.mark.parametrize("mood", REFUSED, ids=lambda mood: mood.name)
def test_what_may_not_be_read_is_not_even_kept(mood: Mood, cast: Cast, interpreter: Interpreter) -> None:
    interpreter.mood = mood
    shown = told(text(cast))
    assert (shown.how, shown.words, shown.doubtful) == (How.NOT, WORDS, "")
    assert (row().reason, row().words, row().state) == (REFUSED[mood], "", "failed")
    assert work(NOW + HOUR) == 0 and len(interpreter.asked) == 1


def test_signs_that_turn_a_text_around_are_taken_out(cast: Cast, interpreter: Interpreter) -> None:
    interpreter.mood = Mood.TURNS
    assert told(text(cast, "Tot morgen allemaal")).words == TURKISH


FAILING = [
    Mood.BUSY, Mood.BREAKS, Mood.FORBIDS, Mood.HANGS_UP,
    Mood.MUMBLES, Mood.NESTS, Mood.MISCOUNTS, Mood.SENDS_AWAY, Mood.POURS,
]  # fmt: skip


@pytest.mark.parametrize("mood", FAILING, ids=lambda mood: mood.name)
def test_a_machine_that_fails_is_asked_again_and_the_page_shows_the_original(
    mood: Mood, cast: Cast, interpreter: Interpreter
) -> None:
    interpreter.mood = mood
    shown = told(text(cast))
    assert (shown.how, shown.words) == (How.WAITING, WORDS)
    assert row().due_at == NOW + MINUTE and row().attempts == 1
    interpreter.mood = Mood.WELL
    assert work(NOW + MINUTE) == 1 and read(text(cast)).how == How.MACHINE


def test_a_slow_machine_is_left_after_a_while(
    cast: Cast, interpreter: Interpreter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(libretranslate, "PATIENCE", (1, 0.2))
    interpreter.delay = 1.0
    assert told(text(cast)).how == How.WAITING and row().reason == "ReadTimeout"


def test_a_machine_that_is_away_is_waited_for(
    cast: Cast, interpreter: Interpreter, settings: Settings
) -> None:
    settings.TRANSLATOR_URL = "http://127.0.0.1:9"
    assert told(text(cast)).how == How.WAITING and row().reason == "ConnectionError"


def test_a_busy_machine_says_itself_when_to_come_back(cast: Cast, interpreter: Interpreter) -> None:
    interpreter.mood, interpreter.retry_after = Mood.BUSY, "600"
    told(text(cast))
    assert row().due_at == NOW + 10 * MINUTE
    assert [libretranslate.wait_of(said).days for said in ("99999999", "-5", "morgen", "")] == [1, 0, 0, 0]


def test_after_a_day_it_is_given_up_with_one_alarm(cast: Cast, interpreter: Interpreter) -> None:
    interpreter.mood = Mood.BREAKS
    said = [text(cast), text(cast, "Een andere tekst")]
    for one in said:
        read(one)
    work()
    work(NOW + 24 * HOUR)
    assert [read(one).how for one in said] == [How.NOT, How.NOT]
    assert Alarm.objects.get().thing == "translator"


def test_a_text_that_is_refused_keeps_no_neighbour_waiting(cast: Cast, interpreter: Interpreter) -> None:
    interpreter.poison = "gif"
    bad, good = text(cast, "Dit is gif"), text(cast, "Dit is goed")
    read(bad), read(good)
    work()
    assert (read(bad).how, read(good).how) == (How.NOT, How.MACHINE)


def test_a_worker_that_dies_halfway_leaves_the_text_to_another(cast: Cast, interpreter: Interpreter) -> None:
    said = text(cast)
    read(said)
    Translation.objects.claim(NOW, limit=1)  # and never comes back
    assert work(NOW) == 0
    assert work(NOW + 3 * MINUTE) == 0 and work(NOW + 5 * MINUTE) == 1
    assert read(said).how == How.MACHINE


@pytest.fixture
def as_deepl(interpreter: Interpreter, settings: Settings) -> Interpreter:
    settings.TRANSLATOR = "deepl"
    return interpreter


def test_deepl_is_asked_informally_through_its_own_library(cast: Cast, as_deepl: Interpreter) -> None:
    assert told(text(cast)).how == How.MACHINE
    asked = as_deepl.asked[0]
    assert (asked["source_lang"], asked["target_lang"], asked["formality"]) == ("NL", "TR", "prefer_less")
    assert asked["text"] == ["[#1] neemt om [#2] uur [#3] appels mee. Kijk op [#0] voor de lijst."]


@pytest.mark.parametrize("mood", [Mood.BUSY, Mood.BREAKS, Mood.FORBIDS, Mood.HANGS_UP, Mood.MUMBLES])
def test_deepl_too_is_waited_for(mood: Mood, cast: Cast, as_deepl: Interpreter) -> None:
    as_deepl.mood = mood
    assert told(text(cast)).how == How.WAITING and row().attempts == 1


def test_what_deepl_refuses_is_not_asked_again(cast: Cast, as_deepl: Interpreter) -> None:
    as_deepl.mood = Mood.REFUSES
    assert told(text(cast)).how == How.NOT and row().state == "failed"
