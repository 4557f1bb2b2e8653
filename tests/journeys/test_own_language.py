"""Everybody in her own language: read, open the original, answer, and ask for an interpreter."""

from io import BytesIO

import pytest
from django.urls import reverse
from PIL import Image
from playwright.sync_api import Locator

from driehoek.backbone.translation.models import Correction
from driehoek.features.feed.models import Comment, Post
from driehoek.features.feed.models.comment import Corner
from driehoek.features.languages.models import InterpreterRequest
from tests.cast import NOW, Cast
from tests.journeys.conftest import Visit
from tests.oracle.life import News

pytestmark = pytest.mark.django_db(transaction=True)
ARABIC = {"title": "صنعنا جسورًا", "text": "حمل الجسر 14 كتابًا.", "ask": "أي شكل قوي؟"}


def in_arabic(cast: Cast) -> Post:
    """Juf Anouk's news, translated by hand."""
    post = News(cast).posts["news"]
    for name, words in ARABIC.items():
        Correction.write(post.texts[name], "ar", words, by=cast.meryem, at=NOW)
    cast.elif_.speak("ar")
    return post


def test_an_arabic_mother_reads_arabic_and_opens_the_dutch_in_one_tap(
    cast: Cast, visit: Visit, javascript: bool
) -> None:
    post = in_arabic(cast)
    mother = visit(cast.elif_, javascript=javascript).open(reverse("feed:post", args=[post.pk]))
    page = mother.page
    assert page.locator("html").get_attribute("dir") == "rtl"
    title = page.get_by_role("heading", level=1)
    assert title.inner_text() == ARABIC["title"] and title.get_attribute("lang") == "ar"
    assert page.evaluate("getComputedStyle(document.querySelector('.prose')).direction") == "rtl"
    assert not page.get_by_text(post.text).is_visible()
    mother.tap("Nederlands")
    assert page.get_by_text(post.text).is_visible() and mother.taps == 1
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_the_original_opens_by_keyboard_and_by_the_address_in_a_mail(cast: Cast, visit: Visit) -> None:
    post = in_arabic(cast)
    address = reverse("feed:post", args=[post.pk])
    mother = visit(cast.elif_, width=320).open(address)
    mother.page.locator("details.tr > summary").first.focus()
    mother.page.keyboard.press("Enter")
    assert mother.page.get_by_text(post.text).is_visible()
    assert visit(cast.elif_, javascript=False).open(f"{address}?taal=origineel").sees(post.text)


def test_her_first_page_comes_in_arabic_and_so_does_the_question(
    cast: Cast, visit: Visit, javascript: bool
) -> None:
    in_arabic(cast)
    mother = visit(cast.elif_, javascript=javascript).open(reverse("home:today"))
    assert mother.sees(ARABIC["title"])
    assert mother.tap(ARABIC["title"]).sees(ARABIC["ask"])


def test_the_teacher_reads_a_turkish_reply_in_dutch(cast: Cast, visit: Visit, javascript: bool) -> None:
    post = News(cast).posts["news"]
    told = {"by": cast.elif_, "corner": Corner.HOME, "at": NOW, "in_line_of": cast.elif_}
    said: Comment = post.comment("Çok güzel, biz de evde yapmak istiyoruz", **told)
    anouk = visit(cast.anouk, "school", javascript=javascript)
    anouk.open(reverse("languages:translation", args=["reactie", said.pk, "nl"]))
    anouk.page.locator("textarea").fill("Heel mooi, dat willen wij ook")
    anouk.tap("Bewaar")
    anouk.open(reverse("feed:post", args=[post.pk]))
    assert anouk.sees("Heel mooi, dat willen wij ook") and anouk.sees("Vertaald uit het Turks")
    anouk.tap("Türkçe")
    assert anouk.sees("Çok güzel") and anouk.taps == 2


def test_who_cannot_read_it_asks_for_an_interpreter_in_two_taps(
    cast: Cast, visit: Visit, javascript: bool
) -> None:
    post = News(cast).posts["news"]
    mother = visit(cast.elif_, javascript=javascript).open(reverse("feed:post", args=[post.pk]))
    mother.tap("Tercüman isteyin").tap("Tercüman istiyorum")
    assert mother.taps == 2 and InterpreterRequest.objects.get(person=cast.elif_)
    assert mother.sees("Okul tercüman istediğinizi biliyor.")


def side_of_words(field: Locator) -> str:
    """On which half of its first line the ink is."""
    seen = Image.open(BytesIO(field.screenshot())).convert("L")
    halves = [(8, seen.width // 2), (seen.width // 2, seen.width - 8)]
    left, right = (sum(seen.crop((x, 8, end, 40)).histogram()[:128]) for x, end in halves)
    assert left + right, "There are no words in it."
    return "left" if left > right else "right"


def test_what_is_typed_begins_on_its_own_side_and_an_empty_field_on_that_of_the_page(
    cast: Cast, visit: Visit
) -> None:
    address = reverse("feed:post", args=[in_arabic(cast).pk])
    begins = {"": "right", "Mooi!": "left", "رائع": "right"}
    for person, empty in ((cast.elif_, "right"), (cast.naima, "left")):
        field = visit(person).open(address).page.locator(".reply textarea[name=text]").first
        for words, side in (begins | {"": empty}).items():
            field.fill(words)
            assert side_of_words(field) == side, (person.language, words)
