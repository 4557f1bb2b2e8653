"""What one does not get may be spoken: heard by the school alone, in her own line."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from pytest_django.fixtures import Settings

from driehoek.backbone.media.models import Attachment
from driehoek.features.feed.models import Comment, CommentAttachment, ExplanationRequest, Post
from driehoek.features.feed.tests.test_attaching import ALL, fetched_by, spoken
from driehoek.features.feed.tests.test_questions import lesson
from tests.cast import Cast


@pytest.fixture(autouse=True)
def cupboard(settings: Settings, tmp_path: Path) -> Iterator[Path]:
    settings.MEDIA_ROOT = tmp_path
    yield tmp_path


def ask(client: Client, post: Post, seconds: float = 2, **more: object) -> HttpResponse:
    voice = SimpleUploadedFile("spraakbericht", spoken(seconds), content_type="audio/wav")
    return client.post(f"/bericht/{post.pk}/uitleg/", {"voice": voice, **more})


def test_what_is_spoken_stands_with_ik_snap_dit_niet_and_the_school_alone_hears_it(cast: Cast) -> None:
    post = lesson(cast)
    assert ask(cast.sign_in(cast.naima), post).status_code == 302
    one, said = Attachment.objects.get(), Comment.objects.get()
    assert said.voices() == [one] and said.text == "Ik snap dit niet." and said.thread_of == cast.naima
    assert fetched_by(cast, one, *ALL) == {"naima", "anouk", "meryem"}
    for person in (cast.naima, cast.anouk):
        assert one.url in cast.sign_in(person).get(post.get_absolute_url()).content.decode()
    assert one.url not in cast.sign_in(cast.rachid).get(post.get_absolute_url()).content.decode()


def test_spoken_twice_it_is_asked_once_and_another_voice_says_more(cast: Cast) -> None:
    post, naima = lesson(cast), cast.sign_in(cast.naima)
    for seconds in (1, 1, 2):
        ask(naima, post, seconds)
    assert Comment.objects.count() == 2 and ExplanationRequest.objects.count() == 1


def test_a_form_that_comes_back_keeps_the_words_and_the_voice(cast: Cast) -> None:
    post, naima = lesson(cast), cast.sign_in(cast.naima)
    answer = ask(naima, post, text="x" * 5_000)
    token = Attachment.objects.get().token
    shown = answer.content.decode()
    assert answer.status_code == 422 and not Comment.objects.exists()
    assert f'name="kept" value="{token}" checked' in shown and "x" * 5_000 in shown
    naima.post(f"/bericht/{post.pk}/uitleg/", {"text": "De som.", "kept": token})
    assert [one.token for one in Comment.objects.get().voices()] == [token]


def test_what_another_home_kept_does_not_go_along(cast: Cast) -> None:
    post = lesson(cast)
    ask(cast.sign_in(cast.naima), post, text="x" * 5_000)
    token = Attachment.objects.get().token
    cast.sign_in(cast.rachid).post(f"/bericht/{post.pk}/uitleg/", {"kept": token})
    assert Comment.objects.get().author == cast.rachid and not CommentAttachment.objects.exists()


def test_a_recording_that_is_none_says_so_and_nothing_is_asked(cast: Cast) -> None:
    bad = SimpleUploadedFile("spraakbericht", b"MZ\x90\x00" + bytes(200), content_type="audio/wav")
    post, naima = lesson(cast), cast.sign_in(cast.naima)
    answer = naima.post(f"/bericht/{post.pk}/uitleg/", {"text": "De som.", "voice": bad})
    assert answer.status_code == 422 and "De som." in answer.content.decode()
    assert not ExplanationRequest.objects.exists()


def test_what_is_taken_back_is_heard_by_nobody_else(cast: Cast) -> None:
    ask(cast.sign_in(cast.naima), lesson(cast))
    Comment.objects.get().remove(by=cast.naima, at=cast.now)
    assert fetched_by(cast, Attachment.objects.get(), "rachid", "anouk", "elif_") == set()


def test_the_recorder_stands_there_for_who_may_ask_and_for_nobody_else(cast: Cast) -> None:
    post = lesson(cast)
    asks = cast.sign_in(cast.naima).get(post.get_absolute_url()).content.decode()
    assert 'id="why"' in asks and asks.count('name="voice"') == 2
    assert 'id="why"' not in cast.sign_in(cast.anouk).get(post.get_absolute_url()).content.decode()
