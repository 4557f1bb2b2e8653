"""An address in words that were written."""


def as_link(address: str) -> str:
    """One that works on the page, and can be read in a mail and on paper."""
    return f"[{address}](<{address}>)"
