"""A school has its own words for kinds of absence: it says once which of ours they are."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from driehoek.features.absences.kinds import KNOWN, MOST
from driehoek.features.absences.models import Absence, Meaning, OwnWord, Reason, Upload
from driehoek.features.absences.tests.files import HEAD, LATE, MISSED, agree, bring, explain_words, hand_in
from tests.cast import NOW, Cast

pytestmark = pytest.mark.django_db
ILL = "{adam};17-11-2026;Ziek met toestemming;;;;1\n"
SENT_OUT = "{adam};18-11-2026;Uit de les;10:00;10:50;Engels;2\n"
ASKS = "Wat betekenen deze woorden?"


def kinds() -> str:
    return reverse("absences:kinds", args=[Upload.objects.latest("pk").pk])


def test_words_of_a_school_are_asked_about_once(cast: Cast) -> None:
    asked = hand_in(cast, HEAD, ILL, SENT_OUT)
    assert ASKS in asked.text and "Ziek met toestemming" in asked.text and "Uit de les" in asked.text
    shown = explain_words(cast, k0="late", k1="ill")
    assert agree(cast, shown) == 302
    assert [one.reason for one in Absence.objects.order_by("starts_on")] == [Reason.ILL, Reason.LATE]
    assert {word.by for word in OwnWord.objects.all()} == {cast.peter}
    again = hand_in(cast, HEAD, ILL.replace("17-11", "19-11").replace("Ziek", "ZIEK").replace(";1\n", ";9\n"))
    assert ASKS not in again.text and len(again.context["difference"].new) == 1


def test_nothing_is_written_as_long_as_one_word_is_unknown(cast: Cast) -> None:
    """Not the other lines either, whatever is posted."""
    hand_in(cast, HEAD, LATE, SENT_OUT)
    peter, upload = cast.sign_in(cast.peter), Upload.objects.get()
    shown = peter.get(reverse("absences:brought", args=[upload.pk]))
    assert "Deze woorden kennen wij nog niet" in shown.text and "Akkoord" not in shown.text
    assert "Zeg nog wat de woorden betekenen" in peter.get(reverse("absences:bring")).text
    agree(cast, shown)
    assert not Absence.objects.exists() and Upload.objects.get().is_waiting
    agree(cast, explain_words(cast, k0="late", k1="early"))
    assert Absence.objects.count() == 2


def test_a_word_without_an_answer_is_asked_about_again_and_none_is_kept(cast: Cast) -> None:
    hand_in(cast, HEAD, ILL, SENT_OUT)
    answer = explain_words(cast, k0="late")
    assert answer.status_code == 422 and "Kies wat dit woord betekent." in answer.text
    assert explain_words(cast, k0="late", k1="lazy").status_code == 422
    assert not OwnWord.objects.exists()


def test_a_kind_that_is_no_absence_is_left_out_and_counted(cast: Cast) -> None:
    hand_in(cast, HEAD, LATE, SENT_OUT)
    shown = explain_words(cast, k0="late", k1="left_out")
    agree(cast, shown)
    assert Absence.objects.get().reason == Reason.LATE
    outcome = Upload.objects.get().outcome
    assert (outcome.lines, outcome.new, outcome.left_out, outcome.faulty) == (2, 1, 1, 0)


def test_a_word_for_being_there_takes_back_what_was_said(cast: Cast) -> None:
    bring(cast, MISSED)
    hand_in(cast, HEAD, MISSED.replace("Niet gemeld", "Toch gezien"))
    agree(cast, explain_words(cast, k0="present"))
    assert not Absence.objects.standing().exists()


def test_what_we_think_a_word_means_is_said_otherwise(cast: Cast) -> None:
    """And only that is remembered."""
    hand_in(cast, HEAD, LATE, MISSED.replace("Niet gemeld", "Tandarts"))
    page = cast.sign_in(cast.peter).get(kinds()).text
    assert "Deze woorden kennen wij al" in page and "Tandarts" in page
    shown = explain_words(cast, k0="leave", k1="late")
    assert OwnWord.of(cast.kompas) == {"tandarts": "leave"}
    assert {line.reason for _student, line in shown.context["difference"].new} == {"leave", "late"}
    explain_words(cast, k0="doctor", k1="late")
    assert OwnWord.of(cast.kompas) == {"tandarts": "doctor"}


def test_signs_tell_words_apart(cast: Cast) -> None:
    asked = hand_in(
        cast, HEAD, ILL.replace("Ziek met toestemming", "A"), SENT_OUT.replace("Uit de les", "A*")
    )
    assert [field.label for field in asked.context["form"]] == ["A", "A*"]


def test_what_words_mean_is_the_schools_own(cast: Cast) -> None:
    hand_in(cast, HEAD, ILL)
    explain_words(cast, k0="ill")
    assert OwnWord.of(cast.kompas) and not OwnWord.of(cast.vlieger)


def test_nobody_else_says_what_words_mean(cast: Cast) -> None:
    hand_in(cast, HEAD, ILL)
    for who in ("dijk", "naima", "adam", "joris"):
        assert explain_words(cast, by=getattr(cast, who), k0="ill").status_code in (403, 404)
    assert not OwnWord.objects.exists()
    explain_words(cast, k0="ill")
    assert OwnWord.objects.exists()


def test_a_column_that_holds_sentences_is_no_column_of_kinds(cast: Cast) -> None:
    lines = [f"{{adam}};17-11-2026;Briefje nummer {n};;;;{n}\n" for n in range(MOST + 1)]
    shown = hand_in(cast, HEAD, *lines).text
    assert "te veel verschillende woorden" in shown and "Wat staat waar?" in shown
    assert ASKS in hand_in(cast, HEAD, *lines[:MOST]).text


def test_what_was_done_is_not_explained_otherwise_afterwards(cast: Cast) -> None:
    bring(cast, LATE)
    answer = cast.sign_in(cast.peter).get(kinds())
    brought = reverse("absences:brought", args=[Upload.objects.get().pk])
    assert answer.status_code == 302 and answer["Location"] == brought
    explain_words(cast, k0="ill")
    assert not OwnWord.objects.exists() and Absence.objects.get().reason == Reason.LATE


def test_each_meaning_is_a_reason_or_says_that_it_is_none() -> None:
    assert set(Meaning.values) == set(Reason.values) | {"present", "left_out"}
    assert set(KNOWN.values()) <= set(Meaning.values)


def test_more_words_ask_no_more_questions(cast: Cast) -> None:
    asked, peter = [], cast.sign_in(cast.peter)
    peter.get(reverse("absences:bring"))
    for count in (2, 20):
        hand_in(cast, HEAD, *(f"{{adam}};17-11-2026;Soort {n};;;;{n}\n" for n in range(count)))
        OwnWord.remember(cast.kompas, {f"soort {n}": "ill" for n in range(count - 1)}, by=cast.peter, at=NOW)
        with CaptureQueriesContext(connection) as captured:
            peter.get(kinds())
        asked.append(len(captured))
    assert asked[0] == asked[1] <= 12


def test_the_day_and_the_lesson_of_a_word_of_the_school_stay(cast: Cast) -> None:
    hand_in(cast, HEAD, SENT_OUT)
    agree(cast, explain_words(cast, k0="other"))
    lesson = Absence.objects.get()
    assert (lesson.starts_on, lesson.from_time, lesson.subject) == (
        dt.date(2026, 11, 18),
        dt.time(10),
        "Engels",
    )
