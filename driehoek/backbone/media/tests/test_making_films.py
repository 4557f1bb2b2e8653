"""Films are made beside all other work; a worker that is killed loses nothing and leaves nothing running."""

import datetime as dt
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django_tasks_db.models import DBTaskResult
from pytest_django.fixtures import Settings

from driehoek.backbone.media import attachment_files as files
from driehoek.backbone.media import loose
from driehoek.backbone.media.attaching import keep
from driehoek.backbone.media.converting import convert_next
from driehoek.backbone.media.jobs import make_films
from driehoek.backbone.media.models import Attachment, Conversion
from driehoek.base.core import confined
from driehoek.base.core.models.lease import LEASE
from tests.cast import NOW, Cast
from tests.servers.database import url

pytestmark = pytest.mark.usefixtures("made_each_time")
PATIENCE = 40  # seconds


@pytest.fixture(autouse=True)
def cupboard(settings: Settings, tmp_path: Path) -> Iterator[Path]:
    settings.MEDIA_ROOT = tmp_path
    yield tmp_path


def filmed(folder: Path, seconds: int, size: str = "320x240") -> bytes:
    made = folder / "film.mp4"
    source = ["-f", "lavfi", "-i", f"testsrc2=size={size}:rate=15:duration={seconds}"]
    how = ["-c:v", "libx264", "-preset", "ultrafast", "-t", str(seconds)]
    subprocess.run(["ffmpeg", "-v", "error", "-y", *source, *how, str(made)], check=True, capture_output=True)
    return made.read_bytes()


def brought(cast: Cast, folder: Path, seconds: int = 1, size: str = "320x240") -> Attachment:
    upload = SimpleUploadedFile("film.mp4", filmed(folder, seconds, size))
    return keep(upload, school=cast.vlieger, viewer=cast.viewer(cast.anouk, "school"))


def state(film: Attachment) -> str:
    return Attachment._default_manager.get(pk=film.pk).state


def test_a_film_wakes_the_lane_of_long_work(
    cast: Cast, tmp_path: Path, django_capture_on_commit_callbacks: object
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        brought(cast, tmp_path)
    job = DBTaskResult.objects.get()
    assert (job.queue_name, job.task_path) == ("media", make_films.module_path)


def test_a_film_that_was_made_is_ready_and_its_raw_file_is_gone(
    cast: Cast, tmp_path: Path, django_capture_on_commit_callbacks: object
) -> None:
    film = brought(cast, tmp_path)
    assert state(film) == "waiting" and files.path(film.token, files.RAW).exists()
    with django_capture_on_commit_callbacks(execute=True):
        assert convert_next(clock=lambda: NOW)
    assert state(film) == "ready" and not files.path(film.token, files.RAW).exists()
    assert not convert_next(clock=lambda: NOW)


def test_without_ffmpeg_it_waits_until_there_is_one(
    cast: Cast, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    film = brought(cast, tmp_path)
    with monkeypatch.context() as patch:
        patch.setattr(confined, "PATH", str(tmp_path))
        patch.setenv("PATH", "")
        convert_next(clock=lambda: NOW)
        assert state(film) == "waiting"
    convert_next(clock=lambda: NOW + dt.timedelta(minutes=2))
    assert state(film) == "ready"


def test_a_film_on_which_workers_die_is_parked_and_its_neighbour_is_made(cast: Cast, tmp_path: Path) -> None:
    deadly, other = brought(cast, tmp_path), brought(cast, tmp_path)
    now = NOW
    for _death in range(5):
        now += dt.timedelta(hours=2)
        Conversion.objects.filter(attachment=deadly).claim(now, limit=1)
        now += LEASE + dt.timedelta(seconds=1)
        Conversion.objects.free_stale(now)
    assert Conversion.objects.get(attachment=deadly).state == "parked"
    convert_next(clock=lambda: now)
    assert (state(deadly), state(other)) == ("waiting", "ready")


def test_what_was_brought_and_never_sent_is_forgotten_after_a_day(
    cast: Cast, tmp_path: Path, django_capture_on_commit_callbacks: object
) -> None:
    film = brought(cast, tmp_path)
    assert loose.forget(before=NOW) == 0
    with django_capture_on_commit_callbacks(execute=True):
        assert loose.forget(before=NOW + dt.timedelta(days=1)) == 1
    assert not list(files.path(film.token, "").parent.glob(f"{film.token}*"))


def start(cupboard: Path) -> "subprocess.Popen[bytes]":
    """A real worker on the same tables and the same folder."""
    env = os.environ | {
        "DJANGO_SETTINGS_MODULE": "tests.settings", "DRIEHOEK_DATABASE_URL": url(),
        "DRIEHOEK_TEST_VAR": str(cupboard),
    }  # fmt: skip
    return subprocess.Popen([sys.executable, "manage.py", "work", "--interval", "0.1"], env=env)


def until(happens: object, what: str) -> None:
    deadline = time.monotonic() + PATIENCE
    while not happens():  # type: ignore[operator]
        assert time.monotonic() < deadline, what
        time.sleep(0.05)


def transcoders(parent: int) -> list[psutil.Process]:
    try:
        children = psutil.Process(parent).children(recursive=True)
    except psutil.NoSuchProcess:
        return []
    return [one for one in children if "ffmpeg" in one.name()]


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_a_killed_worker_takes_its_transcoder_along_and_the_next_one_makes_the_film(
    transactional_db: None, settings: Settings, tmp_path: Path
) -> None:
    settings.MEDIA_ROOT = tmp_path / "media"
    cast = Cast()
    film = brought(cast, tmp_path, seconds=12, size="1280x720")
    worker = start(tmp_path)
    until(lambda: transcoders(worker.pid), "no transcoder began")
    (transcoder,) = transcoders(worker.pid)[:1]
    worker.send_signal(signal.SIGKILL)
    worker.wait()
    until(lambda: not transcoder.is_running() or transcoder.status() == "zombie", "the transcoder lives on")
    assert state(film) == "waiting" and files.path(film.token, files.RAW).exists()
    Conversion.objects.update(lease_until=NOW - dt.timedelta(days=400))
    convert_next(clock=later)
    Conversion.objects.update(due_at=NOW - dt.timedelta(days=400))
    assert convert_next(clock=later) or state(film) == "ready"
    assert state(film) == "ready"
    connection.close()


def later() -> dt.datetime:
    return NOW + dt.timedelta(days=300)
