"""A day in groep 5: the teacher shares it, a mother reads and answers, and a no hides a photo."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from driehoek.backbone.media.models import Photo
from driehoek.base.core.tests.pictures import corners, encoded
from driehoek.facts.consent.purposes import Purpose
from driehoek.features.feed.models import Comment, Post, Publication, Reaction
from tests.cast import NOW, Cast
from tests.journeys.conftest import Visit
from tests.oracle.life import Life, News

pytestmark = pytest.mark.django_db(transaction=True)
PICTURE = {"name": "brug.jpg", "mimeType": "image/jpeg", "buffer": encoded(corners())}


def test_a_teacher_shares_the_day_in_four_taps(cast: Cast, visit: Visit, javascript: bool) -> None:
    anouk = visit(cast.anouk, "school", javascript=javascript).open(reverse("children:work"))
    anouk.tap("Maken")
    anouk.page.locator("input[name=photos]").set_input_files(PICTURE)  # the phone's own picker
    if not javascript:
        anouk.page.get_by_role("button", name="Zet de foto's erbij").click()  # what a script does by itself
    anouk.page.get_by_text("Staat een van hen op een foto?").wait_for()
    anouk.tap("Nee, niemand")
    anouk.page.locator("textarea[name=text]").fill("Wij bouwden een brug van papier. Hij hield twee boeken.")
    anouk.tap(anouk.page.locator("#questions label.chip").first)
    anouk.tap("Deel met groep 5")
    post = Post.objects.get(author=cast.anouk)
    assert Publication.objects.filter(post=post).exists() and post.ask_at_home
    assert Photo.objects.get().checked_at is not None
    assert anouk.taps == 4


def test_nothing_is_shared_before_the_photo_check_is_answered(
    cast: Cast, visit: Visit, javascript: bool
) -> None:
    anouk = visit(cast.anouk, "school", javascript=javascript).open(reverse("feed:compose"))
    anouk.page.locator("input[name=photos]").set_input_files(PICTURE)
    if not javascript:
        anouk.page.get_by_role("button", name="Zet de foto's erbij").click()
    anouk.page.get_by_text("Staat een van hen op een foto?").wait_for()
    anouk.page.locator("textarea[name=text]").fill("Wij bouwden een brug.")
    anouk.tap("Deel met groep 5")
    assert not Publication.objects.exists()
    assert anouk.page.locator("input[name=on_photo]:checked").count() == 0


def test_what_was_answered_on_the_photo_check_stays_when_a_photo_comes(
    cast: Cast, visit: Visit, javascript: bool
) -> None:
    anouk = visit(cast.anouk, "school", javascript=javascript).open(reverse("feed:compose"))
    for number in (1, 2):
        anouk.page.locator("input[name=photos]").set_input_files(PICTURE)
        if not javascript:
            anouk.page.get_by_role("button", name="Zet de foto's erbij").click()
        anouk.page.locator(f"#check .which-one >> nth={number - 1}").wait_for(state="attached")
        if number == 1:
            anouk.tap(anouk.page.locator("label[for=on-someone]"))
            anouk.page.locator(".which-one .chip", has_text="Finn").click()
            anouk.page.locator("textarea[name=text]").fill("Wij bouwden een brug.")
            anouk.page.locator("textarea[name=text]").press("Tab")
    assert anouk.page.locator("#on-someone").is_checked()
    assert anouk.page.locator(f".which-one input[value='{cast.finn.pk}']:checked").count() == 1
    assert Post.objects.get(author=cast.anouk).text == "Wij bouwden een brug."


def test_nobody_is_asked_anew_about_a_photo_that_came_later(cast: Cast, visit: Visit) -> None:
    anouk = visit(cast.anouk, "school").open(reverse("feed:compose"))
    for number in (1, 2):
        anouk.page.locator("input[name=photos]").set_input_files(PICTURE)
        anouk.page.locator(f"#check .which-one >> nth={number - 1}").wait_for(state="attached")
        assert anouk.page.locator("input[name=on_photo]:checked").count() == 0
        anouk.tap("Nee, niemand")
        anouk.page.locator("textarea[name=text]").focus()


def test_a_mother_reads_and_says_mooi_in_two_taps(cast: Cast, visit: Visit, javascript: bool) -> None:
    post = News(cast).posts["news"]
    naima = visit(cast.naima, javascript=javascript).open("/")
    naima.tap(naima.page.get_by_role("link", name=post.title).first)
    naima.tap(naima.page.get_by_role("button", name="Mooi").first)
    naima.page.locator("[aria-pressed=true]").first.wait_for()
    assert Reaction.objects.filter(post=post, person=cast.naima).exists()
    assert naima.taps == 2


def test_an_answer_goes_to_the_teacher_alone_unless_one_chooses_everyone(
    cast: Cast, visit: Visit, javascript: bool
) -> None:
    post = News(cast).posts["news"]
    naima = visit(cast.naima, javascript=javascript).open("/")
    naima.tap(naima.page.get_by_role("link", name=post.title).first)
    naima.page.locator(".reply textarea[name=text]").fill("Yusuf vertelde er de hele avond over.")
    naima.tap(naima.page.get_by_role("button", name="Stuur naar Juf Anouk"))
    naima.page.get_by_text("de hele avond over").first.wait_for()
    expect(
        naima.page.get_by_text("Verstuurd. Dit lezen alleen jij, Juf Anouk en Juf Meryem.")
    ).to_be_in_viewport()
    said = Comment.objects.get(text__contains="hele avond")
    assert said.thread_of == cast.naima and naima.taps == 2
    rachid = visit(cast.rachid, javascript=javascript).open(post.get_absolute_url())
    assert "hele avond" not in rachid.reads()


def test_in_arabic_everyone_is_chosen_with_one_tap_more_and_named(
    cast: Cast, visit: Visit, javascript: bool
) -> None:
    post = News(cast).posts["news"]
    rania = visit(cast.rania, javascript=javascript).open(post.get_absolute_url())
    rania.page.locator(".reply textarea[name=text]").fill("ما أجمل هذا!")
    rania.tap(rania.page.locator("label[for=to-all]"))
    rania.tap(rania.page.locator(".reply button.for-all"))
    rania.page.get_by_text("ما أجمل هذا!").first.wait_for()
    assert rania.taps == 2 and Comment.objects.get(text="ما أجمل هذا!").thread_of is None
    assert "ما أجمل هذا!" in visit(cast.rachid, javascript=javascript).open(post.get_absolute_url()).reads()


def test_a_fathers_no_takes_the_photo_off_the_mothers_page(
    cast: Cast, visit: Visit, javascript: bool
) -> None:
    life = Life(cast)
    photo = life.photos["clear"]
    naima = visit(cast.naima, javascript=javascript).open(life.posts["news"].get_absolute_url())
    assert photo.token in naima.page.content()
    rachid = visit(cast.rachid, javascript=javascript).open(reverse("consents:photos", args=[cast.yusuf.pk]))
    rachid.page.locator(f"fieldset#id_{Purpose.CLASS_APP} label").filter(has_text="Nee").click()
    rachid.tap("Bewaar")
    rachid.page.wait_for_load_state("networkidle")
    naima.open(life.posts["news"].get_absolute_url())
    assert photo.token not in naima.page.content()
    answer = naima.page.request.get(naima.home + photo.url(800))
    assert answer.status == 404
    assert Post.objects.visible_to(cast.viewer(cast.naima, now=NOW)).filter(pk=life.posts["news"].pk).exists()
