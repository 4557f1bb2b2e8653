"""Which words find which: Dutch forms, words glued together, accents, other scripts."""

import pytest

from driehoek.backbone.index.snippets import snippet
from driehoek.backbone.index.words import folded, stems

FOUND = [
    ("brug", "Wij bouwden bruggen van papier"), ("bruggen", "De brug droeg 14 boeken"),
    ("luis", "Vandaag is er hoofdluiscontrole"), ("luizen", "Wij zagen luizen bij twee kinderen"),
    ("reis", "De schoolreisjes gaan door"), ("schoolreis", "Het schoolreisje is op vrijdag"),
    ("gymtassen", "Neem je gymtas mee"), ("CAFE", "Kom naar het café"), ("één", "Er is er een weg"),
    ("zwemles", "Morgen zwemlessen!"), ("kleedje", "Breng een kleed mee"),
    ("studiedag", "Er zijn twee studiedagen"),
    ("toetsen", "De toets is op maandag"), ("kâğıt", "Hangi kâğıttı?"), ("جسر", "بنينا جسرا من الورق"),
    ("міст", "Ми збудували міст"), ("brug papier", "Van papier maakten wij een brug"),
]  # fmt: skip
MISSED = [("brug", "Wij lazen een boek"), ("brug papier", "Een brug van hout"), ("tafel", "De tas is leeg")]


def holds(sought: str, text: str) -> bool:
    return all(stem in folded(text) for stem in stems(sought))


@pytest.mark.parametrize(("sought", "text"), FOUND)
def test_a_word_is_found_in_the_forms_it_takes(sought: str, text: str) -> None:
    assert stems(sought) and holds(sought, text)


@pytest.mark.parametrize(("sought", "text"), MISSED)
def test_a_text_without_the_words_is_not_found(sought: str, text: str) -> None:
    assert not holds(sought, text)


@pytest.mark.parametrize("sought", ["", " ", "ik", "a b c", '"', "%_", "* OR 1"])
def test_too_little_finds_nothing_at_all(sought: str) -> None:
    assert stems(sought) == []


def test_what_is_sought_stands_out_in_the_words_around_it() -> None:
    pieces = snippet("Vandaag kreeg elk groepje tien vellen. " * 5 + "Toen bouwden wij bruggen!", ["brug"])
    assert [piece.words for piece in pieces if piece.is_sought] == ["bruggen"]
    assert pieces[0].words == "… " and len("".join(piece.words for piece in pieces)) < 160


def test_a_title_is_shown_whole() -> None:
    assert "".join(piece.words for piece in snippet("De brug, een brug", ["brug"], whole=True)) == (
        "De brug, een brug"
    )


IN_HER_LANGUAGE = [
    ("tr", "köprüyü", "Köprüler yaptık"), ("tr", "KOPRU", "Köprüler"), ("tr", "ISINMA", "ısınma"),
    ("tr", "İstanbul", "istanbul gezisi"), ("ar", "مدرسه", "في المدرسة"), ("ar", "المدرسة", "مدرستنا"),
    ("ar", "أطفال", "والاطفال"), ("ar", "مدرّسة", "مـدرسة"), ("ar", "على الطاولة", "علي الطاوله"),
    ("ar", "١٢٣", "123"), ("pl", "szkoła", "wycieczka w szkole"), ("pl", "lodka", "Łódka"),
    ("uk", "п'ять", "п’ять книг"), ("uk", "їжа", "Їжа"), ("en", "bridges", "We built a bridge"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "sought", "text"), IN_HER_LANGUAGE)
def test_in_each_language_as_it_is_typed_and_in_its_own_forms(language: str, sought: str, text: str) -> None:
    found = stems(sought, language)
    assert found and all(stem in folded(text) for stem in found)


def test_a_letter_with_its_vowel_sign_stands_out_whole() -> None:
    pieces = snippet("في المدرّسة اليوم", stems("مدرسة", "ar"))
    assert [piece.words for piece in pieces if piece.is_sought] == ["المدرّسة"]
