"""What is drawn on paper stands there as each script has it."""

import pytest

from driehoek.base.core.drawn_pages import as_seen


@pytest.mark.parametrize(
    ("word", "seen"),
    [
        ("mooi.", ["mooi."]),
        ("(робота).", ["(", "робота", ")."]),
        ("جميل.", [".", "جميل"]),
        ("«(رائع)».", [".«(", "رائع", ")»"]),
        ("الصف12", ["12", "الصف"]),
        ("2026", ["2026"]),
    ],
)
def test_a_sign_after_a_word_stands_where_the_word_ends(word: str, seen: list[str]) -> None:
    assert [piece for piece, _font in as_seen(word)] == seen
