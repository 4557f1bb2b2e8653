"""F4, F5 and F10 with a keyboard alone, also in Arabic and without scripts: as many presses as taps."""

import pytest
from playwright.sync_api import Locator

from driehoek.features.absences.models import Absence, Reason
from driehoek.features.feed.models import Comment, Reaction
from tests.cast import Cast
from tests.journeys.conftest import Visit
from tests.journeys.visitor import Visitor
from tests.oracle.life import News

pytestmark = pytest.mark.django_db(transaction=True)
FAR = 150  # more steps than any page takes to cross
HAS_FOCUS = "thing => thing === document.activeElement"
IN_SIGHT = """thing => {
  const box = thing.getBoundingClientRect();
  const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
  return top !== null && (thing.contains(top) || top.contains(thing));
}"""
READERS = pytest.mark.parametrize("reader", ["naima", "rania"])  # in Dutch, and in Arabic


def walk_to(visitor: Visitor, thing: Locator) -> Locator:
    """Tab until it has the focus, where nothing lies over it."""
    for _step in range(FAR):
        visitor.page.keyboard.press("Tab")
        if thing.evaluate(HAS_FOCUS):
            return thing
    raise AssertionError(f"{thing} cannot be reached with Tab.")


def press(visitor: Visitor, thing: Locator) -> None:
    assert walk_to(visitor, thing).evaluate(IN_SIGHT), f"Something lies over {thing}."
    visitor.tap_key("Enter")


@pytest.mark.parametrize(("parent", "child"), [("marieke", "finn"), ("rania", "omar")])
def test_a_child_is_reported_ill_in_two_presses(
    cast: Cast, visit: Visit, javascript: bool, parent: str, child: str
) -> None:
    at_home = visit(getattr(cast, parent), javascript=javascript).open("/")
    press(at_home, at_home.page.locator(".quick a").first)
    press(at_home, at_home.page.locator("main button.btn-l"))
    at_home.page.locator(".done h1, .done h2, [role=status]").first.wait_for()
    assert Absence.objects.get(student=getattr(cast, child)).reason == Reason.ILL
    assert at_home.taps == 2


@READERS
def test_an_answer_to_the_teacher_alone_takes_two_presses(
    cast: Cast, visit: Visit, javascript: bool, reader: str
) -> None:
    post = News(cast).posts["news"]
    at_home = visit(getattr(cast, reader), javascript=javascript).open("/")
    press(at_home, at_home.page.locator(f"h3 a[href='{post.get_absolute_url()}']").first)
    walk_to(at_home, at_home.page.locator(".reply textarea[name=text]"))
    at_home.page.keyboard.type("Zij praat er nog over.")
    press(at_home, at_home.page.locator(".reply .for-school:visible"))
    at_home.page.get_by_text("Zij praat er nog over.").first.wait_for()
    assert Comment.objects.get(text="Zij praat er nog over.").thread_of == getattr(cast, reader)
    assert at_home.taps == 2


@READERS
def test_the_arrows_choose_everyone_and_the_button_says_so(cast: Cast, visit: Visit, reader: str) -> None:
    post = News(cast).posts["news"]
    here = visit(getattr(cast, reader), javascript=False).open(post.get_absolute_url())
    walk_to(here, here.page.locator("#to-school"))
    here.page.keyboard.press("ArrowDown")
    assert here.page.locator("#to-all").is_checked()
    walk_to(here, here.page.locator(".reply textarea[name=text]"))
    here.page.keyboard.type("Wie heeft er nog karton?")
    press(here, here.page.locator(".reply .for-all:visible").last)
    here.page.get_by_text("Wie heeft er nog karton?").first.wait_for()
    assert Comment.objects.get(text="Wie heeft er nog karton?").thread_of is None


@READERS
def test_a_whole_sentence_of_ours_goes_in_two_presses(
    cast: Cast, visit: Visit, javascript: bool, reader: str
) -> None:
    post = News(cast).posts["news"]
    here = visit(getattr(cast, reader), javascript=javascript).open(post.get_absolute_url())
    walk_to(here, here.page.locator(".openers input[value=thanks]"))
    here.tap_key("Space")
    press(here, here.page.locator(".reply .for-school:visible"))
    here.page.locator("main [role=status]").first.wait_for()
    said = Comment.objects.filter(post=post, author=getattr(cast, reader)).latest("at")
    assert said.text in ("Dank je wel!", "شكرًا جزيلًا!") and here.taps == 2


@READERS
def test_mooi_takes_two_presses_and_one_more_takes_it_back(cast: Cast, visit: Visit, reader: str) -> None:
    post, person = News(cast).posts["news"], getattr(cast, reader)
    at_home = visit(person, javascript=False).open("/")
    press(at_home, at_home.page.locator(f"h3 a[href='{post.get_absolute_url()}']").first)
    press(at_home, at_home.page.locator("main button[name=mooi]").first)
    at_home.page.locator("button[name=mooi][aria-pressed=true]").first.wait_for()
    assert Reaction.objects.filter(post=post, person=person).exists() and at_home.taps == 2
    press(at_home, at_home.page.locator("main button[name=mooi]").first)
    at_home.page.locator("button[name=mooi][aria-pressed=false]").first.wait_for()
    assert not Reaction.objects.filter(post=post, person=person).exists()
