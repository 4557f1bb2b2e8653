"""Questions to ask a child at home, suggested by what a teacher wrote; they stand in a file of their own."""

import re
import tomllib
from functools import cache
from pathlib import Path

BANK = Path(__file__).with_name("kitchen_table.toml")


def suggestions(text: str) -> list[str]:
    """Three questions about the subject that the text mentions most, or three that always fit."""
    words = re.findall(r"\w+", text.casefold())
    subjects = bank()
    mentions = {name: mentioned(subject["words"], words) for name, subject in subjects.items()}
    likeliest = max(mentions, key=lambda name: mentions[name])
    return subjects[likeliest if mentions[likeliest] else "always"]["questions"]


def mentioned(starts: list[str], words: list[str]) -> int:
    """How many words of the text contain one of these beginnings: "bruggen" mentions "brug"."""
    return sum(any(start in word for start in starts) for word in words)


@cache
def bank() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(BANK.read_text(encoding="utf-8"))["subject"]
