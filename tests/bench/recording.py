"""Inside the installation, on one core: somebody speaks and films, and a worker does what waits."""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from django.core.files.uploadedfile import SimpleUploadedFile
from django_tasks_db.models import DBTaskResult

from driehoek.backbone.access.models import Seat
from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.media.attaching import keep
from driehoek.backbone.media.jobs import follow_consent
from driehoek.backbone.media.models import Attachment, Conversion
from driehoek.base.core.clock import day_of, now
from driehoek.facts.people.models import Person

VOICE, FILM = 30, 60  # seconds
SENTENCE = "Wij bouwden vandaag bruggen van papier. De sterkste brug droeg veertien boeken. "


def main(people: str) -> None:
    """Prints the seconds as JSON."""
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})  # whoever we start has no other core either
    reader = Person.objects.get(pk=min(json.loads(people)["readers"]))
    with tempfile.TemporaryDirectory() as folder:
        voice, film = spoken(Path(folder)), filmed(Path(folder))
    took = {"voice": voiced(voice, reader)} | made(film, reader)
    print(json.dumps(took))


def spoken(folder: Path) -> bytes:
    """As a browser records it."""
    wav, webm = folder / "voice.wav", folder / "voice.webm"
    subprocess.run(["espeak-ng", "-v", "nl", "-w", str(wav), SENTENCE * 12], check=True)
    ffmpeg("-i", str(wav), "-t", str(VOICE), "-c:a", "libopus", str(webm))
    return webm.read_bytes()


def filmed(folder: Path) -> bytes:
    """As a telephone does it: 720p, thirty pictures a second, with sound."""
    film = folder / "film.mp4"
    picture = ["-f", "lavfi", "-i", f"testsrc2=size=1280x720:rate=30:duration={FILM}"]
    sound = ["-f", "lavfi", "-i", f"sine=frequency=330:duration={FILM}"]
    ffmpeg(*picture, *sound, "-c:v", "libx264", "-preset", "ultrafast", "-c:a", "aac", str(film))
    return film.read_bytes()


def ffmpeg(*arguments: str) -> None:
    subprocess.run(["ffmpeg", "-v", "error", "-y", *arguments], check=True)


def brought(data: bytes, name: str, by: Person) -> Attachment:
    seat = Seat.objects.on(day_of(now())).filter(person=by).exclude(school=None)[0]
    assert seat.school
    return keep(SimpleUploadedFile(name, data), school=seat.school, viewer=Viewer(by, "home", now()))


def voiced(data: bytes, by: Person) -> float:
    """From the tap on the button until it can be played."""
    began = time.perf_counter()
    assert brought(data, "voice.webm", by).is_ready
    return time.perf_counter() - began


def made(data: bytes, by: Person) -> dict[str, float]:
    """From the upload until the film is there, and how long a short job waited while it was being made."""
    worker = subprocess.Popen(
        [sys.executable, "manage.py", "work", "--interval", "0.2"], stderr=subprocess.DEVNULL
    )
    try:
        began = time.perf_counter()
        film = brought(data, "film.mp4", by)
        until(lambda: Conversion.objects.filter(attachment=film, lease_token__isnull=False).exists())
        waited = waits_for(follow_consent.enqueue().id)
        busy = not is_ready(film)
        until(lambda: is_ready(film))
        return {"film": time.perf_counter() - began, "other_job": waited if busy else 1_000}
    finally:
        worker.terminate()
        worker.wait(60)


def is_ready(film: Attachment) -> bool:
    return Attachment._default_manager.get(pk=film.pk).is_ready


def waits_for(job: str) -> float:
    began = time.perf_counter()
    until(lambda: DBTaskResult.objects.get(id=job).finished_at is not None)
    return time.perf_counter() - began


def until(happened: Callable[[], bool], patience: float = 300) -> None:
    end = time.monotonic() + patience
    while not happened():
        if time.monotonic() > end:
            raise RuntimeError("it never happened")
        time.sleep(0.1)
