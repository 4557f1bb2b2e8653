"""A photo and a voice go with a question, school opens them; and all of asking without a mouse."""

import pytest
from playwright.sync_api import FilePayload, Page

from driehoek.base.core.tests.pictures import corners, encoded
from driehoek.features.conversations.models import Conversation, Message, MessageAttachment
from driehoek.features.feed.tests.test_attaching import spoken
from tests.cast import Cast
from tests.journeys.conftest import Visit

pytestmark = pytest.mark.django_db(transaction=True)
MOST_STEPS = 60  # with the key that goes to the next thing


def photo() -> FilePayload:
    return {"name": "IMG_2041.jpg", "mimeType": "image/jpeg", "buffer": encoded(corners())}


def voice() -> FilePayload:
    return {"name": "opname.wav", "mimeType": "audio/wav", "buffer": spoken()}


def go_to(page: Page, what: str) -> None:
    """With the key alone, until this is what would be pressed."""
    for _step in range(MOST_STEPS):
        if page.evaluate("what => document.activeElement.matches(what)", what):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"no key leads to {what}")


@pytest.mark.parametrize("language", ["nl", "ar"])
def test_a_photo_and_a_voice_go_with_a_question_and_school_opens_them(
    cast: Cast, visit: Visit, javascript: bool, language: str
) -> None:
    cast.naima.speak(language)
    naima = visit(cast.naima, javascript=javascript).open(f"/berichten/nieuw/?kind={cast.yusuf.pk}")
    page = naima.page
    page.locator("textarea[name=text]").fill("Moet ik hiermee naar de dokter?")
    naima.tap(page.locator("label.for-files"))
    page.locator("input[name=files]").set_input_files(photo())
    naima.tap(page.locator("label.for-voice"))
    page.locator("input[name=voice]").set_input_files(voice())
    naima.tap(page.locator("form.form button.btn-l"))
    assert naima.taps == 3 and MessageAttachment.objects.count() == 2
    assert (
        page.locator(".bubble.home .att-picture").count() == page.locator(".bubble.home audio").count() == 1
    )

    anouk = visit(cast.anouk, "school", javascript=javascript).open("/berichten/")
    anouk.tap("Naima")
    shown = anouk.page.locator(".att-picture")
    shown.scroll_into_view_if_needed()
    assert shown.locator("img").evaluate("image => image.decode().then(() => image.naturalWidth)") > 0
    sound = anouk.page.locator(".talk audio").get_attribute("src") or ""
    for kind, address in {"image/": shown.locator("a").get_attribute("href") or "", "audio/": sound}.items():
        opened = anouk.page.request.get(anouk.home + address)
        assert opened.status == 200 and opened.headers["content-type"].startswith(kind)
        assert cast.sign_in(cast.rachid).get(address).status_code == 404
    assert anouk.taps == 1


def test_what_was_refused_leaves_the_words_the_choice_and_the_photo(
    cast: Cast, visit: Visit, javascript: bool
) -> None:
    naima = visit(cast.naima, javascript=javascript).open("/berichten/nieuw/")
    page = naima.page
    naima.tap(page.locator("label.pick", has_text="Naar Juf").filter(has_text="Yusuf").last)
    naima.fill("Je vraag", "Kijk eens")
    naima.tap(page.locator("label.for-files"))
    game: FilePayload = {
        "name": "spel.exe",
        "mimeType": "application/octet-stream",
        "buffer": b"MZ\x90" + bytes(90),
    }
    page.locator("input[name=files]").set_input_files([photo(), game])
    naima.tap("Stuur")
    assert not Conversation.objects.exists() and "Je tekst is er nog." in naima.reads()
    naima.tap("Stuur")
    assert Message.objects.get().text == "Kijk eens" and MessageAttachment.objects.count() == 1


@pytest.mark.parametrize("language", ["nl", "ar"])
def test_a_question_is_asked_and_answered_without_a_mouse(
    cast: Cast, visit: Visit, javascript: bool, language: str
) -> None:
    cast.naima.speak(language)
    naima = visit(cast.naima, javascript=javascript).open("/berichten/")
    page, keys = naima.page, naima.page.keyboard
    go_to(page, "a[href='/berichten/nieuw/']")
    keys.press("Enter")
    page.wait_for_url("**/berichten/nieuw/")
    go_to(page, "input[name=about]")
    for _one in range(MOST_STEPS):
        keys.press("ArrowDown")
        if page.evaluate("document.activeElement.value") == f"{cast.vlieger.pk}-{cast.yusuf.pk}":
            break
    go_to(page, "textarea[name=text]")
    keys.type("Mag hij eerder weg?")
    go_to(page, "form.form button.btn-l")
    keys.press("Enter")
    page.wait_for_selector(".bubble.home")
    said = Message.objects.get()
    assert said.text == "Mag hij eerder weg?" and said.conversation.line_of == cast.naima

    anouk = visit(cast.anouk, "school", javascript=javascript)
    page, keys = anouk.open(said.conversation.get_absolute_url()).page, anouk.page.keyboard
    go_to(page, ".reply textarea[name=text]")
    keys.type("Ja hoor.")
    go_to(page, ".reply button.btn-icon")
    keys.press("Enter")
    page.wait_for_selector(".bubble.school")
    assert Message.objects.filter(text="Ja hoor.", corner="school").count() == 1
