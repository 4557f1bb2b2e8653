"""Something from home may be spoken: heard by who reads the story, gone with it, and enough by itself."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from pytest_django.fixtures import Settings

from driehoek.backbone.media.models import Attachment
from driehoek.backbone.moderation.models import Case, CaseAttachment
from driehoek.base.core.tests.pictures import corners, encoded
from driehoek.features.feed.tests.test_attaching import spoken
from driehoek.features.stories.models import Story, StoryVoice
from driehoek.features.stories.tests.test_telling import begun
from tests.cast import Cast


@pytest.fixture(autouse=True)
def cupboard(settings: Settings, tmp_path: Path) -> Iterator[Path]:
    settings.MEDIA_ROOT = tmp_path
    yield tmp_path


def voice() -> SimpleUploadedFile:
    return SimpleUploadedFile("spraakbericht", spoken(), content_type="audio/wav")


def told_aloud(cast: Cast, to: str = "teacher") -> Story:
    naima = cast.sign_in(cast.naima)
    address = begun(naima, cast, "", voice=voice())
    assert naima.post(address, {"to": to, "in_circle": "on", "accepts": "on"}).status_code == 302
    return Story.objects.get()


def heard_by(cast: Cast, one: Attachment, *people: str) -> set[str]:
    return {key for key in people if cast.sign_in(getattr(cast, key)).get(one.url).status_code == 200}


PEOPLE = ("naima", "rachid", "elif_", "annelies", "anouk", "daan", "yusuf")


def test_a_voice_is_a_story_and_who_reads_it_hears_it(cast: Cast) -> None:
    story = told_aloud(cast)
    heard = story.voices()[0]
    assert heard_by(cast, heard, *PEOPLE) == {"naima", "anouk"}
    for person in (cast.naima, cast.anouk):
        assert f'src="{heard.url}"' in cast.sign_in(person).get("/van-thuis/").content.decode()


def test_to_the_class_it_is_heard_by_the_class_and_in_the_circle(cast: Cast) -> None:
    heard = told_aloud(cast, "class").voices()[0]
    assert heard_by(cast, heard, *PEOPLE) >= {"naima", "elif_", "anouk"}
    assert heard_by(cast, heard, "annelies", "daan") == set()
    circle = cast.sign_in(cast.anouk).get(f"/groep/{cast.groep_5.pk}/kring/").content.decode()
    assert f'src="{heard.url}"' in circle


def test_what_is_taken_back_is_heard_by_nobody(cast: Cast) -> None:
    story = told_aloud(cast)
    heard = story.voices()[0]
    cast.sign_in(cast.naima).post(f"/van-thuis/{story.pk}/weghalen/")
    assert heard_by(cast, heard, *PEOPLE) == set() and not StoryVoice.objects.exists()


def test_sent_twice_it_is_one_and_another_voice_is_another(cast: Cast) -> None:
    naima = cast.sign_in(cast.naima)
    first = begun(naima, cast, "", voice=voice())
    assert begun(naima, cast, "", voice=voice()) == first
    other = SimpleUploadedFile("spraakbericht", spoken(3), content_type="audio/wav")
    assert begun(naima, cast, "", voice=other) != first


def test_a_voice_that_is_none_says_so_and_keeps_the_words(cast: Cast) -> None:
    about = f"{cast.yusuf.pk}-{cast.groep_5.pk}"
    bad = SimpleUploadedFile("spraakbericht", b"MZ\x90\x00" + bytes(200), content_type="audio/wav")
    said = {"about": about, "text": "Wij waren op zee", "voice": bad}
    answer = cast.sign_in(cast.naima).post("/van-thuis/nieuw/", said)
    assert answer.status_code == 422 and "Wij waren op zee" in answer.content.decode()
    assert not Story.objects.exists()


def test_a_picture_does_not_come_in_as_a_voice(cast: Cast) -> None:
    """Photos of families are asked about; this door takes none."""
    about = f"{cast.yusuf.pk}-{cast.groep_5.pk}"
    picture = SimpleUploadedFile("a.png", encoded(corners(), "PNG"), content_type="image/png")
    for field in ("voice", "files"):
        answer = cast.sign_in(cast.naima).post(
            "/van-thuis/nieuw/", {"about": about, "text": "", field: picture}
        )
        assert answer.status_code == 422 and not StoryVoice.objects.exists()


def test_who_reports_it_brings_it_before_the_leaders(cast: Cast) -> None:
    story = told_aloud(cast, "class")
    said = {"reason": "advert", "words": ""}
    assert cast.sign_in(cast.elif_).post(f"/melden/van-thuis/{story.pk}/", said).status_code == 302
    assert CaseAttachment.objects.get().case == Case.objects.get()


def test_an_empty_sheet_complains_of_nothing(cast: Cast) -> None:
    answer = cast.sign_in(cast.naima).get("/van-thuis/nieuw/")
    assert answer.status_code == 200 and "Kijk dit nog even na" not in answer.content.decode()


def test_the_sheet_has_a_recorder(cast: Cast) -> None:
    assert 'name="voice"' in cast.sign_in(cast.naima).get("/van-thuis/nieuw/").content.decode()
