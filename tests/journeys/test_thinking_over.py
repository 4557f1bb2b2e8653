"""A message in a conversation that one says in other words, and takes back: with and without scripts."""

import pytest
from playwright.sync_api import expect

from driehoek.features.conversations.models import Message
from driehoek.features.conversations.tests.talks import asked
from tests.cast import Cast
from tests.journeys.conftest import Visit

pytestmark = pytest.mark.django_db(transaction=True)


def test_she_says_it_in_other_words_and_takes_it_back(cast: Cast, visit: Visit, javascript: bool) -> None:
    talk = asked(cast)
    said = talk.say("Hij sliep slegt.", by=cast.naima, corner="home", at=cast.now, told_at=cast.now)
    naima = visit(cast.naima, javascript=javascript).open(talk.get_absolute_url())
    bubble = naima.page.locator(f"#zin-{said.pk}")
    bubble.get_by_role("link", name="Verander").click()
    naima.page.locator("textarea[name=text]").fill("Hij sliep slecht.")
    naima.tap("Bewaar")
    expect(bubble).to_contain_text("Hij sliep slecht.")
    expect(bubble).to_contain_text("bewerkt")
    bubble.get_by_role("link", name="Neem terug").click()
    assert "Een mail die al weg is, halen we niet terug." in naima.reads()
    naima.tap("Ja, neem terug")
    expect(bubble).to_contain_text("Bericht teruggenomen")
    anouk = visit(cast.anouk, "school", javascript=javascript).open(talk.get_absolute_url())
    assert "Bericht teruggenomen" in anouk.reads() and "sliep" not in anouk.reads()
    assert Message.objects.get(pk=said.pk).text == ""


@pytest.mark.parametrize("width", [320, 390])
def test_it_fits_a_phone_in_arabic(cast: Cast, visit: Visit, width: int) -> None:
    talk = asked(cast)
    cast.naima.speak("ar")
    for words in ("Hij sliep slecht.", "Hij komt later."):
        said = talk.say(words, by=cast.naima, corner="home", at=cast.now, told_at=cast.now)
    said.edit("Hij komt morgen.", by=cast.naima, at=cast.now)
    talk.withdraw(Message.objects.get(text="Hij sliep slecht."), by=cast.naima, at=cast.now)
    naima = visit(cast.naima, width=width)
    for address in ("", f"zinnen/{said.pk}/veranderen/", f"zinnen/{said.pk}/terugnemen/"):
        naima.open(f"/berichten/{address}" if address else talk.get_absolute_url())
        assert naima.page.evaluate("document.documentElement.scrollWidth") <= width
