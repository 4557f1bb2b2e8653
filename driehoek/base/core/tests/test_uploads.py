"""Which uploads are taken, and that nothing but their pixels is kept."""

import io
import json
import subprocess
import sys
import time
from pathlib import Path

import pytest
from PIL import Image

from driehoek.base.core import uploads
from driehoek.base.core.tests import pictures
from driehoek.base.core.tests.pictures import CANARY, CORNERS, corners, encoded, exif, opened
from driehoek.base.core.uploads import (
    MOST_BYTES,
    WORKER,
    BrokenImage,
    CleanImage,
    Disc,
    EmptyImage,
    ImageRefused,
    ImageTookTooLong,
    ImageTooLarge,
    NotAnImage,
    clean_image,
)

pytestmark = pytest.mark.usefixtures("made_each_time")
MEASURED = """
import runpy, sys
sys.argv = sys.argv[1:]
try:
    runpy.run_path(sys.argv[0], run_name="__main__")
finally:
    print(open("/proc/self/status").read().split("VmHWM:")[1].split()[0], file=sys.stderr)
"""


def clean(data: bytes, **options: object) -> CleanImage:
    return clean_image(io.BytesIO(data), **options)


def largest(data: bytes) -> Image.Image:
    return opened(clean(data).files[1600])


def near(picture: Image.Image, place: tuple[float, float], colour: tuple[int, int, int]) -> bool:
    seen = picture.convert("RGB").getpixel((int(place[0] * picture.width), int(place[1] * picture.height)))
    return all(abs(one - other) < 40 for one, other in zip(seen, colour, strict=True))


def is_upright(picture: Image.Image) -> bool:
    places = [(0.2, 0.2), (0.8, 0.2), (0.2, 0.8), (0.8, 0.8)]
    return all(near(picture, place, colour) for place, colour in zip(places, CORNERS.values(), strict=True))


@pytest.mark.parametrize("name", pictures.ACCEPTED)
def test_photos_of_every_usual_kind_become_webp(name: str) -> None:
    made = clean(pictures.ACCEPTED[name])
    for size, file in made.files.items():
        assert opened(file).format == "WEBP"
        assert max(opened(file).size) <= size
    assert opened(made.files[1600]).size == (made.width, made.height)
    assert len(made.colour) == 7


@pytest.mark.parametrize("name", pictures.REFUSED)
def test_what_is_not_a_photo_is_refused_whatever_it_is_called(name: str) -> None:
    with pytest.raises(NotAnImage):
        clean(pictures.REFUSED[name])


@pytest.mark.parametrize("name", pictures.BROKEN)
def test_half_a_photo_is_refused_as_broken(name: str) -> None:
    with pytest.raises(BrokenImage):
        clean(pictures.BROKEN[name])


@pytest.mark.parametrize("name", pictures.TOO_LARGE)
def test_a_bomb_is_refused_by_its_header(name: str) -> None:
    started = time.process_time(), time.monotonic()
    with pytest.raises(ImageTooLarge):
        clean(pictures.TOO_LARGE[name])
    assert time.monotonic() - started[1] < 5


def test_an_empty_file_and_a_heavy_file_are_refused_before_anyone_looks_inside() -> None:
    with pytest.raises(EmptyImage):
        clean(b"")
    with pytest.raises(ImageTooLarge):
        clean(encoded(corners()) + bytes(MOST_BYTES))


def test_every_refusal_has_a_sentence_of_its_own() -> None:
    kinds = (EmptyImage, ImageTooLarge, ImageTookTooLong, NotAnImage, BrokenImage, ImageRefused)
    assert len({str(kind.sentence) for kind in kinds}) == len(kinds)
    assert str(ImageTooLarge.sentence) == "Deze foto is te groot. Maak hem kleiner of kies een andere."


def test_a_busy_computer_does_not_call_a_photo_too_large(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    photo = encoded(corners())
    assert clean(photo)
    monkeypatch.setattr(uploads, "PATIENCE", 0.01)
    with pytest.raises(ImageTookTooLong):
        clean(photo)
    monkeypatch.undo()
    (tmp_path / "greedy.py").write_text("import os, signal; os.kill(os.getpid(), signal.SIGKILL)")
    monkeypatch.setattr(uploads, "WORKER", tmp_path / "greedy.py")
    with pytest.raises(ImageTooLarge):
        clean(photo)


def measured(data: bytes) -> tuple[dict[str, object], int]:
    """What the child says, and the most memory it ever had, in kB."""
    orders = json.dumps({"sizes": [1600, 800, 400], "covers": []})
    command = [sys.executable, "-I", "-c", MEASURED, str(WORKER), orders]
    child = subprocess.run(command, input=data, capture_output=True, check=False)
    return json.loads(child.stdout.partition(b"\n")[0]), int(child.stderr.split()[-1])


@pytest.mark.parametrize("name", pictures.TOO_LARGE)
def test_a_bomb_takes_little_memory(name: str) -> None:
    said, peak = measured(pictures.TOO_LARGE[name])
    assert said["refused"] == "too_large"
    assert peak < 300_000


@pytest.mark.slow
def test_no_photo_takes_more_memory_than_the_limit() -> None:
    for kind, mode in (("PNG", "RGBA"), ("PNG", "LA"), ("JPEG", "RGB"), ("WEBP", "RGB")):
        large = Image.linear_gradient("L").resize((8000, 6200)).convert(mode)
        _said, peak = measured(encoded(large, kind, **({"method": 0} if kind == "WEBP" else {})))
        assert peak < 600_000


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("size", [(480, 320), (320, 480)])
def test_a_photo_stands_upright_however_the_camera_was_held(orientation: int, size: tuple[int, int]) -> None:
    held = pictures.as_camera_holds(corners(*size), orientation)
    picture = largest(encoded(held, exif=exif(orientation), quality=95))
    assert picture.size == size
    assert is_upright(picture)


@pytest.mark.parametrize("orientation", range(1, 9))
def test_an_iphone_photo_is_turned_once_and_not_twice(orientation: int) -> None:
    held = pictures.as_camera_holds(corners(), orientation)
    picture = largest(encoded(held, "HEIF", exif=exif(orientation), quality=90))
    assert picture.size == (480, 320)
    assert is_upright(picture)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "HEIF"])
def test_nothing_the_camera_wrote_is_left(kind: str) -> None:
    xmp = b"<x:xmpmeta xmlns:x='adobe:ns:meta/'>" + CANARY + b"</x:xmpmeta>"
    options = {"exif": exif(), "xmp": xmp} if kind != "PNG" else {"exif": exif()}
    data = encoded(corners(), kind, **options)
    assert CANARY in data  # it was there
    for file in clean(data).files.values():
        picture = opened(file)
        assert CANARY not in file
        assert b"EXIF" not in file and b"XMP " not in file and b"ICCP" not in file
        assert not picture.getexif()
        assert set(picture.info) <= {"loop", "background", "timestamp", "duration"}


def test_the_page_behind_a_photo_is_gone() -> None:
    for file in clean(pictures.jpeg_with_a_page_behind_it()).files.values():
        assert b"script" not in file


def test_of_a_moving_picture_only_the_first_frame_is_kept() -> None:
    picture = largest(pictures.moving())
    assert getattr(picture, "n_frames", 1) == 1
    assert near(picture, (0.5, 0.5), (255, 0, 0))


def test_see_through_parts_become_white() -> None:
    data = encoded(Image.new("RGBA", (50, 50), (0, 0, 0, 0)), "PNG")
    assert near(largest(data), (0.5, 0.5), (255, 255, 255))


def test_sixteen_bits_are_scaled_and_not_cut_off() -> None:
    assert near(largest(pictures.ACCEPTED["png_16_bit"]), (0.5, 0.5), (156, 156, 156))


def test_cmyk_keeps_its_colours() -> None:
    assert near(largest(pictures.ACCEPTED["jpeg_cmyk"]), (0.2, 0.8), CORNERS["blue"])


def test_sizes_are_of_the_long_side_and_never_blown_up() -> None:
    made = clean(encoded(corners(1000, 2000)))
    assert [opened(file).size for file in made.files.values()] == [(800, 1600), (400, 800), (200, 400)]
    small = clean(encoded(corners(300, 200)))
    assert {opened(file).size for file in small.files.values()} == {(300, 200)}


def test_the_main_colour_is_the_one_there_is_most_of() -> None:
    picture = Image.new("RGB", (100, 100), (20, 90, 160))
    picture.paste((255, 255, 255), (0, 0, 100, 20))
    assert clean(encoded(picture, "PNG")).colour == "#145aa0"


def test_a_covered_face_is_gone_from_every_size() -> None:
    picture = Image.new("RGB", (1600, 1200), (128, 128, 128))
    picture.paste((255, 0, 255), (760, 560, 840, 640))  # the face
    made = clean(encoded(picture, "PNG"), covers=[Disc(0.5, 0.5, 0.08)])
    for file in made.files.values():
        colours = opened(file).convert("RGB").getcolors(2_000_000)
        assert not any(red > 180 and blue > 180 and green < 90 for _count, (red, green, blue) in colours)
        assert near(opened(file), (0.9, 0.9), (128, 128, 128))


def test_a_file_on_disk_and_an_upload_are_treated_alike(tmp_path: Path) -> None:
    path = tmp_path / "IMG_0001.heic.jpg.php"
    path.write_bytes(pictures.ACCEPTED["heic"])
    assert clean_image(path).files == clean(pictures.ACCEPTED["heic"]).files


def test_the_child_imports_no_django() -> None:
    listing = (
        "import runpy, sys; runpy.run_path(sys.argv[1]); assert not [m for m in sys.modules if 'django' in m]"
    )
    assert subprocess.run([sys.executable, "-I", "-c", listing, str(WORKER)], check=False).returncode == 0


def test_the_child_can_write_no_file(tmp_path: Path) -> None:
    target = tmp_path / "escaped"
    attempt = (
        "import runpy, sys; worker = runpy.run_path(sys.argv[1]); worker['limit_resources']();"
        "open(sys.argv[2], 'wb').write(b'x' * 9999)"
    )
    done = subprocess.run([sys.executable, "-I", "-c", attempt, str(WORKER), str(target)], check=False)
    assert done.returncode
    assert not target.exists() or target.stat().st_size == 0
