"""Secrets to look for: short words that occur nowhere else, and what they belong to."""

import re
from dataclasses import dataclass, field
from hashlib import sha256

Thing = tuple[str, int]
SHAPE = re.compile(r"qx[a-p]{10}")
LETTERS = str.maketrans("0123456789abcdef", "abcdefghijklmnop")


@dataclass
class Canaries:
    """Twelve letters each, so that no escaping, cutting or folding of case changes them."""

    things: dict[str, set[Thing]] = field(default_factory=dict)

    def new(self, name: str) -> str:
        """A fresh secret; say later what it belongs to."""
        token = "qx" + sha256(name.encode()).hexdigest()[:10].translate(LETTERS)
        assert token not in self.things, f"{name} was planted before"
        self.things[token] = set()
        return token

    def belongs(self, thing: Thing, *tokens: str) -> None:
        for token in tokens:
            self.things[token].add(thing)

    def found_in(self, *texts: str) -> set[Thing]:
        """The things whose secrets are in these texts."""
        tokens = {token for text in texts for token in SHAPE.findall(text.lower())}
        return {thing for token in tokens for thing in self.things.get(token, ())}


@dataclass
class Plant:
    """Makes secrets and says what they belong to."""

    canaries: Canaries

    def __call__(self, name: str) -> str:
        return self.canaries.new(name)

    def belongs(self, kind: str, key: int, token: str) -> None:
        self.canaries.belongs((kind, key), token)
