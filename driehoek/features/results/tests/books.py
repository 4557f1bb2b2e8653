"""Mark books for tests: a small OneRoster set, a sheet of the school's own, and handing them in."""

import csv
import io
import zipfile
from collections.abc import Iterable
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from driehoek.facts.schools.models import School
from driehoek.features.results.models import Upload

ITEM = ("sourcedId", "status", "title", "classSourcedId", "categorySourcedId", "dueDate", "resultValueMin",
        "resultValueMax")  # fmt: skip
RESULT = ("sourcedId", "status", "dateLastModified", "lineItemSourcedId", "studentSourcedId", "scoreStatus",
          "score", "textScore", "scoreDate", "comment", "missing", "late")  # fmt: skip
Row = dict[str, str]


def item(key: str = "w1", **more: str) -> Row:
    """A maths test, marked from 1 to 10."""
    usual = {"title": "Toets hoofdstuk 3", "classSourcedId": "wi", "categorySourcedId": "toets"}
    return {"sourcedId": key, "resultValueMin": "1", "resultValueMax": "10"} | usual | more


def result(student: str, key: str = "r1", **more: str) -> Row:
    usual = {"lineItemSourcedId": "w1", "scoreStatus": "fully graded", "scoreDate": "2026-11-17"}
    return {"sourcedId": key, "studentSourcedId": student} | usual | more


def table(columns: Iterable[str], rows: Iterable[Row]) -> bytes:
    text = io.StringIO()
    writer = csv.DictWriter(text, list(columns))
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode()


def oneroster(results: Iterable[Row], items: Iterable[Row] | None = None) -> SimpleUploadedFile:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("categories.csv", "sourcedId,title\ntoets,Toets\nhw,Huiswerk\n")
        archive.writestr("classes.csv", "sourcedId,title,schoolSourcedId\nwi,Wiskunde,x\n")
        archive.writestr("lineItems.csv", table(ITEM, items or [item()]))
        archive.writestr("results.csv", table(RESULT, results))
    return SimpleUploadedFile("cijfers.zip", packed.getvalue())


def sheet(*lines: str) -> SimpleUploadedFile:
    return SimpleUploadedFile("cijfers.csv", "\n".join(lines).encode())


def hand_in(office: Client, school: School, file: SimpleUploadedFile, source: str = "Magister") -> Upload:
    said: dict[str, Any] = {"school": school.pk, "source": source, "marks": file}
    answer = office.post(reverse("results:home"), said)
    assert answer.status_code == 302, answer.content.decode()
    return Upload.objects.latest("pk")


def agree(office: Client, upload: Upload) -> None:
    upload.refresh_from_db()
    office.post(reverse("results:agreement", args=[upload.pk]), {"digest": upload.proposal.digest})


def bring_in(
    office: Client, school: School, results: Iterable[Row], items: Iterable[Row] | None = None
) -> None:
    agree(office, hand_in(office, school, oneroster(results, items)))
