"""Files with absences of Adam, as the office of Het Kompas hands them in."""

import io

import openpyxl
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.urls import reverse

from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import ExternalKey
from driehoek.features.absences.models import Upload
from tests.cast import Cast

HEAD = "Leerlingnummer;Datum;Soort;Van;Tot;Vak;Nummer\n"
LATE = "{adam};17-11-2026;Te laat;08:30;08:45;Wiskunde;1\n"
MISSED = "{adam};18-11-2026;Niet gemeld;10:00;10:50;Engels;2\n"


def number(cast: Cast, student: Person) -> str:
    return ExternalKey.objects.get(school=cast.kompas, person=student).key


def hand_in(cast: Cast, *lines: str, by: Person | None = None, name: str = "afwezig.csv") -> HttpResponse:
    text = "".join(lines).format(adam=number(cast, cast.adam))
    return post_file(cast, name, text.encode(), by)


def post_file(cast: Cast, name: str, content: bytes, by: Person | None = None) -> HttpResponse:
    said = {"school": cast.kompas.pk, "source": "Magister", "sheet": SimpleUploadedFile(name, content)}
    answer: HttpResponse = cast.sign_in(by or cast.peter).post(reverse("absences:bring"), said, follow=True)
    return answer


def workbook(*lines: list[object]) -> bytes:
    book, kept = openpyxl.Workbook(), io.BytesIO()
    for line in lines:
        book.worksheets[0].append(line)
    book.save(kept)
    return kept.getvalue()


def agree(cast: Cast, answer: HttpResponse, by: Person | None = None) -> int:
    digest, key = answer.context["difference"].digest, answer.context["upload"].pk
    address = reverse("absences:brought_agreement", args=[key])
    return cast.sign_in(by or cast.peter).post(address, {"digest": digest}).status_code


def bring(cast: Cast, *lines: str) -> None:
    assert agree(cast, hand_in(cast, HEAD, *lines)) == 302


def explain_words(cast: Cast, by: Person | None = None, **means: str) -> HttpResponse:
    """What the words of the last file mean, by their places in the alphabet: k0 is the first."""
    address = reverse("absences:kinds", args=[Upload.objects.latest("pk").pk])
    answer: HttpResponse = cast.sign_in(by or cast.peter).post(address, means, follow=True)
    return answer
