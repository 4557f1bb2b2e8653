"""Our own questions: enough of them, in every language, in plain words, about the child."""

import datetime as dt
import re

from django.conf import settings

from driehoek.backbone.speech.explaining import explanation_of
from driehoek.base.core.clock import at
from driehoek.facts.schools.themes import Theme
from driehoek.features.kitchen.bands import Band, band_of
from driehoek.features.kitchen.bank import Ready, of_band, of_holidays
from driehoek.features.kitchen.choosing import lying_key, monday_of, of_holiday, of_lessons, of_week
from tests.words.reading_level import flesch_douma, mean_length, sentences

MONDAY = dt.date(2026, 11, 16)
A_WEEK = dt.timedelta(days=7)
A_TERM = 20  # weeks
NOT_OURS = re.compile(
    r"\b(ouders?|vader|moeder|papa|mama|gezin|thuis wonen|betaalt|verdient)\b", re.IGNORECASE
)


def everything() -> list[Ready]:
    return [ready for band in Band for ready in of_band(band)] + list(of_holidays())


def test_there_is_enough_for_every_age_and_no_key_means_two_things() -> None:
    keys = [ready.key for ready in everything()]
    assert len(keys) >= 120 and len(set(keys)) == len(keys)
    assert all(len(of_band(band)) > A_TERM for band in Band)
    assert {ready.band for ready in everything()} == {*Band, None}


def test_every_question_is_there_in_every_language() -> None:
    for ready in everything():
        assert set(ready.words) == {code for code, _name in settings.LANGUAGES} and all(ready.words.values())


def test_they_are_easy_to_read() -> None:
    read = sentences(ready.words["nl"] for ready in everything())
    assert mean_length(read) <= 10 and flesch_douma(read) >= 65
    assert not [" ".join(words) for words in read if len(words) > 15]


def test_they_ask_about_the_child_and_not_about_a_home() -> None:
    assert NOT_OURS.search("Wat verdient je vader?")
    assert not [ready.key for ready in everything() if NOT_OURS.search(ready.words["nl"])]


def test_a_child_has_one_question_all_week_another_next_week_and_none_twice_in_a_term() -> None:
    for band in Band:
        weeks = [of_week(7, band, MONDAY + number * A_WEEK).key for number in range(A_TERM)]
        assert len(set(weeks)) == A_TERM
        assert {of_week(7, band, MONDAY + dt.timedelta(days=day)).key for day in range(7)} == {weeks[0]}


def test_what_her_class_worked_on_goes_before_her_own_order_as_far_as_there_is_a_question() -> None:
    for band in Band:
        themes = {ready.theme for ready in of_band(band)}
        for theme in Theme:
            drawn = of_lessons(7, band, MONDAY, theme, {})
            assert drawn.theme == theme if theme in themes else drawn == of_week(7, band, MONDAY)
            sunday = of_lessons(7, band, MONDAY + dt.timedelta(days=6), theme, {})
            assert drawn == sunday and drawn.band == band
    assert of_lessons(7, Band.CHILDREN, MONDAY, "", {}) == of_week(7, Band.CHILDREN, MONDAY)


def test_what_was_talked_about_this_week_stays_and_does_not_come_back_for_its_theme() -> None:
    now, own = at(MONDAY, dt.time(18)), of_week(7, Band.CHILDREN, MONDAY)
    assert of_lessons(7, Band.CHILDREN, MONDAY, "maths", {lying_key(own): now}) == own
    talked, met, day = dict[str, dt.datetime](), list[str](), MONDAY
    while (drawn := of_lessons(7, Band.CHILDREN, day, "maths", talked)).theme == "maths" and len(met) < 9:
        met.append(drawn.key)
        talked[lying_key(drawn)] = at(day, dt.time(18))
        assert of_lessons(7, Band.CHILDREN, day, "maths", talked) == drawn
        day += A_WEEK
    assert len(set(met)) == len(met) > 1


def test_not_every_child_has_the_same_one() -> None:
    assert len({of_week(child, Band.CHILDREN, MONDAY).key for child in range(30)}) > 5


def test_the_week_goes_on_over_new_year() -> None:
    assert monday_of(dt.date(2027, 1, 3)) == dt.date(2026, 12, 28)
    assert of_week(7, Band.ELDER, dt.date(2026, 12, 31)) == of_week(7, Band.ELDER, dt.date(2027, 1, 3))


def test_everybody_who_is_free_from_one_day_has_the_same_question() -> None:
    assert of_holiday(MONDAY) in of_holidays() and of_holiday(MONDAY) == of_holiday(MONDAY)


def test_the_school_says_most_about_what_fits_and_then_the_age() -> None:
    seven, three = dt.date(2019, 3, 1), dt.date(2023, 3, 1)
    assert band_of(seven, {"primary", "childcare"}, MONDAY) == Band.CHILDREN
    assert band_of(three, {"childcare"}, MONDAY) == Band.TODDLERS
    assert band_of(None, {"childcare"}, MONDAY) == Band.TODDLERS
    assert band_of(None, {"primary"}, MONDAY) == Band.CHILDREN
    assert band_of(seven, {"secondary"}, MONDAY) == Band.TEENS
    assert band_of(None, {"vocational"}, MONDAY) == Band.TRAINEES
    assert band_of(dt.date(2022, 3, 1), {"primary"}, MONDAY) == Band.BEGINNERS
    assert band_of(dt.date(2014, 3, 1), {"primary"}, MONDAY) == Band.ELDER


def test_a_question_of_ours_is_heard_in_the_language_that_is_asked() -> None:
    ready = of_band(Band.CHILDREN)[0]
    for language in ("nl", "tr"):
        said = explanation_of(f"kitchen:{ready.key}", language)
        assert said and said.language == language and said.text.startswith(ready.words[language][:-1])
    assert explanation_of("kitchen:no-such-question", "nl") is None
