"""What is taken out before, and compared afterwards."""

import pytest

from driehoek.backbone.translation.checking import check, clean, numbers
from driehoek.backbone.translation.languages import bank, language_of, may_negate, negates
from driehoek.backbone.translation.masking import mask, unmask
from driehoek.backbone.translation.models.translation import Doubt
from driehoek.backbone.translation.texts import Text

NAMES = ("Yusuf", "De Vlieger", "groep 5", "Wil", "Juf Anouk", "Anouk")
TERMS = {"gymtas": "spor çantası", "Cito": "Cito"}


def masked(words: str) -> str:
    return mask(words, names=NAMES, terms=TERMS).words


@pytest.mark.parametrize(
    ("words", "seen"),
    [
        ("Yusuf en Juf Anouk", "[#0] en [#1]"),
        ("Yusufs moeder", "Yusufs moeder"),
        ("Om 8.30 of 14:05 uur, € 2,50", "Om [#0] of [#1] uur, [#2]"),
        ("Op 12-03-2027 is 50% weg", "Op [#0] is [#1] weg"),
        ("Mail naar juf@vlieger.example of www.vlieger.example", "Mail naar [#0] of [#1]"),
        ("Neem je Gymtas mee", "Neem je [#0] mee"),
        ("Wil je komen? Kijk, Wil!", "Wil je komen? Kijk, [#0]!"),
        ("Al [#3] keer", "Al [#[#0]] keer"),
    ],
)
def test_what_a_machine_must_leave_alone_is_a_sign(words: str, seen: str) -> None:
    assert masked(words) == seen


def test_everything_comes_back_in_its_place_and_a_word_of_the_school_in_the_other_language() -> None:
    out = mask("Yusuf, neem je gymtas mee voor de Cito", names=NAMES, terms=TERMS)
    back = unmask("[#1] için [# 0 ] getir, [#2]", out)
    assert (back.words, back.is_whole) == ("Cito için spor çantası getir, Yusuf", True)


@pytest.mark.parametrize("answer", ["[#0]", "[#0] [#0] [#1]", "[#0] [#1] [#7]", ""])
def test_a_sign_too_few_or_too_many_is_seen(answer: str) -> None:
    assert not unmask(answer, mask("Yusuf is 8", names=NAMES, terms={})).is_whole


def found(words: str, answer: str, language: str = "en") -> str:
    return check(Text(words, "nl", 1), language, mask(words, names=(), terms=TERMS), answer).doubt


@pytest.mark.parametrize(
    ("dutch", "english", "doubt"),
    [
        ("Er is geen school", "There is no school", Doubt.NONE),
        ("Er is geen school", "There is school today", Doubt.NEGATION),
        ("Er is school", "There is no school", Doubt.NEGATION),
        ("Kom om 8.30", "Come at [#0]", Doubt.NONE),
        ("Kom om 8.30", "Come at [#0] or 9", Doubt.NUMBERS),
        ("Kom om 8.30", "Come at half past eight", Doubt.KEPT),
    ],
)
def test_numbers_and_no_are_compared_on_both_sides(dutch: str, english: str, doubt: str) -> None:
    assert found(dutch, english) == doubt


@pytest.mark.parametrize(
    ("language", "no", "yes"),
    [
        ("tr", "Yarın okul yok", "Yarın okul var"),
        ("tr", "Bunu yapma", "Bunu yap"),
        ("ar", "لا توجد دروس غدًا", "توجد دروس غدًا"),
        ("pl", "Jutro nie ma lekcji", "Jutro są lekcje"),
        ("uk", "Завтра немає уроків", "Завтра є уроки"),
    ],
)
def test_each_language_says_no_in_its_own_way(language: str, no: str, yes: str) -> None:
    assert may_negate(no, language) and not negates(yes, language)


def test_a_language_is_known_by_its_letters_and_its_common_words() -> None:
    assert language_of("Bu çok güzel, biz de evde bir tane yaptık ve", "nl") == "tr"
    assert language_of("Добрий день, дякую", "nl") == "uk" and language_of("صباح الخير جميعًا", "nl") == "ar"
    assert language_of("Hoe gaat het met de kinderen op school?", "tr") == "nl"
    assert language_of("ok", "tr") == "tr" and language_of("Yusuf Bennani", "ar") != "ar"
    assert set(bank()) == {"nl", "en", "tr", "pl", "ar", "uk"}


def test_arabic_digits_are_the_same_numbers() -> None:
    assert numbers("في ١٢ مارس") == numbers("op 12 maart") == ["12"]


def test_what_cannot_be_seen_is_taken_out_and_what_joins_letters_stays() -> None:
    assert clean("a\u202eb\u0000c\r\nd\u200c") == "abc\nd\u200c"
