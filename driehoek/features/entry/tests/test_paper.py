"""Letters on paper: one page each, in her language with Dutch below, with a code that a camera reads."""

import datetime as dt
import io
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import zxingcpp
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from PIL import Image
from playwright.sync_api import Page, Route

from driehoek.base.shell.stylesheet import paper, stylesheet
from driehoek.facts.people.models import Guardianship, Person
from driehoek.facts.schools.models import Appointment, Enrolment, Group
from driehoek.features.entry.models import Invitation, StudentCard
from tests.cast import Cast
from tests.servers.chromium import browser

pytestmark = [pytest.mark.django_db, pytest.mark.browser]
FONTS = Path(__file__).parents[3] / "base/shell/static/shell/fonts"
AUGUST = dt.date(2026, 8, 1)
ALL_LANGUAGES = ("nl", "en", "tr", "ar", "pl", "uk")


@contextmanager
def on_screen(html: str) -> Iterator[Page]:
    """The page in a browser, with our stylesheet and fonts and nothing from anywhere else. While it is open
    no row can be asked for: the browser's loop runs in this thread."""

    def serve(route: Route) -> None:
        url = route.request.url
        if url.endswith("shell/driehoek.css"):
            route.fulfill(body=stylesheet(), content_type="text/css")
        elif url.endswith("shell/paper.css"):
            route.fulfill(body=paper(), content_type="text/css")
        elif url.endswith(".woff2"):
            route.fulfill(path=FONTS / url.rpartition("/")[2])
        elif url == "http://paper.test/":
            route.fulfill(body=html, content_type="text/html")
        else:
            route.abort()

    with browser() as running:
        page = running.new_page(viewport={"width": 900, "height": 1300})
        page.route("**/*", serve)
        page.goto("http://paper.test/")
        page.evaluate("document.fonts.ready")
        yield page


def pages_in(pdf: bytes) -> int:
    return pdf.count(b"/Type /Page\n") + pdf.count(b"/Type /Page ") + pdf.count(b"/Type/Page/")


def letters(cast: Cast, group: Group) -> tuple[Client, str, list[str]]:
    office = cast.sign_in(cast.marja)
    page = office.get(reverse("entry:group_letters", args=[group.pk]))
    links = [str(link.guardianship.pk) for link in page.context["links"]]
    return office, reverse("entry:printed_letters", args=[group.pk]), links


CUT_OFF = "[...document.querySelectorAll('.letter')].filter(e => e.scrollHeight > e.clientHeight + 1).length"


def test_every_letter_is_exactly_one_page_in_every_language(cast: Cast) -> None:
    office, url, links = letters(cast, cast.groep_5)
    long_names = Person.objects.filter(pk__in=[cast.naima.pk, cast.elif_.pk])
    long_names.update(given_name="Wilhelmina Alexandrina", family_name="van der Heuvel-Oosterwijk Bruynsma")
    for place, person in enumerate(Person.objects.filter(guardianships__isnull=False).distinct()):
        Person.objects.filter(pk=person.pk).update(language=ALL_LANGUAGES[place % 6])
    printed = office.post(url, {"link": links})
    with on_screen(printed.text) as page:
        pdf = page.pdf(format="A4", prefer_css_page_size=True)
        page.emulate_media(media="print")
        page.set_viewport_size({"width": 794, "height": 1123})
        cut_off = page.evaluate(CUT_OFF)
    assert pages_in(pdf) == len(links) == Invitation.objects.count() and cut_off == 0


def test_a_camera_reads_the_code_and_it_opens_the_right_door(cast: Cast) -> None:
    office, url, links = letters(cast, cast.groep_5)
    printed = office.post(url, {"link": links[:2]})
    with on_screen(printed.text) as page:
        pictures = [(sheet.screenshot(), sheet.inner_text()) for sheet in page.query_selector_all(".letter")]
    paths = set()
    for picture, words in pictures:
        (found,) = zxingcpp.read_barcodes(Image.open(io.BytesIO(picture)))
        path = found.text.removeprefix("http://localhost:8000")
        assert path.strip("/").rpartition("/")[2] in words
        assert Client().get(path).status_code == 200
        paths.add(path)
    assert len(paths) == 2


def test_eight_cards_fit_on_a_page_and_are_read(cast: Cast) -> None:
    students = [p.pk for p in Person.objects.filter(enrolments__group=cast.groep_5).order_by("pk")[:8]]
    page_of_cards = reverse("entry:cards", args=[cast.groep_5.pk])
    printed = cast.sign_in(cast.anouk).post(page_of_cards, {"student": students})
    with on_screen(printed.text) as page:
        pdf, picture = page.pdf(format="A4", prefer_css_page_size=True), page.screenshot(full_page=True)
    codes = zxingcpp.read_barcodes(Image.open(io.BytesIO(picture)))
    assert pages_in(pdf) == 1
    assert len({code.text for code in codes}) == len(students) == StudentCard.objects.count() == 8


def test_a_teacher_prints_letters_for_her_own_group_only(cast: Cast) -> None:
    teacher = cast.sign_in(cast.anouk)
    assert teacher.get(reverse("entry:group_letters", args=[cast.groep_5.pk])).status_code == 200
    assert teacher.get(reverse("entry:group_letters", args=[cast.klas_1b.pk])).status_code == 404
    _office, _url, links = letters(cast, cast.groep_5)
    other = reverse("entry:printed_letters", args=[cast.klas_1b.pk])
    assert teacher.post(other, {"link": links}).status_code == 404
    assert not Invitation.objects.exists()
    assert cast.sign_in(cast.naima).get(reverse("entry:letters")).status_code == 403


def test_a_longer_list_takes_no_more_questions_to_the_database(cast: Cast) -> None:
    office = cast.sign_in(cast.marja)
    pages = [reverse("entry:group_letters", args=[cast.groep_5.pk]), reverse("entry:colleagues")]
    pages += [reverse("guardianships:waiting"), reverse("guardianships:student", args=[cast.yusuf.pk])]
    for page in pages:
        office.get(page)  # the first visit of the day writes that down
    before = [asked_for(office, page) for page in pages]
    for number in range(12):
        child = Person.objects.create(given_name=f"Kind {number}", birth_date=dt.date(2018, 1, 1))
        adult = Person.objects.create(given_name=f"Ouder {number}")
        Enrolment.objects.create(student=child, group=cast.groep_5, starts_on=AUGUST)
        for student in (child, cast.yusuf):
            link = Guardianship.objects.create(
                guardian=adult,
                student=student,
                kind="custody",
                source="import",
                starts_on=AUGUST,
            )
            if number % 2:
                link.approve(by=None, at=cast.now)
        Appointment.objects.create(
            person=adult, board=cast.vlieger.board, school=cast.vlieger, group=cast.groep_5,
            function="teacher", starts_on=AUGUST,
        )  # fmt: skip
    assert [asked_for(office, page) for page in pages] == before


def asked_for(browser: Client, page: str) -> int:
    with CaptureQueriesContext(connection) as queries:
        assert browser.get(page).status_code == 200
    return len(queries)
