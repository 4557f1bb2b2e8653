"""Many photos at once, one of them made to break us and one whose maker is killed: the others are kept, and
the teacher reads which one is not (F17)."""

import os
import signal
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from io import BytesIO

import psutil
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from driehoek.base.core.tests import pictures
from driehoek.base.core.uploads import ImageRefused, ImageTooLarge, clean_image
from driehoek.features.feed.models import PostPhoto
from driehoek.features.feed.tests.test_composing import opened, sheet
from driehoek.features.feed.tests.test_photos_on_posts import picture
from tests.cast import Cast

pytestmark = pytest.mark.usefixtures("made_each_time")
BOMB = next(iter(pictures.TOO_LARGE.values()))


@contextmanager
def out_of_memory(victim: int) -> Iterator[None]:
    """As the system does it: the child that makes this photo, by its number, is killed."""
    seen: list[int] = []
    is_over = threading.Event()

    def watch() -> None:
        while not is_over.is_set() and len(seen) < victim:
            for child in psutil.Process().children():
                if child.pid not in seen and is_maker(child):
                    seen.append(child.pid)
                    if len(seen) == victim:
                        os.kill(child.pid, signal.SIGKILL)
            time.sleep(0.001)

    watching = threading.Thread(target=watch)
    watching.start()
    try:
        yield
    finally:
        is_over.set()
        watching.join()
    assert len(seen) == victim


def is_maker(process: psutil.Process) -> bool:
    try:
        return any(part.endswith("image_worker.py") for part in process.cmdline())
    except psutil.Error:
        return False


@pytest.mark.django_db
def test_f17_a_bomb_and_a_killed_maker_cost_their_own_photo_and_she_reads_which(cast: Cast) -> None:
    client, post = opened(cast)
    photos = [picture(f"brug-{number}.jpg") for number in range(6)]
    photos[1] = SimpleUploadedFile("bom.png", BOMB, "image/png")
    with out_of_memory(victim=4):
        answer = client.post(f"/maken/{post.pk}/", sheet(cast) | {"photos": photos})
    assert answer.status_code == 422 and PostPhoto.objects.filter(post=post).count() == 4
    said = str(ImageTooLarge.sentence)
    assert f"bom.png: {said}" in answer.text and f"brug-3.jpg: {said}" in answer.text
    assert answer.text.count(said) == 2


def test_f17_of_many_at_once_each_bomb_is_refused_and_all_others_are_made() -> None:
    good = picture().read()
    burst = [BOMB if number in (2, 5) else good for number in range(10)]

    def made(data: bytes) -> str:
        try:
            return f"{len(clean_image(BytesIO(data), [400]).files)} file"
        except ImageRefused as refused:
            return type(refused).__name__

    with ThreadPoolExecutor(len(burst)) as everybody:
        came = list(everybody.map(made, burst))
    assert came == ["ImageTooLarge" if data is BOMB else "1 file" for data in burst]
