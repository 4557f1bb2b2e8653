"""Signs that people type over from paper without mistaking one for another."""

ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"  # without 0 and O, 1 and I
PART = 4  # printed as 7KQM-2XRA


def in_parts(code: str) -> str:
    """As it stands on paper: 7KQM-2XRA."""
    return "-".join(code[start : start + PART] for start in range(0, len(code), PART))


def as_typed(text: str) -> str:
    """What somebody meant who typed this, without dashes and spaces; empty when it cannot be a code."""
    code = "".join(sign for sign in text.upper() if sign not in "- \t.–—")
    return code if set(code) <= set(ALPHABET) else ""
