"""What pages are made of: no inline style or script, colours from the tokens, no left and no right."""

import re
from collections.abc import Iterator
from pathlib import Path

from tests.guards.sources import Source, files

INLINE = re.compile(
    r"""\sstyle\s*=|<style\b|\son[a-z]+\s*=\s*["']|javascript:|<script\b(?![^>]*(?:\ssrc=|\snonce=))"""
)
COLOUR = re.compile(
    r":[^{;]*(?:#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})\b|\b(?:rgba?|hsla?|oklch|oklab|lab|lch)\()", re.I
)
SIDES = re.compile(
    r"(?<![\w-])(?:(?:margin|padding|border)-(?:left|right)|left|right)\s*:|(?:text-align|float|clear)\s*:\s*(?:left|right)"
)
COMMENT = re.compile(r"/\*.*?\*/", re.S)


def templates_have_no_inline_style_or_script(root: Path) -> list[str]:
    """The content security policy forbids them. Mail is the exception: mail programs know nothing else."""
    return [
        source.at(number, "has an inline style or script")
        for source in files(root, ".html", folders=("driehoek",))
        if not is_mail(source)
        for number, line in enumerate(source.text.splitlines(), 1)
        if INLINE.search(line)
    ]


def colours_live_in_tokens(root: Path) -> list[str]:
    return [
        source.at(number, "has a colour of its own")
        for source in files(root, ".css", folders=("driehoek",))
        if source.path.name != "tokens.css"
        for number, line in lines(source)
        if COLOUR.search(line)
    ]


def styles_know_no_left_or_right(root: Path) -> list[str]:
    return [
        source.at(number, "says left or right: say start or end")
        for source in files(root, ".css", folders=("driehoek",))
        for number, line in lines(source)
        if SIDES.search(line)
    ]


def lines(source: Source) -> Iterator[tuple[int, str]]:
    """The lines of a style sheet without their comments, numbered as in the file."""
    text = COMMENT.sub(lambda comment: "\n" * comment[0].count("\n"), source.text)
    return enumerate(text.splitlines(), 1)


def is_mail(source: Source) -> bool:
    return "mail" in source.path.parts or "email" in source.path.parts
