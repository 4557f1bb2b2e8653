"""What a machine answered, looked at before anybody reads it: refused, doubted, or fine."""

import re
import unicodedata
from dataclasses import dataclass

from driehoek.backbone.translation.languages import language_of, may_negate, negates
from driehoek.backbone.translation.masking import ADDRESS, NUMBER, SIGN, Masked, unmask
from driehoek.backbone.translation.models.translation import Doubt
from driehoek.backbone.translation.texts import Text

LONGER, ROOM = 4, 200  # so many times as long as the original, and a little
MARKUP = re.compile(r"<\s*/?\s*[a-zA-Z!]|&(?:#\d+|#x[0-9a-fA-F]+|[a-z]+);|\]\(")
TURNS = set(
    "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"
)  # they turn the order of what follows
LETTERS = re.compile(r"[^\W\d_]{2,}")


@dataclass(frozen=True)
class Found:
    """`refused` says why nobody may read it; `doubt` why it is not shown as certain."""

    words: str = ""
    refused: str = ""
    doubt: str = Doubt.NONE


def check(text: Text, language: str, masked: Masked, answer: str) -> Found:
    """Everything that can be compared without knowing either language."""
    answered = clean(answer)
    back = unmask(answered, masked)
    if reason := _refusal(text, back.words):
        return Found(refused=reason)
    if _is_other(language, masked, answered):
        return Found(refused="another language")
    return Found(back.words, doubt=_doubt(text, language, masked, back.words, is_whole=back.is_whole))


def clean(answer: str) -> str:
    """Without signs that cannot be seen but do something."""
    lines = answer.replace("\r\n", "\n")
    seen = [
        sign for sign in lines if sign == "\n" or (unicodedata.category(sign) != "Cc" and sign not in TURNS)
    ]
    return unicodedata.normalize("NFC", "".join(seen)).strip()


def _refusal(text: Text, words: str) -> str:
    if not words:
        return "empty"
    if len(words) > LONGER * len(text.normal) + ROOM:
        return "too long"
    if len(MARKUP.findall(words)) > len(MARKUP.findall(text.normal)):
        return "markup"
    if set(ADDRESS.findall(words)) - set(ADDRESS.findall(text.normal)):
        return "another address"
    return ""


def _is_other(language: str, masked: Masked, answered: str) -> bool:
    """Clearly in a language that nobody asked for, or just the original again. Names tell nothing."""
    said = SIGN.sub(" ", answered)
    if len(LETTERS.findall(said)) > 4 and answered == masked.words:
        return True
    return language_of(said, language) != language


def _doubt(text: Text, language: str, masked: Masked, words: str, *, is_whole: bool) -> str:
    if not is_whole:
        return Doubt.KEPT
    if numbers(words) != numbers(_as_said(text.normal, masked)):
        return Doubt.NUMBERS
    there, here = (text.normal, text.spoken), (words, language)
    if (negates(*there) and not may_negate(*here)) or (negates(*here) and not may_negate(*there)):
        return Doubt.NEGATION
    return Doubt.NONE


def numbers(words: str) -> list[str]:
    """Each number, sorted; other digits than ours count as ours."""
    western = "".join(str(unicodedata.digit(sign, sign)) for sign in words)
    return sorted(re.sub(r"\D", "", found) for found in NUMBER.findall(western))


def _as_said(original: str, masked: Masked) -> str:
    """The original with the numbers that the school's own words add or take away."""
    extra = [put for kept, put in zip(masked.kept, masked.put, strict=True) if kept != put]
    less = [kept for kept, put in zip(masked.kept, masked.put, strict=True) if kept != put]
    for word in less:
        original = original.replace(word, " ", 1)
    return " ".join([original, *extra])
