"""Files and voices that go with what is said about a post: for whoever reads the words, and nobody else."""

import io
import wave
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from pytest_django.fixtures import Settings

from driehoek.backbone.media.models import Attachment
from driehoek.base.core.tests.pictures import corners, encoded
from driehoek.base.core.tests.test_documents import WORD, pack
from driehoek.features.feed.enclosing import enclose
from driehoek.features.feed.models import Comment, CommentAttachment, Post, PostAttachment, PostPhoto
from driehoek.features.feed.tests.posts import shared
from tests.cast import Cast


@pytest.fixture(autouse=True)
def cupboard(settings: Settings, tmp_path: Path) -> Iterator[Path]:
    settings.MEDIA_ROOT = tmp_path
    yield tmp_path


def spoken(seconds: float = 2, rate: int = 8000) -> bytes:
    """A hum, as a telephone without a browser recorder would send it."""
    file = io.BytesIO()
    with wave.open(file, "wb") as hum:
        hum.setnchannels(1)
        hum.setsampwidth(2)
        hum.setframerate(rate)
        wave_of = b"".join(
            (((at * 40) % 8000) - 4000).to_bytes(2, "little", signed=True) for at in range(200)
        )
        hum.writeframes(wave_of * int(seconds * rate / 200))
    return file.getvalue()


def letter(words: str = "Hij sliep slecht.", name: str = "brief.txt") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, words.encode())


def say(client: Client, post: Post, text: str = "", **more: object) -> HttpResponse:
    return client.post(f"/bericht/{post.pk}/reacties/", {"text": text, **more})


def fetched_by(cast: Cast, one: Attachment, *people: str) -> set[str]:
    return {key for key in people if cast.sign_in(getattr(cast, key)).get(one.url).status_code == 200}


ALL = ("naima", "rachid", "elif_", "anouk", "meryem", "joris", "daan", "wouter", "yusuf")


def test_a_voice_is_enough_to_say_something(cast: Cast) -> None:
    post = shared(cast)
    voice = SimpleUploadedFile("spraakbericht", spoken(), content_type="audio/wav")
    assert say(cast.sign_in(cast.elif_), post, voice=voice).status_code == 302
    one = Attachment.objects.get()
    assert (one.kind, one.length) == ("voice", "0:02")
    assert fetched_by(cast, one, *ALL) == {"elif_", "anouk", "meryem"}
    page = cast.sign_in(cast.anouk).get(post.get_absolute_url()).content.decode()
    assert f'<audio controls preload="none" src="{one.url}">' in page


def test_a_file_to_everyone_is_for_all_who_see_the_post(cast: Cast) -> None:
    say(cast.sign_in(cast.elif_), shared(cast), "Kijk!", to="all", files=[letter(), letter("Twee", "b.txt")])
    one, other = Attachment.objects.order_by("pk")
    assert fetched_by(cast, one, *ALL) == {"naima", "rachid", "elif_", "anouk", "meryem", "joris"}
    assert CommentAttachment.objects.filter(comment__text="Kijk!").count() == 2
    assert fetched_by(cast, other, "daan", "wouter") == set()


def test_two_homes_never_get_each_others_files(cast: Cast) -> None:
    post = shared(cast)
    say(cast.sign_in(cast.naima), post, "Zie brief", files=letter(name="Naimas brief.txt"))
    one = Attachment.objects.get()
    page = cast.sign_in(cast.rachid).get(post.get_absolute_url()).content.decode()
    assert "Naimas brief" not in page and one.token not in page
    assert fetched_by(cast, one, "naima", "rachid", "anouk") == {"naima", "anouk"}


def test_a_removed_remark_takes_its_files_along(cast: Cast) -> None:
    say(cast.sign_in(cast.elif_), shared(cast), "Oeps", to="all", files=letter())
    Comment.objects.get().remove(by=cast.anouk, at=cast.now)
    assert fetched_by(cast, Attachment.objects.get(), "naima", "anouk", "yusuf") == set()


def test_the_same_form_twice_is_one_remark_and_another_voice_is_another(cast: Cast) -> None:
    post, client = shared(cast), cast.sign_in(cast.elif_)
    for seconds in (1, 1, 2):
        say(client, post, voice=SimpleUploadedFile("spraakbericht", spoken(seconds)))
    assert Comment.objects.count() == 2
    assert sorted(one.length for one in Attachment.objects.filter(pk__in=carried())) == ["0:01", "0:02"]


def carried() -> list[int]:
    return list(CommentAttachment.objects.values_list("attachment", flat=True))


def test_without_words_and_files_nothing_is_said(cast: Cast) -> None:
    answer = say(cast.sign_in(cast.naima), shared(cast), "")
    assert answer.status_code == 422 and "Schrijf of spreek eerst iets in." in answer.content.decode()
    assert not Comment.objects.exists()


def test_a_bad_file_says_why_and_nothing_is_lost(cast: Cast) -> None:
    post, client = shared(cast), cast.sign_in(cast.naima)
    bad = SimpleUploadedFile("plaatje.svg", b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>")
    answer = say(client, post, "Mijn verhaal", files=[letter(), bad])
    page = answer.content.decode()
    assert answer.status_code == 422 and not Comment.objects.exists()
    assert "plaatje.svg: Dit soort bestand kan niet." in page and "Mijn verhaal</textarea>" in page
    kept = Attachment.objects.get()
    assert f'name="kept" value="{kept.token}" checked' in page
    assert say(client, post, "Mijn verhaal", kept=kept.token).status_code == 302
    assert carried() == [kept.pk]


def test_nobody_carries_what_another_brought_or_what_was_sent_already(cast: Cast) -> None:
    post = shared(cast)
    say(cast.sign_in(cast.naima), post, "Een", files=letter())
    token = Attachment.objects.get().token
    say(cast.sign_in(cast.naima), post, "Twee", kept=token)
    say(cast.sign_in(cast.rachid), post, "Drie", kept=token)
    assert [row.comment.text for row in CommentAttachment.objects.all()] == ["Een"]


def test_a_picture_for_everyone_is_the_schools_to_share(cast: Cast) -> None:
    """A photo of children goes to other parents through the photo check, or not at all."""
    post, client = shared(cast), cast.sign_in(cast.naima)
    picture = SimpleUploadedFile("foto.jpg", encoded(corners(400, 300)))
    answer = say(client, post, "Kijk", to="all", files=picture)
    assert answer.status_code == 422 and not Comment.objects.exists()
    assert "Stuur hem aan één persoon" in answer.content.decode()
    assert say(client, post, "Kijk", to="school", kept=Attachment.objects.get().token).status_code == 302


def test_a_photo_in_a_file_goes_to_one_person_and_not_past_the_photo_check(cast: Cast) -> None:
    post, where = shared(cast), "/bericht/{}/reacties/"
    for who, to, status in (("naima", "all", 422), ("naima", "school", 302), ("anouk", "all", 302)):
        paper = SimpleUploadedFile("feest.docx", pack(WORD | {"word/media/1.png": encoded(corners(), "PNG")}))
        said = {"text": "Kijk eens", "to": to, "files": paper}
        answer = cast.sign_in(getattr(cast, who)).post(where.format(post.pk), said)
        assert answer.status_code == status, (who, to)
        if status == 422:
            assert "In dit bestand staan foto" in answer.content.decode()
            assert "Kijk eens" in answer.content.decode() and not Comment.objects.exists()


def test_thinking_again_keeps_what_was_attached(cast: Cast) -> None:
    post, client = shared(cast), cast.sign_in(cast.naima)
    page = say(client, post, "Mijn kind is moe", to="all", files=letter()).content.decode()
    kept = Attachment.objects.get()
    assert "Gaat dit alleen over jouw kind?" in page
    assert f'<input type="hidden" name="kept" value="{kept.token}">' in page
    say(client, post, "Mijn kind is moe", to="school", sure="on", kept=kept.token)
    assert carried() == [kept.pk]
    assert fetched_by(cast, kept, *ALL) == {"naima", "anouk", "meryem"}


def test_the_school_answers_with_a_file_in_the_line_of_one_parent(cast: Cast) -> None:
    post = shared(cast)
    say(cast.sign_in(cast.naima), post, "Hoe ging het?")
    say(cast.sign_in(cast.anouk), post, "Zo:", to=f"line-{cast.naima.pk}", files=letter())
    assert fetched_by(cast, Attachment.objects.get(), *ALL) == {"naima", "anouk", "meryem"}


def test_a_page_asks_as_often_for_many_attachments_as_for_few(
    cast: Cast, django_assert_max_num_queries: object
) -> None:
    post, client, reader = shared(cast), cast.sign_in(cast.elif_), cast.sign_in(cast.naima)
    reader.get(post.get_absolute_url())
    for number in range(4):
        say(client, post, f"Nummer {number}", to="all", files=[letter(str(at)) for at in range(number + 1)])
    with django_assert_max_num_queries(12):
        page = reader.get(post.get_absolute_url()).content.decode()
    assert page.count('class="att att-file"') == 10


def test_a_file_that_comes_after_sharing_is_not_put_before_anybody(cast: Cast, cupboard: Path) -> None:
    post, anouk = shared(cast), cast.viewer(cast.anouk)
    for late in (letter(), SimpleUploadedFile("brug.jpg", encoded(corners(), "JPEG"))):
        assert enclose(late, post, anouk) is None
    assert not PostAttachment.objects.filter(post=post).exists()
    assert not PostPhoto.objects.filter(post=post).exists()
    draft = Post.begin(post.place, by=cast.anouk, at=cast.now)
    assert enclose(letter(), draft, anouk) == PostAttachment.objects.get(post=draft).attachment
