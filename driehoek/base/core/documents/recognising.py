"""What a file is, by its content whatever its name, and the file as it may be kept."""

from dataclasses import dataclass

from driehoek.base.core.documents.office import OFFICE, clean_office
from driehoek.base.core.documents.pdf import clean_pdf
from driehoek.base.core.documents.plain import clean_text
from driehoek.base.core.documents.refusals import (
    DocumentTooLarge,
    EmptyDocument,
    OldDocument,
    UnknownDocument,
)

MOST_BYTES = 25 * 1024 * 1024
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # .doc, .xls, .ppt, and office files with a password
TYPES = {"pdf": "application/pdf", "txt": "text/plain; charset=utf-8"} | {
    ending: one.content_type for ending, one in OFFICE.items()
}


@dataclass(frozen=True)
class CleanDocument:
    """A file that was looked through. `ending` says what it is: "pdf", "docx"."""

    ending: str
    data: bytes
    has_pictures: bool = False


def clean_document(data: bytes) -> CleanDocument:
    """Raises a kind of DocumentRefused for everything that is not on the list."""
    if not data.strip():
        raise EmptyDocument
    if len(data) > MOST_BYTES:
        raise DocumentTooLarge
    if data.startswith(b"%PDF-"):
        return CleanDocument("pdf", *clean_pdf(data))
    if data.startswith(b"PK\x03\x04"):
        return CleanDocument(*clean_office(data))
    if data.startswith(OLD_OFFICE):
        raise OldDocument
    text = clean_text(data)
    if text is None:
        raise UnknownDocument
    return CleanDocument("txt", text)
