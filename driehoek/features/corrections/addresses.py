"""A home address as somebody writes it down for the school. School keeps it elsewhere."""

import re
from dataclasses import dataclass

POSTAL_CODE = re.compile(r"([1-9][0-9]{3}) ?([A-Z]{2})")  # as in the Netherlands: 1234 AB


def postal_code(given: str) -> str | None:
    """Written the way the post does, "1234 AB"; None when it is no Dutch postal code."""
    found = POSTAL_CODE.fullmatch(given.strip().upper())
    return f"{found[1]} {found[2]}" if found else None


@dataclass(frozen=True)
class Address:
    """In the Netherlands, or elsewhere in lines of its own."""

    street: str = ""  # with the number
    postal_code: str = ""
    town: str = ""
    abroad: str = ""

    @property
    def words(self) -> str:
        """One line for each line of the envelope."""
        return self.abroad or f"{self.street}\n{self.postal_code} {self.town}"

    @classmethod
    def read(cls, words: str) -> "Address":
        """Back into the fields of a form."""
        street, *below = words.splitlines() or [""]
        code = postal_code(below[0][:7]) if len(below) == 1 else None
        return cls(street, code, below[0][8:]) if code else cls(abroad=words)
