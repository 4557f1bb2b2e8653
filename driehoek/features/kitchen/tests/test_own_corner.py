"""A child asks to be asked something, and looks back on her week."""

import datetime as dt

import pytest
import time_machine
from django.test import Client

from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.media.tests.voices import recorded
from driehoek.facts.people.models import Person
from driehoek.features.kitchen.forgetting import forget, forget_reflections
from driehoek.features.kitchen.models import Reflection, ReflectionVoice, Wish
from driehoek.features.kitchen.own_corner import OwnCorner
from tests.cast import NOW, Cast

pytestmark = pytest.mark.django_db
ASK, LOOK, TABLE = "/keukentafel/vraag-mij/", "/keukentafel/nadenken/", "/keukentafel/"
OWN = "Mag ik vertellen over mijn egel?"
A_DAY = dt.timedelta(days=1)


def own(browser: Client, words: str = OWN) -> int:
    return browser.post(ASK, {"picked": "eigen", "words": words}).status_code


def test_what_a_child_picked_leads_the_table_at_home(cast: Cast) -> None:
    yusuf, choices = cast.sign_in(cast.yusuf), OwnCorner(cast.viewer(cast.yusuf)).choices
    assert len(choices) == 3 and all(one.shown.words in yusuf.get(ASK).text for one in choices)
    assert yusuf.post(ASK, {"picked": choices[1].key}).status_code == 302
    page = cast.sign_in(cast.naima).get("/").text
    assert f'Vraag eens aan Yusuf: <bdi lang="nl">{choices[1].shown.words}' in page.replace("&#x27;", "'")


def test_her_own_words_are_for_home_and_never_for_school(cast: Cast) -> None:
    assert own(cast.sign_in(cast.yusuf)) == 302
    for guardian in (cast.naima, cast.rachid):
        assert OWN in cast.sign_in(guardian).get(TABLE).text
    assert OWN not in cast.sign_in(cast.elif_).get(TABLE).text
    for colleague in (cast.anouk, cast.joris):
        assert OWN not in cast.sign_in(colleague).get(f"/leerlingen/{cast.yusuf.pk}/").text


def test_one_a_week_and_taken_back_she_may_ask_another(cast: Cast) -> None:
    yusuf = cast.sign_in(cast.yusuf)
    own(yusuf)
    own(yusuf, "Iets anders?")
    wish = Wish.objects.get()
    assert wish.words == OWN
    removal = f"{ASK}{wish.pk}/weghalen/"
    assert cast.sign_in(cast.naima).post(removal).status_code == 403
    assert yusuf.post(removal).status_code == 302 and not Wish.objects.exists()
    own(yusuf, "Iets anders?")
    assert Wish.objects.get().words == "Iets anders?"
    with time_machine.travel(NOW + 7 * A_DAY, tick=False):
        assert "Iets anders?" not in cast.sign_in(cast.naima).get(TABLE).text
        assert own(yusuf) == 302 and Wish.objects.count() == 2


def test_bad_input_gets_a_sentence_and_keeps_her_words(cast: Cast) -> None:
    yusuf = cast.sign_in(cast.yusuf)
    for said, sentence in [
        ({}, "Kies een vraag, of bedenk er zelf een."),
        ({"picked": "eigen", "words": " "}, "Schrijf eerst je vraag, of spreek hem in."),
        ({"picked": "eigen", "words": "x" * 161}, "Dit is te lang. Maak het korter."),
    ]:
        answer = yusuf.post(ASK, said)
        assert answer.status_code == 422 and sentence in answer.text
        assert said.get("words", "").strip() in answer.text
    empty = yusuf.post(LOOK, {"text": ""})
    assert empty.status_code == 422 and "Schrijf of spreek eerst iets in." in empty.text


def test_only_a_student_has_a_corner_of_her_own(cast: Cast) -> None:
    for person in (cast.naima, cast.anouk):
        browser = cast.sign_in(person)
        assert browser.get(ASK).status_code == browser.get(LOOK).status_code == 403
        assert own(browser) == 403


def test_what_she_thinks_of_her_week_is_for_home_and_for_her_teacher_if_she_likes(cast: Cast) -> None:
    said, yusuf = "Ik kan nu delen met rest.", cast.sign_in(cast.yusuf)
    home, school = f"/kind/{cast.yusuf.pk}/", f"/leerlingen/{cast.yusuf.pk}/"
    assert yusuf.post(LOOK, {"text": said}).status_code == 302
    assert said in yusuf.get(home).text and said in cast.sign_in(cast.rachid).get(home).text
    assert said not in cast.sign_in(cast.anouk).get(school).text
    assert yusuf.post(LOOK, {"text": said, "for_teacher": "on"}).status_code == 302
    assert Reflection.objects.count() == 1 and said in cast.sign_in(cast.anouk).get(school).text
    assert said not in cast.sign_in(cast.joris).get(school).text  # he does not teach him
    removal = f"{LOOK}{Reflection.objects.get().pk}/weghalen/"
    assert cast.sign_in(cast.anouk).post(removal).status_code == 403
    assert yusuf.post(removal).status_code == 302 and not Reflection.objects.exists()


def test_a_spoken_answer_is_heard_by_who_reads_it(cast: Cast) -> None:
    voice = recorded(cast.yusuf, cast.vlieger, "home", "qx")
    given = Reflection.give(
        cast.yusuf, cast.vlieger, "lezen-jong", "", for_teacher=False, voice=voice, at=NOW
    )
    assert ReflectionVoice.heard_in(given.pk) == [voice]
    assert voice.url in cast.sign_in(cast.naima).get(f"/kind/{cast.yusuf.pk}/").text
    given.take_back(at=NOW)
    assert not ReflectionVoice.objects.exists()


def test_it_comes_in_the_language_of_the_reader(cast: Cast) -> None:
    Person.objects.filter(pk=cast.naima.pk).update(language="tr")
    choices = OwnCorner(Viewer(cast.yusuf, "home", NOW)).choices
    cast.sign_in(cast.yusuf).post(ASK, {"picked": choices[0].key})
    cast.naima.refresh_from_db()
    assert choices[0].words["tr"] in cast.sign_in(cast.naima).get(TABLE).text.replace("&#x27;", "'")


def test_words_of_a_week_do_not_stay(cast: Cast) -> None:
    own(cast.sign_in(cast.yusuf))
    cast.sign_in(cast.yusuf).post(LOOK, {"text": "Ik dacht na."})
    assert forget(NOW + 119 * A_DAY) == 0 and forget(NOW + 121 * A_DAY) == 1
    assert forget_reflections(NOW + 200 * A_DAY) == 0 and forget_reflections(NOW + 700 * A_DAY) == 1
