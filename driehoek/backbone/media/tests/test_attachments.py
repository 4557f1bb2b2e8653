"""What people attach: kept safe, seen through what carries it, and handed out in parts."""

import io
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.test import Client
from pytest_django.fixtures import Settings

from driehoek.backbone.media.models import Attachment
from driehoek.backbone.media.models import attachment as attachments
from driehoek.backbone.media.naming_files import clean_name
from driehoek.backbone.media.refusing import AttachmentRefused
from driehoek.base.core.tests.pictures import CANARY, corners, encoded, exif
from driehoek.facts.people.models import Person
from tests.cast import Cast

LETTER = b"Beste ouders,\nmorgen nemen wij een brood mee.\n"


@pytest.fixture(autouse=True)
def cupboard(settings: Settings, tmp_path: Path) -> Iterator[Path]:
    settings.MEDIA_ROOT = tmp_path
    yield tmp_path


def keep(cast: Cast, data: bytes = LETTER, name: str = "brief.txt", by: Person | None = None) -> Attachment:
    viewer = cast.viewer(by or cast.naima, "home")
    return Attachment.keep(io.BytesIO(data), name=name, school=cast.vlieger, viewer=viewer)


def lying(cupboard: Path) -> list[str]:
    return sorted(path.name.partition(".")[2] for path in cupboard.rglob("*") if path.is_file())


def test_a_letter_is_kept_under_a_name_nobody_guesses_and_sent_as_a_download(
    cast: Cast, cupboard: Path
) -> None:
    kept = keep(cast, name="Brief over Yusuf.txt")
    assert lying(cupboard) == ["txt"] and "Yusuf" not in "".join(map(str, cupboard.rglob("*")))
    answer = cast.sign_in(cast.naima).get(kept.url)
    assert b"".join(answer.streaming_content) == LETTER
    assert answer["Content-Disposition"] == 'attachment; filename="Brief over Yusuf.txt"'
    assert answer["X-Content-Type-Options"] == "nosniff" and "sandbox" in answer["Content-Security-Policy"]
    assert answer["Cache-Control"] == "private, max-age=30"


def test_a_picture_is_made_anew_and_loses_its_name(cast: Cast, cupboard: Path) -> None:
    kept = keep(cast, encoded(corners(1700, 900), exif=exif()), "IMG_20261119_Lotte.jpg")
    assert (kept.kind, kept.name, kept.filename) == ("picture", "", "foto.webp")
    assert lying(cupboard) == ["small.webp", "webp"]
    assert not any(CANARY in path.read_bytes() for path in cupboard.rglob("*.webp"))
    assert cast.sign_in(cast.naima).get(kept.small_url)["Content-Type"] == "image/webp"


def test_only_who_brought_it_sees_what_nothing_carries(cast: Cast) -> None:
    kept = keep(cast)
    assert [client_of(cast, key).get(kept.url).status_code for key in ("naima", "rachid", "anouk")] == [
        200,
        404,
        404,
    ]
    assert Client().get(kept.url).status_code == 404


def test_what_was_brought_at_work_is_not_there_at_home(cast: Cast) -> None:
    viewer = cast.viewer(cast.anouk, "school")
    kept = Attachment.keep(io.BytesIO(LETTER), name="a.txt", school=cast.vlieger, viewer=viewer)
    assert cast.sign_in(cast.anouk, "school").get(kept.url).status_code == 200
    assert cast.sign_in(cast.anouk, "home").get(kept.url).status_code == 404


def test_whoever_left_the_school_loses_what_she_brought(cast: Cast) -> None:
    kept = keep(cast, by=cast.jeroen)
    assert cast.sign_in(cast.jeroen).get(kept.url).status_code == 404


def client_of(cast: Cast, key: str) -> Client:
    return cast.sign_in(getattr(cast, key))


@pytest.mark.parametrize(
    ("asked", "status", "body", "said"),
    [
        ("bytes=0-4", 206, b"Beste", "bytes 0-4/46"),
        ("bytes=-3", 206, b"e.\n", "bytes 43-45/46"),
        ("bytes=40-", 206, LETTER[40:], "bytes 40-45/46"),
        ("bytes=0-9999", 206, LETTER, "bytes 0-45/46"),
        ("bytes=46-", 416, b"", "bytes */46"),
        ("bytes=9-3", 200, LETTER, ""),
        ("bytes=0-1,5-6", 200, LETTER, ""),
        ("lines=1", 200, LETTER, ""),
        (f"bytes=0-{'9' * 5000}", 200, LETTER, ""),
    ],
)
def test_a_player_gets_the_part_it_asks_for(
    cast: Cast, asked: str, status: int, body: bytes, said: str
) -> None:
    answer = cast.sign_in(cast.naima).get(keep(cast).url, headers={"Range": asked})
    got = b"".join(answer.streaming_content) if answer.streaming else answer.content
    assert (answer.status_code, got, answer.get("Content-Range", "")) == (status, body, said)


def test_a_part_of_another_version_is_the_whole(cast: Cast) -> None:
    headers = {"Range": "bytes=0-4", "If-Range": '"another"'}
    assert cast.sign_in(cast.naima).get(keep(cast).url, headers=headers).status_code == 200


def test_the_web_server_in_front_is_told_to_send_it(cast: Cast, settings: Settings) -> None:
    settings.ACCEL = True
    kept = keep(cast)
    answer = cast.sign_in(cast.naima).get(kept.url)
    assert answer["X-Accel-Redirect"] == f"/protected/attachments/{kept.token[:2]}/{kept.token}.txt"
    assert answer.content == b"" and answer["Content-Disposition"].startswith("attachment")


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Brief groep 5.pdf", "Brief groep 5.txt"),
        ("C:\\Users\\anouk\\brief.pdf.exe", "brief.txt"),
        ("../../etc/passwd", "passwd.txt"),
        ("\u202egpj.exe", "gpj.txt"),
        ("een\r\nSet-Cookie: x.txt", "eenSet-Cookie x.txt"),
        ("  ..  ", ""),
        ("رسالة إلى المدرسة.docx", "رسالة إلى المدرسة.txt"),
        ("x" * 300 + ".pdf", "x" * 80 + ".txt"),
    ],
)
def test_a_name_keeps_its_words_and_loses_its_tricks(name: str, shown: str) -> None:
    assert clean_name(name, "txt") == shown


def test_there_is_a_most_of_what_one_person_brings_in_a_day(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(attachments, "MOST_A_DAY", 2)
    keep(cast), keep(cast)
    with pytest.raises(AttachmentRefused):
        keep(cast)
    assert keep(cast, by=cast.rachid)


def test_the_schools_scanner_is_asked_and_believed(cast: Cast, settings: Settings, cupboard: Path) -> None:
    settings.SCAN = f"{shutil.which('grep')} -q -v brood"  # 0 where a line is without bread, else 1
    assert keep(cast)
    settings.SCAN = f"{shutil.which('grep')} -q brood-en-spelen"
    with pytest.raises(AttachmentRefused) as refused:
        keep(cast)
    assert "virusscanner" in str(refused.value.sentence)
    settings.SCAN = "no-such-scanner --fast"
    with pytest.raises(AttachmentRefused):
        keep(cast)
    settings.SCAN = f"{__name__}:trusts_nothing"
    with pytest.raises(AttachmentRefused):
        keep(cast)
    assert lying(cupboard) == ["txt"]  # what was refused left nothing


def trusts_nothing(path: Path) -> bool:
    return not path.is_file()


def test_what_was_discarded_is_gone(
    cast: Cast, cupboard: Path, django_capture_on_commit_callbacks: object
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        keep(cast).discard()
    assert lying(cupboard) == []
