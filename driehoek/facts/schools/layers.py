"""In which year of a school a group sits, read from its name: "1B" in 1, "groep 5" in 5, "Zorg 2A" in 2."""

import re

WHOLE_SCHOOL = 0  # where a layer is named: all of them
LAYER = re.compile(r"\d{1,2}")


def layer_of(name: str) -> int | None:
    """The first number; none when the name says no number, as of a care group."""
    found = LAYER.search(name)
    return int(found[0]) if found else None
