"""Reads the colours from tokens.css, so that what is tested is what people see."""

import re

from driehoek.base.shell.stylesheet import SOURCES

MODES = {  # where in tokens.css a mode stands; later blocks of a list win
    "light": [":root, .paper"],
    "dark": [":root, .paper", ":root[data-theme=dark]"],
    "dark device": [":root, .paper", ":root:not([data-theme])"],
    "contrast": [":root, .paper", ":root[data-contrast=more]"],
    "contrast device": [":root, .paper", ":root:not([data-contrast])"],
}
TOKEN = re.compile(r"--([a-z0-9-]+): (#[0-9A-F]{6});")


def tokens(mode: str) -> dict[str, str]:
    """Every colour of one mode by name."""
    text = (SOURCES / "tokens.css").read_text()
    found: dict[str, str] = {}
    for selector in MODES[mode]:
        block = text[text.index(selector) :]
        found |= dict(TOKEN.findall(block[: block.index("}")]))
    return found
