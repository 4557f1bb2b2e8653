"""A child speaks her own question for the kitchen table: heard at home, and never by school."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoCaptureOnCommitCallbacks
from pytest_django.fixtures import Settings

from driehoek.backbone.media.models import Attachment
from driehoek.backbone.media.tests.voices import recorded
from driehoek.backbone.notifications.digests.supplying import Supplied
from driehoek.features.feed.tests.test_attaching import fetched_by, spoken
from driehoek.features.kitchen.forgetting import forget
from driehoek.features.kitchen.models import Wish, WishVoice
from driehoek.features.kitchen.models.talked import KEPT
from driehoek.features.kitchen.notices import ours
from driehoek.features.kitchen.own_corner import OwnCorner
from tests.cast import NOW, Cast

pytestmark = pytest.mark.django_db
ASK, TABLE = "/keukentafel/vraag-mij/", "/keukentafel/"
PEOPLE = ("naima", "rachid", "yusuf", "elif_", "anouk", "joris", "daan", "wouter")


@pytest.fixture(autouse=True)
def cupboard(settings: Settings, tmp_path: Path) -> Iterator[Path]:
    settings.MEDIA_ROOT = tmp_path
    yield tmp_path


def ask(cast: Cast, words: str = "", picked: str = "eigen", **more: object) -> int:
    return cast.sign_in(cast.yusuf).post(ASK, {"picked": picked, "words": words, **more}).status_code


def voice(seconds: float = 2) -> SimpleUploadedFile:
    return SimpleUploadedFile("spraakbericht", spoken(seconds), content_type="audio/wav")


def sounds(cupboard: Path) -> list[Path]:
    """What lies on disk of recordings."""
    return [one for one in (cupboard / "attachments").rglob("*") if one.is_file()]


def test_a_spoken_question_is_heard_by_whoever_would_read_it(cast: Cast) -> None:
    assert [ask(cast, voice=voice()), ask(cast, voice=voice())] == [302, 302]
    one = WishVoice.objects.get().attachment
    assert fetched_by(cast, one, *PEOPLE) == {"naima", "rachid", "yusuf"}
    for guardian in (cast.naima, cast.rachid):
        for address in ("/", TABLE):
            page = cast.sign_in(guardian).get(address).text
            assert "Yusuf sprak een vraag voor je in" in page and f'src="{one.url}"' in page
    assert f"/vraag-mij/{Wish.objects.get().pk}/" in cast.sign_in(cast.naima).get(TABLE).text  # to report it
    mine = cast.sign_in(cast.yusuf).get(TABLE).text
    assert "Jij sprak een vraag in voor thuis" in mine and one.url in mine
    assert one.url not in cast.sign_in(cast.elif_).get(TABLE).text


def test_with_words_it_is_read_and_heard(cast: Cast) -> None:
    assert ask(cast, "Waar slaapt een egel?", voice=voice()) == 302
    page = cast.sign_in(cast.naima).get(TABLE).text
    assert "Waar slaapt een egel?" in page and WishVoice.objects.get().attachment.url in page
    assert "sprak een vraag voor je in" not in page


def test_what_was_spoken_is_kept_when_the_form_comes_back_and_a_tick_takes_it_off(cast: Cast) -> None:
    yusuf, ready = cast.sign_in(cast.yusuf), OwnCorner(cast.viewer(cast.yusuf)).choices[0]
    back = yusuf.post(ASK, {"picked": ready.key, "voice": voice()})
    kept = Attachment.objects.get()
    assert back.status_code == 422 and f'value="{kept.token}" checked' in back.text
    assert "Kies dan: mijn eigen vraag." in back.text and not Wish.objects.exists()
    assert ask(cast) == 422  # nothing ticked, nothing written
    assert ask(cast, kept=kept.token) == 302 and WishVoice.objects.get().attachment == kept


def test_who_speaks_or_writes_and_picks_nothing_asks_her_own(cast: Cast) -> None:
    for said in ({"voice": voice()}, {"words": "Waar slaapt een egel?"}):
        assert ask(cast, **({"words": "", "picked": ""} | said)) == 302
        assert Wish.objects.get().picked == ""
        Wish.objects.get().take_back(at=NOW)
    assert ask(cast, "Waar slaapt een egel?", picked="not offered") == ask(cast, picked="") == 422


def test_who_has_no_corner_keeps_no_voice(cast: Cast) -> None:
    for person in (cast.naima, cast.anouk):
        said = {"picked": "eigen", "words": "", "voice": voice()}
        assert cast.sign_in(person).post(ASK, said).status_code == 403
    assert not Attachment.objects.exists()


def test_taken_back_or_after_its_term_the_recording_is_gone_from_disk(
    cast: Cast, cupboard: Path, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    for away in (lambda wish: wish.take_back(at=NOW), lambda wish: forget(NOW + 2 * KEPT)):
        ask(cast, voice=voice())
        assert sounds(cupboard)
        with django_capture_on_commit_callbacks(execute=True):
            away(Wish.objects.get())
        assert not Wish.objects.exists() and not Attachment.objects.exists() and not sounds(cupboard)


def test_what_another_child_asks_or_another_home_reads_she_does_not_take_back(cast: Cast) -> None:
    ask(cast, voice=voice())
    address = f"{ASK}{Wish.objects.get().pk}/weghalen/"
    for person in (cast.naima, cast.elif_):
        assert cast.sign_in(person).post(address).status_code in (403, 404)
    assert WishVoice.objects.exists()
    assert cast.sign_in(cast.yusuf).post(address).status_code == 302 and not Attachment.objects.exists()


def test_of_a_spoken_question_the_mail_says_that_it_lies_there_and_no_more(cast: Cast) -> None:
    ask(cast, voice=voice())
    lines = ours(cast.viewer(cast.naima), [])
    assert "Er ligt een eigen vraag op tafel. Kijk maar." in [
        str(one.question) for one in lines if isinstance(one, Supplied)
    ]


def test_a_voice_asks_no_question_more_of_the_page(cast: Cast) -> None:
    naima = cast.sign_in(cast.naima)
    Wish.ask(cast.yusuf, cast.vlieger, "Wat?", picked="", at=NOW)
    naima.get(TABLE)
    with CaptureQueriesContext(connection) as before:
        naima.get(TABLE)
    WishVoice.carry(Wish.objects.get().pk, recorded(cast.yusuf, cast.vlieger, "home", "qx"))
    with CaptureQueriesContext(connection) as after:
        naima.get(TABLE)
    assert len(after) <= len(before)
