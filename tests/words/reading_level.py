"""How hard a Dutch text is to read: words in a sentence, and Flesch-Douma over all of them."""

import re
from collections.abc import Iterable

VOWELS = re.compile(
    r"aai|ooi|oei|eeu|ieu|auw|ouw|aa|ee|oo|uu|ie|oe|eu|ui|ei|au|ou|[aeiouyàáâäèéêëìíîïòóôöùúûü]"
)
A_SENTENCE = 4  # words; what is shorter is a label


def sentences(texts: Iterable[str]) -> list[list[str]]:
    """The sentences of these texts, each as its words; what is filled in counts as one word."""
    found = []
    for text in texts:
        plain = re.sub(r"%\(\w+\)[sd]|\{\w*\}", "naam", re.sub(r"<[^>]+>", " ", text))
        for sentence in re.split(r"(?<=[.!?:])\s+", plain):
            words = re.findall(r"[A-Za-zÀ-ÿ']+", sentence)
            if len(words) >= A_SENTENCE:
                found.append(words)
    return found


def syllables(word: str) -> int:
    return max(1, len(VOWELS.findall(word.lower().replace("ij", "y"))))


def mean_length(read: list[list[str]]) -> float:
    return sum(map(len, read)) / len(read)


def flesch_douma(read: list[list[str]]) -> float:
    """From 0 (only for scholars) to 100 (a child reads it); 65 is where B1 begins."""
    words = [word for sentence in read for word in sentence]
    return 206.835 - 0.93 * mean_length(read) - 77 * sum(map(syllables, words)) / len(words)
