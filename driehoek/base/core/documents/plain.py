"""Plain text: words alone. Markup, scripts and programs are something else, however they are called."""

import re

MARKUP = re.compile(
    r"^\s*<(?:!doctype|!--|\?|/?[a-z][\w:-]*[\s/>])|<(?:script|iframe|object|embed|svg|html|body)\b", re.I
)
PROGRAM = re.compile(r"^\s*(?:#!|@echo\b|%!|\{\\rtf|MIME-Version:|From: .*\n.*Content-Type:)", re.I)
CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")


def clean_text(data: bytes) -> bytes | None:
    """The same words in UTF-8; None when it is no plain text."""
    text = _decoded(data)
    if text is None or CONTROL.search(text) or MARKUP.search(text) or PROGRAM.search(text):
        return None
    return text.replace("\r\n", "\n").encode()


def _decoded(data: bytes) -> str | None:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _as(data, "utf-16")
    words = _as(data, "utf-8-sig")
    if words is None and not re.search(rb"[\x00-\x08\x0e-\x1f\x7f\x81\x8d\x8f\x90\x9d]", data):
        words = _as(data, "cp1252")  # as older Dutch computers write it
        letters = sum(letter.isalpha() or letter.isspace() for letter in words or "")
        return words if words and letters > 0.7 * len(words) else None
    return words


def _as(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None
