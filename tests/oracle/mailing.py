"""Who reads what became of a letter that somebody sent us, and who complained, in plain Python."""

import datetime as dt

from tests.oracle.rules import Row, World


def sees_letter(world: World, who: int, hat: str, letter: Row, now: dt.datetime) -> bool:
    """She who wrote it, in any hat; no colleague and no other home."""
    return who == letter["person"] and bool(world["people"][who]["active"])
