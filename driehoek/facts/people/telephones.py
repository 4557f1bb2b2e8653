"""One telephone number, however somebody wrote it: 06 1234 5678 and +31612345678 are the same."""

import re

SEPARATORS = re.compile(r"[\s().\-/]")


def normal(number: str) -> str:
    """As the world writes it: +31612345678."""
    digits = SEPARATORS.sub("", number)
    if digits.startswith("00"):
        return f"+{digits[2:]}"
    return f"+31{digits[1:]}" if re.fullmatch(r"0[1-9]\d{8}", digits) else digits


def spellings(number: str) -> set[str]:
    """The ways in which it may stand in a row."""
    world = normal(number)
    here = {f"0{world[3:]}"} if world.startswith("+31") else set()
    return {number, world, f"00{world[1:]}"} | here


def masked(number: str) -> str:
    """As its owner knows it again, and nobody else reads it: 06 •• •• 12 34. Never turned around, also not in
    Arabic."""
    world = normal(number)
    here = f"0{world[3:]}" if world.startswith("+31") else world
    return f"\u2066{here[:2]} •• •• {here[-4:-2]} {here[-2:]}\u2069"
