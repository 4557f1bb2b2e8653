"""F10, from home: react to a class or to what school tells of one child, with few taps and few letters."""

import pytest
from playwright.sync_api import expect

from driehoek.features.feed.models import Comment, CommentAttachment, Kind, Post
from driehoek.features.feed.tests.test_rooms import in_his_room
from tests.cast import Cast
from tests.journeys.conftest import Visit
from tests.oracle.life import News

pytestmark = pytest.mark.django_db(transaction=True)
READERS = pytest.mark.parametrize("reader", ["naima", "rania"])  # in Dutch, and in Arabic


@READERS
def test_a_parent_thanks_the_teacher_in_two_taps(
    cast: Cast, visit: Visit, javascript: bool, reader: str
) -> None:
    post, person = News(cast).posts["news"], getattr(cast, reader)
    here = visit(person, javascript=javascript).open(post.get_absolute_url())
    here.tap(here.page.locator(".openers label:has(input[value=thanks])"))
    here.tap(here.page.locator(".reply .for-school:visible"))
    here.page.locator("main [role=status]").first.wait_for()
    said = Comment.objects.filter(author=person).latest("at")
    assert said.text == {"naima": "Dank je wel!", "rania": "شكرًا جزيلًا!"}[reader]
    assert said.thread_of == person and here.taps == 2


def test_half_a_sentence_waits_in_the_box_for_the_other_half(
    cast: Cast, visit: Visit, javascript: bool
) -> None:
    post = News(cast).posts["news"]
    naima = visit(cast.naima, javascript=javascript).open(post.get_absolute_url())
    naima.tap("Wat mooi dat…")
    box = naima.page.locator(".reply textarea[name=text]")
    if javascript:
        assert box.input_value() == "Wat mooi dat "
        naima.page.keyboard.type("Yusuf nu telt.")  # the box has the focus
    else:
        box.fill("Yusuf nu telt.")
    naima.tap("Stuur naar Juf Anouk")
    naima.page.get_by_text("Verstuurd. Dit lezen alleen jij, Juf Anouk en Juf Meryem.").wait_for()
    assert Comment.objects.filter(text="Wat mooi dat Yusuf nu telt.").count() == 1 and naima.taps == 2


def test_a_second_tap_takes_the_words_out_again(cast: Cast, visit: Visit) -> None:
    post = News(cast).posts["news"]
    naima = visit(cast.naima).open(post.get_absolute_url())
    box = naima.page.locator(".reply textarea[name=text]")
    for words in ("Dank je wel!", "Ik wil graag weten…"):
        naima.tap(words)
    assert box.input_value() == "Dank je wel! Ik wil graag weten "
    naima.tap("Dank je wel!")
    assert box.input_value() == "Ik wil graag weten "
    box.fill("Iets anders")
    assert naima.page.locator(".openers input:checked").count() == 0


def test_a_mother_is_proud_from_her_childs_page_in_three_taps(
    cast: Cast, visit: Visit, javascript: bool
) -> None:
    post = in_his_room(cast)
    Post.objects.filter(pk=post.pk).update(kind=Kind.COMPLIMENT)
    naima = visit(cast.naima, javascript=javascript).open(f"/kind/{cast.yusuf.pk}/")
    naima.tap(naima.page.get_by_role("link", name=post.title).first)
    naima.tap("Wat ben ik trots!")
    naima.tap("Stuur naar Juf Anouk")
    naima.page.get_by_text("Verstuurd. Dit lezen alleen jij, Juf Anouk,").wait_for()
    assert Comment.objects.get().text == "Wat ben ik trots!" and naima.taps == 3


@READERS
def test_who_speaks_taps_the_microphone_and_then_sends(cast: Cast, visit: Visit, reader: str) -> None:
    """Sending ends the recording: what she said goes along, whole."""
    post, person = News(cast).posts["news"], getattr(cast, reader)
    here = visit(person, whole=True).open(post.get_absolute_url())
    here.page.context.grant_permissions(["microphone"])
    here.tap(here.page.locator(".reply label.for-voice"))
    here.page.locator(".reply .is-recording").first.wait_for()
    expect(here.page.locator(".reply .rec-time").first).to_have_text("0:01")
    here.tap(here.page.locator(".reply .for-school:visible"))
    here.page.locator("main [role=status]").first.wait_for()
    said = Comment.objects.filter(author=person).latest("at")
    kept = CommentAttachment.objects.get(comment=said).attachment
    assert kept.kind == "voice" and (kept.seconds or 0) > 0.5 and here.taps == 2
