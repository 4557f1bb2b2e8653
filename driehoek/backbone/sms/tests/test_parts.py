"""What a text message costs: how many messages the telephone company counts."""

import pytest

from driehoek.backbone.sms.parts import parts_of


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        ("", 1),
        ("a" * 160, 1),
        ("a" * 161, 2),
        ("a" * 306, 2),
        ("a" * 307, 3),
        ("€" * 80, 1),
        ("€" * 81, 2),
        ("ş" * 70, 1),
        ("ş" * 71, 2),
        ("مدرسة " * 23, 3),
        ("é" * 160, 1),
        ("🙂" * 35, 1),
        ("🙂" * 36, 2),
    ],
)
def test_signs_outside_the_telephones_alphabet_cost_twice_as_much(words: str, parts: int) -> None:
    assert parts_of(words) == parts
