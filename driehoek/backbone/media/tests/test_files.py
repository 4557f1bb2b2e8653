"""Where the pictures lie, that nobody guesses it, and that what is taken away is gone."""

import datetime as dt
import io
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from pytest_django.fixtures import Settings

from driehoek.backbone.media import files
from driehoek.backbone.media.checking import cover, take_away
from driehoek.backbone.media.models import Cover, Photo, PhotoHold
from driehoek.backbone.media.tests.studio import a_checked_photo, everyone_says_yes
from driehoek.base.core.tests.pictures import CANARY, corners, encoded, exif
from driehoek.base.core.uploads import SIZES, Disc, NotAnImage
from tests.cast import NOW, Cast


@pytest.fixture(autouse=True)
def cupboard(settings: Settings, tmp_path: Path) -> Iterator[Path]:
    settings.MEDIA_ROOT = tmp_path
    yield tmp_path


def upload(cast: Cast, picture: Image.Image | None = None) -> Photo:
    data = encoded(picture or corners(1600, 1200), exif=exif(), quality=95)
    return Photo.take(io.BytesIO(data), school=cast.vlieger, by=cast.anouk, at=NOW, alt="Foto van groep 5")


def kept(cupboard: Path) -> list[Path]:
    return sorted(cupboard.rglob("*.webp"))


def test_a_photo_is_kept_in_three_sizes_without_its_metadata(cast: Cast, cupboard: Path) -> None:
    photo = upload(cast)
    assert [files.path(photo.token, size).exists() for size in SIZES] == [True] * 3
    assert len(kept(cupboard)) == 3
    assert not any(CANARY in path.read_bytes() for path in kept(cupboard))
    assert (photo.width, photo.height) == (1600, 1200)


def test_only_this_program_reads_the_files(cast: Cast, cupboard: Path) -> None:
    upload(cast)
    assert {stat.S_IMODE(path.stat().st_mode) for path in kept(cupboard)} == {0o640}


def test_a_name_has_128_bits_of_chance_and_says_nothing(cast: Cast) -> None:
    tokens = {files.new_token() for _time in range(1000)}
    assert len(tokens) == 1000
    assert {len(token) for token in tokens} == {22}  # 16 bytes in base64
    assert len({token[:2] for token in tokens}) > 500


def test_a_refused_upload_leaves_nothing(cast: Cast, cupboard: Path) -> None:
    with pytest.raises(NotAnImage):
        Photo.take(io.BytesIO(b"<svg onload=alert(1)>"), school=cast.vlieger, by=cast.anouk, at=NOW)
    assert kept(cupboard) == []
    assert not Photo.objects.exists()


def test_taking_away_removes_every_size(
    cast: Cast, cupboard: Path, django_capture_on_commit_callbacks: object
) -> None:
    photo = upload(cast)
    with django_capture_on_commit_callbacks(execute=True):
        take_away(photo, by=cast.anouk, at=NOW)
    assert kept(cupboard) == []
    assert Photo.objects.filter(pk=photo.pk).exists()  # a grey card stays


def test_a_discarded_draft_leaves_nothing(
    cast: Cast, cupboard: Path, django_capture_on_commit_callbacks: object
) -> None:
    photo = upload(cast)
    with django_capture_on_commit_callbacks(execute=True):
        photo.discard()
    assert kept(cupboard) == []
    assert not Photo.objects.exists()


def test_a_covered_face_and_its_old_address_are_gone(
    cast: Cast, cupboard: Path, django_capture_on_commit_callbacks: object
) -> None:
    everyone_says_yes(cast.groep_5, but=(cast.finn,))
    picture = Image.new("RGB", (1600, 1200), (128, 128, 128))
    picture.paste((255, 0, 255), (760, 560, 840, 640))
    photo = upload(cast, picture)
    held = a_checked_photo(cast, present=(cast.finn,))
    Photo.objects.filter(pk=held.pk).update(token="x")
    held.token = photo.token
    photo.discard()
    held.save(update_fields=["token"])
    with django_capture_on_commit_callbacks(execute=True):
        for _time in range(2):
            cover(held, cast.finn, Disc(0.5, 0.5, 0.08), by=cast.anouk, at=NOW, done=False)
    now = Photo.objects.get(pk=held.pk)
    assert now.token != held.token
    assert len(kept(cupboard)) == 3 and all(now.token in path.name for path in kept(cupboard))
    assert not any(pink(path) for path in kept(cupboard))
    assert Cover.objects.count() == 1
    assert PhotoHold.objects.open().exists()  # until someone looked at it
    cover(now, cast.finn, Disc(0.5, 0.5, 0.08), by=cast.anouk, at=NOW, done=True)
    assert not PhotoHold.objects.open().exists()
    assert Photo.objects.get(pk=held.pk).token == now.token  # that kite was there already


def pink(path: Path) -> bool:
    colours = Image.open(path).convert("RGB").getcolors(2_000_000)
    return any(red > 180 and blue > 180 and green < 90 for _count, (red, green, blue) in colours)


def test_files_that_belong_to_no_photo_are_swept_away(cast: Cast, cupboard: Path) -> None:
    photo = upload(cast)
    files.write("halverwege", {400: b"x"})
    known = [photo.token]
    before, after = NOW - dt.timedelta(days=9999), NOW + dt.timedelta(days=9999)
    assert files.remove_orphans(known, before=before) == 0
    assert files.remove_orphans(known, before=after) == 1
    assert len(kept(cupboard)) == 3


def test_a_page_offers_each_size_with_its_width(cast: Cast) -> None:
    photo = upload(cast, corners(1200, 1600))
    assert [width for _address, width in photo.sources] == [300, 600, 1200]
    assert photo.sources[0][0] == f"/foto/{photo.token}/400/"
