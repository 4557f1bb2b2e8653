"""Words as the index keeps them, and the stems one looks for.

A stem is looked for anywhere in the text, so that "luis" finds "hoofdluiscontrole": Dutch glues its words
together, and an index of whole words misses half of them. Only what is sought is cut to its stem (Snowball).
"""

import re
import unicodedata

from Stemmer import Stemmer

SHORTEST = 3  # letters; less than that stands in every text
MOST = 8  # words that are looked for at once
WORD = re.compile(r"[^\W_]+")


def folded(text: str) -> str:
    """Small letters without accents, one space between words: "Café, óók" is "cafe ook"."""
    bare = unicodedata.normalize("NFKD", text.casefold())
    return " ".join(WORD.findall("".join(sign for sign in bare if not unicodedata.combining(sign))))


def stems(sought: str) -> list[str]:
    """What a text must hold to be found. Empty when there is nothing to look for."""
    stemmer = Stemmer("dutch")
    words = [word for word in folded(sought).split() if len(word) >= SHORTEST]
    found = (_not_too_short(stemmer.stemWord(word), word) for word in words[:MOST])
    return list(dict.fromkeys(found))


def _not_too_short(stem: str, word: str) -> str:
    """The stem as it stands in texts. Dutch stems end in a double letter only within words ("bakken"), and
    a doubled vowel may be single in another form, so the stem is kept only when the word begins with it."""
    return stem if len(stem) >= SHORTEST and word.startswith(stem) else word
