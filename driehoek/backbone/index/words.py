"""Words as the index keeps them, and the stems one looks for.

A stem is looked for anywhere in the text, so that "luis" finds "hoofdluiscontrole": Dutch glues its words
together, and an index of whole words misses half of them. Only what is sought is cut to its stem (Snowball),
in the language of whoever looks.
"""

import re
import unicodedata

from Stemmer import Stemmer

SHORTEST = 3  # letters; less than that stands in every text
MOST = 8  # words that are looked for at once
WORD = re.compile(r"[^\W_]+")
MARKS = "\u0300-\u036f\u064b-\u065f\u0670"  # accents and vowel signs, which a letter may bring along
TYPED = re.compile(rf"(?:[^\W_]|[{MARKS}])+")
STEMMED = {"nl": "dutch", "en": "english", "tr": "turkish", "ar": "arabic", "pl": "polish"}  # no Ukrainian
DOTTED = "i\u0307"  # what becomes of the Turkish İ
APOSTROPHE = re.compile("(?<=[\u0400-\u04ff])['\u2019\u02bc](?=[\u0400-\u04ff])")  # п'ять is one word
# What people type for one another, and NFKD leaves apart.
ALIKE = str.maketrans(
    "\u0131łøđґ\u0629\u0649\u06cc\u06a9٠١٢٣٤٥٦٧٨٩", "ilodг\u0647\u064a\u064a\u06430123456789", "\u0640"
)


def folded(text: str) -> str:
    """Small letters without accents, one space between words: "Café, óók" is "cafe ook"."""
    bare = unicodedata.normalize("NFKD", APOSTROPHE.sub("", text.casefold()))
    plain = "".join(sign for sign in bare if not unicodedata.combining(sign))
    return " ".join(WORD.findall(plain.translate(ALIKE)))


def stems(sought: str, language: str = "nl") -> list[str]:
    """What a text of that language must hold to be found. Empty when there is nothing to look for."""
    stemmer = Stemmer(STEMMED[language]) if language in STEMMED else None  # not for two threads
    typed = [word for word in TYPED.findall(APOSTROPHE.sub("", sought)) if len(folded(word)) >= SHORTEST]
    found = (_stem(word, language, stemmer) if stemmer else folded(word) for word in typed[:MOST])
    return list(dict.fromkeys(found))


def _stem(typed: str, language: str, stemmer: Stemmer) -> str:
    """The stem as it stands in texts. Dutch stems end in a double letter only within words ("bakken"), and
    a doubled vowel may be single in another form, so the stem is kept only when the word begins with it; in
    Arabic, where it goes without its article, when it stands in the word."""
    word = folded(typed)
    small = word if language == "nl" else unicodedata.normalize("NFC", typed.casefold()).replace(DOTTED, "i")
    stem = folded(stemmer.stemWord(small))
    stands = stem in word if language == "ar" else word.startswith(stem)
    return stem if len(stem) >= SHORTEST and stands else word
