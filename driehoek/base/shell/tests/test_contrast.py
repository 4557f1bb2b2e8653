"""Everyone can read it: WCAG 2.2 AAA (1.4.6) for text, 3:1 (1.4.11) for what one touches, in every mode."""

import random

import pytest

from driehoek.base.shell.colour import contrast
from driehoek.base.shell.tests.tokens import MODES, tokens
from driehoek.base.shell.theme import school_theme

TEXT = [
    ("ink", "canvas"), ("ink", "surface"), ("ink", "sunken"),
    ("ink-2", "canvas"), ("ink-2", "surface"), ("ink-2", "sunken"),
    ("ink-3", "canvas"), ("ink-3", "surface"), ("ink-3", "sunken"),
    ("ink", "child-tint"), ("ink", "home-tint"), ("ink", "school-tint"), ("ink", "danger-tint"),
    ("school", "canvas"), ("school", "surface"), ("school", "school-tint"), ("school-strong", "school-tint"),
    ("on-school", "school"), ("on-school-2", "school"), ("on-school", "school-strong"),
    ("on-board", "board"), ("on-board-2", "board"), ("on-board-2", "board-2"),
    ("home", "surface"), ("home", "canvas"), ("on-home-tint", "home-tint"),
    ("child", "surface"), ("child", "child-tint"), ("on-child", "child-fill"), ("on-child", "child-deep"),
    ("danger", "surface"), ("danger", "canvas"), ("danger", "danger-tint"),
]  # fmt: skip
TOUCH = [
    ("edge", "surface"), ("edge", "canvas"), ("home-fill", "surface"), ("home-fill", "canvas"),
    ("on-home-fill", "home-fill"), ("ring", "canvas"), ("ring", "surface"), ("ring", "halo"),
]  # fmt: skip
EXTREMES = ["#FFFF00", "#FF0000", "#00FF00", "#0000FF", "#FFFFFF", "#000000", "#FF7A00", "#E6007E"]


def test_contrast_is_measured_as_wcag_does() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)  # the grey that just fails AA


@pytest.mark.parametrize("mode", MODES)
def test_all_text_is_aaa(mode: str) -> None:
    colours = tokens(mode)
    poor = {pair: contrast(colours[pair[0]], colours[pair[1]]) for pair in TEXT}
    assert {pair: ratio for pair, ratio in poor.items() if ratio < 7} == {}


@pytest.mark.parametrize("mode", MODES)
def test_all_that_can_be_touched_stands_out(mode: str) -> None:
    colours = tokens(mode)
    poor = {pair: contrast(colours[pair[0]], colours[pair[1]]) for pair in TOUCH}
    assert {pair: ratio for pair, ratio in poor.items() if ratio < 3} == {}


@pytest.mark.parametrize("mode", ["light", "dark", "contrast"])
def test_what_the_device_prefers_looks_like_what_one_chooses(mode: str) -> None:
    chosen, preferred = tokens(mode), tokens("light" if mode == "light" else f"{mode} device")
    assert chosen == preferred


def test_any_school_colour_becomes_a_readable_theme() -> None:
    shuffled = random.Random(1)
    colours = EXTREMES + [f"#{shuffled.randrange(1 << 24):06X}" for _ in range(500)]
    assert {colour: poorest(colour) for colour in colours if poorest(colour) < 7} == {}


def poorest(colour: str) -> float:
    """The lowest ratio of all text that a theme touches, by day and by night."""
    ratios = []
    for mode, own in school_theme(colour).items():
        colours = tokens(mode) | own
        touched = [pair for pair in TEXT if own.keys() & set(pair) and "on-school-2" not in pair]
        ratios += [contrast(colours[text], colours[ground]) for text, ground in touched]
    return min(ratios)
