"""A film on a post: checked, shown and hidden like a photo, made by the worker, played by the browser."""

import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django.fixtures import Settings

from driehoek.backbone.journal.models import Entry
from driehoek.backbone.media import attachment_files as files
from driehoek.backbone.media.checking import take_away
from driehoek.backbone.media.converting import convert_next
from driehoek.backbone.media.holding import answer_about_photos
from driehoek.backbone.media.models import Attachment, Photo
from driehoek.backbone.notifications.notices import notice_of
from driehoek.facts.consent.purposes import Purpose
from driehoek.facts.schools.models import Enrolment
from driehoek.features.feed.models import Post, PostAttachment, PostPhoto
from driehoek.features.feed.templatetags.feed import films_among
from driehoek.features.feed.tests.test_attaching import spoken
from driehoek.features.feed.tests.test_composing import opened, sheet
from driehoek.features.feed.tests.test_photos_on_posts import check_on, say_yes, share, shown_to
from tests.cast import NOW, Cast


@pytest.fixture(autouse=True)
def cupboard(settings: Settings, tmp_path: Path) -> Iterator[Path]:
    settings.MEDIA_ROOT = tmp_path
    yield tmp_path


@cache
def a_film() -> bytes:
    """A second of moving colours with a hum."""
    with TemporaryDirectory() as folder:
        made = Path(folder) / "film.mp4"
        sources = ["-f", "lavfi", "-i", "testsrc2=size=320x240:rate=10:duration=1"]
        sources += ["-f", "lavfi", "-i", "sine=frequency=300:duration=1"]
        how = ["-c:v", "libx264", "-preset", "ultrafast", "-c:a", "aac", "-shortest"]
        subprocess.run(["ffmpeg", "-v", "error", *sources, *how, str(made)], check=True, capture_output=True)
        return made.read_bytes()


def with_film(cast: Cast) -> tuple[Client, Post, Photo]:
    """Juf Anouk with a film on her sheet, sent where photos are sent."""
    client, post = opened(cast)
    film = SimpleUploadedFile("VID_20261119_Lotte.mp4", a_film(), "video/mp4")
    client.post(f"/maken/{post.pk}/", sheet(cast) | {"photos": [film]})
    return client, post, PostPhoto.objects.get(post=post).photo


def make_it() -> None:
    assert convert_next(clock=lambda: NOW)


def plays_for(cast: Cast, film: Attachment, *people: str) -> set[str]:
    return {key for key in people if cast.sign_in(getattr(cast, key)).get(film.url).status_code == 200}


def everyone_may(cast: Cast) -> None:
    here = Enrolment.objects.on(cast.today).filter(group=cast.groep_5).select_related("student")
    say_yes(cast, *(row.student for row in here))


def test_a_film_is_asked_about_like_a_photo_and_cannot_be_covered(cast: Cast) -> None:
    client, post, still = with_film(cast)
    check = check_on(client, post)
    assert "Staat een van hen op een foto of film?" in check and "Bedek" not in check
    finn = {"on_photo": "someone", f"on-{still.pk}": [cast.finn.pk], f"how-{still.pk}": "cover"}
    assert share(client, cast, post, **finn) == 422
    assert not Post.objects.get(pk=post.pk).is_shared


def test_a_film_waits_for_the_worker_and_then_plays(cast: Cast) -> None:
    everyone_may(cast)
    client, post, still = with_film(cast)
    assert share(client, cast, post) == 302
    page = cast.sign_in(cast.naima).get(f"/bericht/{post.pk}/").content.decode()
    assert "De film wordt klaargemaakt." in page and "<video" not in page
    assert plays_for(cast, still.film, "naima", "anouk") == set()
    make_it()
    page = cast.sign_in(cast.naima).get(f"/bericht/{post.pk}/").content.decode()
    assert f'src="{still.film.url}"' in page
    assert plays_for(cast, still.film, "naima", "rachid", "anouk", "tom", "daan", "wouter", "jeroen") == {
        "naima", "rachid", "anouk",
    }  # fmt: skip


def test_withdrawn_consent_stops_the_film_with_its_still(cast: Cast) -> None:
    everyone_may(cast)
    client, post, still = with_film(cast)
    share(client, cast, post)
    make_it()
    assert plays_for(cast, still.film, "naima") == {"naima"}
    answer_about_photos(cast.finn, Purpose.CLASS_APP, shown=False, by=cast.marieke, at=NOW)
    assert plays_for(cast, still.film, "naima") == set() and shown_to(cast, post, "naima") == set()


def test_a_film_nobody_answered_for_is_played_by_nobody(cast: Cast) -> None:
    """Unanswered means hidden, also for the bytes."""
    _client, _post, still = with_film(cast)
    make_it()
    assert plays_for(cast, still.film, "naima", "rachid") == set()
    assert plays_for(cast, still.film, "anouk") == {"anouk"}


def test_a_film_that_is_taken_away_is_gone_from_the_disk(
    cast: Cast, cupboard: Path, django_capture_on_commit_callbacks: object
) -> None:
    _client, _post, still = with_film(cast)
    make_it()
    with django_capture_on_commit_callbacks(execute=True):
        take_away(still, by=cast.anouk, at=NOW)
    assert not list(cupboard.rglob(f"{still.film.token}*"))


def test_a_draft_that_is_thrown_away_takes_its_film_and_files_along(
    cast: Cast, cupboard: Path, django_capture_on_commit_callbacks: object
) -> None:
    client, post, _still = with_film(cast)
    letter = SimpleUploadedFile("brief.txt", b"Dag allemaal")
    client.post(f"/maken/{post.pk}/", sheet(cast) | {"papers": [letter]})
    assert PostAttachment.objects.filter(post=post).count() == 1
    with django_capture_on_commit_callbacks(execute=True):
        client.post(f"/maken/{post.pk}/weggooien/")
    assert not Attachment.objects.exists() and not [path for path in cupboard.rglob("*") if path.is_file()]


def test_a_file_on_a_post_is_for_whoever_sees_the_post(cast: Cast) -> None:
    client, post = opened(cast)
    letter = SimpleUploadedFile("Wat nemen we mee.txt", b"Een brood.")
    client.post(f"/maken/{post.pk}/", sheet(cast) | {"papers": [letter]})
    one = Attachment.objects.get()
    assert "Wat nemen we mee.txt" in client.get(f"/maken/{post.pk}/").content.decode()
    assert plays_for(cast, one, "naima", "anouk") == {"anouk"}
    assert share(client, cast, post) == 302
    assert plays_for(cast, one, "naima", "rachid", "daan", "wouter") == {"naima", "rachid"}
    assert one.url in cast.sign_in(cast.naima).get(f"/bericht/{post.pk}/").content.decode()


def test_a_file_can_be_taken_off_the_sheet(cast: Cast) -> None:
    client, post = opened(cast)
    client.post(f"/maken/{post.pk}/", sheet(cast) | {"papers": [SimpleUploadedFile("a.txt", b"Een brief")]})
    client.post(f"/maken/{post.pk}/bestand/{Attachment.objects.get().pk}/weghalen/", sheet(cast))
    assert not Attachment.objects.exists()


def test_a_film_that_is_no_film_says_so_and_leaves_the_sheet(cast: Cast, cupboard: Path) -> None:
    client, post = opened(cast)
    bad = SimpleUploadedFile("film.mp4", a_film()[:900], "video/mp4")
    page = client.post(f"/maken/{post.pk}/", sheet(cast) | {"photos": [bad]})
    assert page.status_code == 422 and "Deze opname" in page.content.decode()
    assert not Attachment.objects.exists() and not [path for path in cupboard.rglob("*") if path.is_file()]


def test_a_film_that_breaks_on_the_way_is_refused_in_words(cast: Cast) -> None:
    everyone_may(cast)
    client, post, still = with_film(cast)
    share(client, cast, post)
    files.path(still.film.token, files.RAW).write_bytes(b"\0" * 5000)
    make_it()
    assert Attachment.objects.get().state == "refused"
    page = cast.sign_in(cast.anouk).get(f"/bericht/{post.pk}/").content.decode()
    assert "Deze film lukt niet. Kies een andere." in page
    assert not convert_next(clock=lambda: NOW)


def test_pages_and_mails_call_a_film_a_film(cast: Cast) -> None:
    everyone_may(cast)
    client, post, still = with_film(cast)
    share(client, cast, post)
    notice = notice_of(Entry.objects.get(verb="feed.post.shared"))
    assert notice is not None
    said = " ".join(map(str, notice.paragraphs))
    assert "Er is 1 film bij." in said and "foto" not in said
    make_it()
    assert "Foto's en films" in cast.sign_in(cast.naima).get(f"/bericht/{post.pk}/fotos/").content.decode()
    assert films_among([still]) == "all" and films_among([still, Photo()]) == "some"
    assert films_among([Photo()]) == ""


def test_a_teacher_may_speak_her_news_and_who_sees_the_post_hears_it(cast: Cast) -> None:
    client, post = opened(cast)
    voice = SimpleUploadedFile("spraakbericht", spoken(), content_type="audio/wav")
    client.post(f"/maken/{post.pk}/", sheet(cast) | {"voice": [voice]})
    heard = PostAttachment.objects.get(post=post).attachment
    assert heard.kind == "voice" and not PostPhoto.objects.filter(post=post).exists()
    page = client.get(f"/maken/{post.pk}/").content.decode()
    assert "Spraakbericht" in page
    assert 'name="voice"' in page
    assert plays_for(cast, heard, "naima", "anouk", "elif_") == {"anouk"}  # while it is a draft
    share(client, cast, post)
    assert plays_for(cast, heard, "naima", "elif_", "anouk", "annelies") == {"naima", "elif_", "anouk"}
    assert f'src="{heard.url}"' in cast.sign_in(cast.naima).get(post.get_absolute_url()).content.decode()
