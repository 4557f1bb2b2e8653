"""About leave one may speak: who asked and who decides hear it, and it goes with the words."""

import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.urls import reverse
from pytest_django.fixtures import Settings

from driehoek.backbone.media.models import Attachment
from driehoek.base.core.tests.pictures import corners, encoded
from driehoek.features.absences.forgetting import WORDS, forget_words
from driehoek.features.absences.models import DecisionVoice, LeaveDecision, LeaveRequest, LeaveVoice
from driehoek.features.absences.tests.test_leave import FRIDAY, ask, asked
from driehoek.features.feed.tests.test_attaching import fetched_by, spoken
from tests.cast import NOW, Cast

PEOPLE = ("naima", "rachid", "yusuf", "anouk", "joris", "marja", "peter", "wouter")


@pytest.fixture(autouse=True)
def cupboard(settings: Settings, tmp_path: Path) -> Iterator[Path]:
    settings.MEDIA_ROOT = tmp_path
    yield tmp_path


def voice(seconds: float = 1) -> SimpleUploadedFile:
    return SimpleUploadedFile("spraakbericht", spoken(seconds), content_type="audio/wav")


def asked_aloud(cast: Cast) -> tuple[LeaveRequest, Attachment]:
    leave = asked(cast, explanation="", voice=voice())
    return leave, leave.voices["explanation"][0]


def decide(cast: Cast, leave: LeaveRequest, outcome: str, **more: object) -> HttpResponse:
    path = reverse("absences:leave_decision", args=[leave.pk])
    return cast.sign_in(cast.joris).post(path, {"outcome": outcome, "reason": "", **more})  # type: ignore[return-value]


def test_spoken_is_enough_to_ask_and_only_she_and_who_leads_hear_it(cast: Cast) -> None:
    leave, heard = asked_aloud(cast)
    assert fetched_by(cast, heard, *PEOPLE) == {"naima", "joris", "marja"}
    for person in (cast.naima, cast.joris):
        page = cast.sign_in(person).get(leave.get_absolute_url()).text
        assert f'src="{heard.url}"' in page and "0:01 ingesproken" in page


def test_two_homes_ask_for_the_same_days_and_neither_hears_the_other(cast: Cast) -> None:
    _leave, hers = asked_aloud(cast)
    assert ask(cast.sign_in(cast.rachid), cast.yusuf, explanation="", voice=voice(2)).status_code == 302
    his = LeaveRequest.objects.latest("pk").voices["explanation"][0]
    assert fetched_by(cast, hers, "naima", "rachid") == {"naima"}
    assert fetched_by(cast, his, "naima", "rachid") == {"rachid"}


def test_a_form_that_comes_back_keeps_the_recording_and_sent_twice_it_is_one(cast: Cast) -> None:
    naima, token = cast.sign_in(cast.naima), str(uuid.uuid4())
    page = ask(naima, cast.yusuf, ground="", explanation="", voice=voice())
    kept = Attachment.objects.get().token
    assert page.status_code == 422 and f'name="kept" value="{kept}" checked' in page.content.decode()
    for _ in range(2):
        assert ask(naima, cast.yusuf, token=token, explanation="", kept=kept).status_code == 302
    assert LeaveVoice.objects.get().attachment.token == kept and LeaveRequest.objects.count() == 1
    assert ask(cast.sign_in(cast.rachid), cast.yusuf, kept=kept).status_code == 302
    assert LeaveVoice.objects.count() == 1


def test_a_picture_does_not_go_along(cast: Cast) -> None:
    picture = SimpleUploadedFile("a.png", encoded(corners(), "PNG"), content_type="image/png")
    page = ask(cast.sign_in(cast.naima), cast.yusuf, voice=picture)
    assert page.status_code == 422 and "Dit is geen opname die wij kennen." in page.content.decode()
    assert not LeaveRequest.objects.exists()


def test_the_head_may_speak_beside_her_yes_and_who_asked_hears_it(cast: Cast) -> None:
    leave = asked(cast)
    assert decide(cast, leave, "yes", voice=voice()).status_code == 302
    heard = DecisionVoice.objects.get().attachment
    assert fetched_by(cast, heard, *PEOPLE) == {"naima", "joris", "marja"}
    assert f'src="{heard.url}"' in cast.sign_in(cast.naima).get(leave.get_absolute_url()).text


def test_a_no_needs_written_words_and_the_recording_waits_for_them(cast: Cast) -> None:
    leave = asked(cast)
    page = decide(cast, leave, "no", voice=voice())
    kept = Attachment.objects.get().token
    assert page.status_code == 422 and "Schrijf bij een nee ook op waarom." in page.content.decode()
    assert kept in page.content.decode() and not LeaveDecision.objects.exists()
    assert decide(cast, leave, "no", reason="Er is toetsweek.", kept=kept).status_code == 302
    assert DecisionVoice.objects.get().attachment.token == kept


def test_a_decision_that_is_taken_back_takes_its_recording_along(cast: Cast) -> None:
    leave = asked(cast)
    decide(cast, leave, "yes", voice=voice())
    path = reverse("absences:leave_reversal", args=[leave.pk])
    assert cast.sign_in(cast.joris).post(path, {"reason": "Er is toetsweek."}).status_code == 302
    assert not Attachment.objects.exists()


def test_who_does_not_decide_speaks_in_vain(cast: Cast) -> None:
    leave = asked(cast)
    path = reverse("absences:leave_decision", args=[leave.pk])
    for person, status in ((cast.marja, 403), (cast.naima, 403), (cast.rachid, 404)):
        answer = cast.sign_in(person).post(path, {"outcome": "yes", "voice": voice()})
        assert answer.status_code == status
    assert not Attachment.objects.exists()


def test_what_was_spoken_goes_with_the_words(cast: Cast) -> None:
    leave, _heard = asked_aloud(cast)
    decide(cast, leave, "yes", voice=voice(2))
    forget_words(FRIDAY, NOW)
    assert Attachment.objects.count() == 2
    forget_words(FRIDAY + WORDS, NOW)
    assert not Attachment.objects.exists() and LeaveRequest.objects.exists()
