"""Dutch that a tired parent understands: short sentences, and none of the words that shut people out."""

import re
from pathlib import Path

from tests.words.reading_level import flesch_douma, mean_length, sentences
from tests.words.sources import marked_texts

LONGEST = 15  # words in a sentence a parent reads
LONGEST_AT_WORK = 24  # in one that only staff read
FOR_STAFF = {
    "rosters",
    "guardianships",
    "roster_import",
    "account",
    "mfa",
    "allauth",
    "staff",
    "composer",
    "demo",
}
NEVER = re.compile(
    r"\b(?:notificaties?|accounts?|wachtwoord(?:en)?|feedback|participatie|threads?|feed|absentie|activeren|"
    r"configureren|portaal|ouderportaal)\b",
    re.IGNORECASE,
)
STAFF_HAVE_ONE = re.compile(r"\bwachtwoord\b")  # behind the door for staff, which entry keeps


def for_family() -> dict[str, Path]:
    """What parents and children meet, and where it stands."""
    return {text: path for text, path in marked_texts().items() if not FOR_STAFF & set(path.parts)}


def test_no_word_of_the_stop_list_reaches_a_parent() -> None:
    assert not [
        text
        for text, path in for_family().items()
        if NEVER.search(text) and not ("entry" in path.parts and STAFF_HAVE_ONE.search(text))
    ]


def test_sentences_are_short_and_easy() -> None:
    read = sentences(for_family())
    assert len(read) > 100
    assert mean_length(read) <= 10
    assert flesch_douma(read) >= 65


def test_no_sentence_is_too_long() -> None:
    assert not [" ".join(words) for words in sentences(for_family()) if len(words) > LONGEST]
    assert not [" ".join(words) for words in sentences(marked_texts()) if len(words) > LONGEST_AT_WORK]


def test_the_measure_knows_hard_from_easy() -> None:
    easy = sentences(["Maak een foto van de groep. Geef een vraag mee voor thuis."])
    hard = sentences(
        ["Onderwijsondersteunende communicatiemiddelen faciliteren ouderbetrokkenheid optimaal."]
    )
    assert flesch_douma(easy) > 90 > 0 > flesch_douma(hard)
    assert NEVER.search("Maak een account aan") and not NEVER.search("Log in met een code")
