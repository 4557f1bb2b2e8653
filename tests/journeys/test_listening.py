"""F3: hearing what one cannot read well, with a script and without, also before one is in."""

import pytest
from django.urls import reverse

from driehoek.facts.people.models import Guardianship
from driehoek.features.entry.codes import shown
from driehoek.features.entry.inviting import hand_out, invite
from driehoek.features.entry.models import Road
from tests.cast import NOW, Cast
from tests.journeys.conftest import Visit
from tests.oracle.life import News

pytestmark = pytest.mark.django_db(transaction=True)


def test_one_tap_reads_a_post_aloud(cast: Cast, visit: Visit, javascript: bool) -> None:
    post = News(cast).posts["news"]
    address = reverse("feed:post", args=[post.pk])
    naima = visit(cast.naima, javascript=javascript).open(address)
    naima.tap(naima.page.locator("[data-play]").first)
    assert naima.taps == 1
    if javascript:
        naima.page.locator("[data-play][aria-pressed=true]").first.wait_for()
        assert naima.path == address
        return
    assert naima.page.locator("audio[controls]").count() == 1 and naima.sees(post.text)
    assert naima.tap(naima.page.locator("main a.btn")).path == address


def test_who_cannot_read_the_letter_hears_her_language_first(
    cast: Cast, visit: Visit, javascript: bool
) -> None:
    link = Guardianship.objects.get(guardian=cast.naima, student=cast.yusuf)
    (invitation,) = invite([link], by=None, road=Road.LETTER, now=NOW)
    code = shown(hand_out(invitation))
    invitation.deliver(now=NOW)
    someone = visit(javascript=javascript).open(reverse("entry:welcome", args=[code]))
    voice = someone.page.locator("a[lang=ar]")
    assert "استمع" in str(voice.get_attribute("aria-label"))
    someone.tap(voice)
    assert someone.path == reverse("entry:welcome", args=[code]) and someone.taps == 1
    if javascript:
        someone.page.locator("a[lang=ar][aria-pressed=true]").wait_for()
    else:
        assert someone.page.locator("audio").count() == 1


def test_the_player_on_a_form_opens_by_keyboard_and_keeps_what_was_typed(
    cast: Cast, visit: Visit, javascript: bool
) -> None:
    rania = visit(cast.rania, javascript=javascript).open(reverse("conversations:ask"))
    rania.page.locator("textarea[name=text]").fill("سؤال")
    rania.page.locator("details.heard > summary").focus()
    rania.tap_key("Enter")
    assert rania.page.locator("details.heard audio").is_visible()
    assert rania.page.locator("textarea[name=text]").input_value() == "سؤال" and rania.taps == 1
