"""Office files of today: a zip with pages in XML. Packed anew, without programs and names of makers."""

import io
import re
import zipfile
import zlib
from dataclasses import dataclass

from driehoek.base.core.documents.pictures import is_picture, without_place
from driehoek.base.core.documents.refusals import (
    ActiveDocument,
    BrokenDocument,
    DocumentTooLarge,
    LockedDocument,
    UnknownDocument,
)

MOST_PARTS = 3000
MOST_UNPACKED = 150 * 1024 * 1024
OPEN_XML = "application/vnd.openxmlformats-officedocument"
ODF = "application/vnd.oasis.opendocument"


@dataclass(frozen=True)
class Office:
    """One kind: how it is sent, and the part by which it is known (of ODF: what `mimetype` says)."""

    content_type: str
    main: str = ""


OFFICE = {
    "docx": Office(f"{OPEN_XML}.wordprocessingml.document", "word/document.xml"),
    "xlsx": Office(f"{OPEN_XML}.spreadsheetml.sheet", "xl/workbook.xml"),
    "pptx": Office(f"{OPEN_XML}.presentationml.presentation", "ppt/presentation.xml"),
    "odt": Office(f"{ODF}.text"),
    "ods": Office(f"{ODF}.spreadsheet"),
    "odp": Office(f"{ODF}.presentation"),
}
ACTIVE_PART = re.compile(
    r"vbaproject|vbadata|macrosheets|activex|oleobject|/embeddings/|^basic/|^scripts/|^object |^dialogs/"
    r"|customui|externallinks|/attachedtoolbars|\.(?:bin|exe|dll|js|vbs|jar|ps1|bat|cmd|hta|scr|lnk|html?|svg|swf)$",
    re.I,
)
HARMLESS = re.compile(r"printersettings\d*\.bin$", re.I)  # which paper somebody printed on: left out
LEFT_OUT = re.compile(r"^docprops/|^meta\.xml$|^thumbnails/|printersettings|^customxml/", re.I)
FETCHED = re.compile(
    rb"relationships/(?:attachedTemplate|oleObject|frame|subDocument|externalLinkPath|vbaProject)\b", re.I
)
MACRO = re.compile(
    rb"macroEnabled|vnd\.ms-office\.vba|<script:|<office:script\b|DDEAUTO|\bDDE\s+[\"']?\w", re.I
)
RELATION = re.compile(rb"<(?:\w+:)?Relationship\b[^>]*>", re.I)
ELSEWHERE = re.compile(rb"TargetMode\s*=\s*[\"']\s*External", re.I)
LINK = re.compile(rb"Type\s*=\s*[\"'][^\"']*/hyperlink\s*[\"']", re.I)  # fetched only when somebody taps it
PICTURED = re.compile(
    rb"<draw:(?:image|object|object-ole|plugin|applet|floating-frame|fill-image)\b[^>]*"
    rb"xlink:href\s*=\s*[\"']\s*(?:[a-z][a-z0-9+.-]*:|//|\\\\)",
    re.I,
)
CODED = re.compile(rb"&#(?:x([0-9a-f]{1,6})|([0-9]{1,7}));", re.I)
ENTITY = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.I)


def clean_office(data: bytes) -> tuple[str, bytes, bool]:
    """What it is, the same pages, and whether pictures stand in them. Who made it when is told by parts that
    are left out; where a picture was taken, by parts of the picture."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as pack:
            parts = _parts(pack, data)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, RuntimeError, ValueError, OSError):
        raise BrokenDocument from None
    ending = _ending(parts)
    for name, part in parts.items():
        _judge(name, part)
    kept = {name: without_place(part) for name, part in parts.items() if not LEFT_OUT.search(name)}
    return ending, _packed(kept), any(is_picture(part) for part in kept.values())


def _parts(pack: zipfile.ZipFile, data: bytes) -> dict[str, bytes]:
    """Every part, unpacked to a limit: what a zip says about itself is believed by nobody."""
    found, left = pack.infolist(), MOST_UNPACKED
    if len(found) > MOST_PARTS or sum(one.compress_size for one in found) > len(data):
        raise DocumentTooLarge
    if pack.comment or not data.endswith(b"\0\0") or data.find(b"PK\x05\x06") < len(data) - 22:
        raise BrokenDocument  # something hangs on before or behind it
    parts: dict[str, bytes] = {}
    for one in found:
        if one.is_dir():
            continue
        if one.flag_bits & 1:
            raise LockedDocument
        if not _is_inside(one.filename) or one.filename in parts or one.external_attr >> 28 == 0xA:
            raise BrokenDocument
        with pack.open(one) as file:
            parts[one.filename] = file.read(left + 1)
        left -= len(parts[one.filename])
        if left < 0:
            raise DocumentTooLarge
    return parts


def _is_inside(name: str) -> bool:
    """A path below the document, that no unpacking can lead elsewhere."""
    return not (name.startswith(("/", "\\")) or "\\" in name or ":" in name or ".." in name.split("/"))


def _ending(parts: dict[str, bytes]) -> str:
    said = parts.get("mimetype", b"").decode("ascii", errors="replace").strip()
    for ending, one in OFFICE.items():
        if one.main and one.main in parts and "[Content_Types].xml" in parts and not said:
            return ending
        if said == one.content_type and "content.xml" in parts:
            return ending
    if "EncryptedPackage" in parts:
        raise LockedDocument
    raise UnknownDocument


def _judge(name: str, part: bytes) -> None:
    if ACTIVE_PART.search(name) and not HARMLESS.search(name):
        raise ActiveDocument
    if part[:2] == b"MZ" or part[:4] == b"\x7fELF":
        raise ActiveDocument
    if name.endswith((".xml", ".rels")):
        plain = part.replace(b"\0", b"")  # XML may be written in two bytes a letter
        if PICTURED.search(plain) or (name.endswith(".rels") and _fetches(plain)):
            raise ActiveDocument
        if ENTITY.search(plain) or FETCHED.search(plain) or MACRO.search(plain):
            raise ActiveDocument
        if name == "META-INF/manifest.xml" and b"encryption-data" in plain:
            raise LockedDocument


def _fetches(relations: bytes) -> bool:
    """Whether opening it asks some other computer: its sender would learn who reads it, and where."""
    found = RELATION.findall(CODED.sub(_sign, relations))
    return any(ELSEWHERE.search(one) and not LINK.search(one) for one in found)


def _sign(found: "re.Match[bytes]") -> bytes:
    number = int(found[1], 16) if found[1] else int(found[2])
    return chr(number).encode() if number < 0x80 else b"?"


def _packed(parts: dict[str, bytes]) -> bytes:
    """In the same order (ODF wants its mimetype first), with one date for all."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as pack:
        for name, part in parts.items():
            about = zipfile.ZipInfo(name)
            about.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            pack.writestr(about, _without_mention(name, part))
    return made.getvalue()


def _without_mention(name: str, part: bytes) -> bytes:
    """Indexes forget the parts that were left out, or an office program calls the document broken."""
    if name.endswith(".rels"):
        return _drop(rb"<Relationship\b[^>]*?/>", rb"Target=[\"']/?(?:\.\./)*([^\"']*)", part)
    if name == "[Content_Types].xml":
        return _drop(rb"<Override\b[^>]*?/>", rb"PartName=[\"']/?([^\"']*)", part)
    if name == "META-INF/manifest.xml":
        return _drop(rb"<manifest:file-entry\b[^>]*?/>", rb"full-path=[\"']([^\"']*)", part)
    return part


def _drop(line: bytes, target: bytes, part: bytes) -> bytes:
    def kept(found: "re.Match[bytes]") -> bytes:
        points = re.search(target, found[0])
        gone = points and LEFT_OUT.search(points[1].decode("utf-8", errors="replace"))
        return b"" if gone else found[0]

    return re.sub(line, kept, part)
