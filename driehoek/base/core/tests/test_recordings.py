"""Voice and film as browsers and telephones send them, made by a real ffmpeg into what plays everywhere."""

import json
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from driehoek.base.core import recordings
from driehoek.base.core.confined import program
from driehoek.base.core.recordings import (
    BrokenRecording,
    FilmTooLong,
    NoRecorder,
    NotARecording,
    RecordingRefused,
    VoiceTooLong,
    can_record,
    container_of,
    look,
    make_film,
    make_voice,
    still,
)

pytestmark = pytest.mark.usefixtures("made_each_time")
HUM = ["-f", "lavfi", "-i", "sine=frequency=300:duration={seconds}"]
MOVING = ["-f", "lavfi", "-i", "testsrc2=size={size}:rate=15:duration={seconds}"]
SECRET = [
    "-metadata",
    "artist=qxkanarie",
    "-metadata",
    "location=+52.3676+004.9041/",
    "-metadata",
    "title=Lotte",
]
VOICES = {
    "webm": ["-c:a", "libopus", "-f", "webm"],
    "ogg": ["-c:a", "libvorbis", "-f", "ogg"],
    "opus.ogg": ["-c:a", "libopus", "-f", "ogg"],
    "m4a": ["-c:a", "aac", "-f", "mp4"],
    "fragmented.m4a": ["-c:a", "aac", "-movflags", "frag_keyframe+empty_moov", "-f", "mp4"],
    "wav": ["-f", "wav"],
    "mp3": ["-c:a", "libmp3lame", "-f", "mp3"],
    "aac": ["-c:a", "aac", "-f", "adts"],
    "flac": ["-f", "flac"],
}
FILMS = {
    "mp4": ["-c:v", "libx264", "-preset", "ultrafast", "-c:a", "aac", "-f", "mp4"],
    "mov": ["-c:v", "libx264", "-preset", "ultrafast", "-c:a", "aac", "-f", "mov"],
    "webm": ["-c:v", "libvpx", "-c:a", "libopus", "-f", "webm"],
    "hevc.mp4": ["-c:v", "libx265", "-preset", "ultrafast", "-c:a", "aac", "-f", "mp4"],
}


def record(target: Path, *how: str, seconds: float = 1, size: str = "", made_by: list[str] = SECRET) -> Path:
    """What somebody sends; with a size it is a film."""
    sources = [part.format(seconds=seconds, size=size) for part in (MOVING if size else []) + HUM]
    command = ["ffmpeg", "-v", "error", "-y", *sources, *made_by, *how, str(target)]
    subprocess.run(command, check=True, capture_output=True)
    return target


def seen(path: Path) -> recordings.Recording:
    container = container_of(path.read_bytes()[:64])
    assert container
    return look(path, container)


def probe(path: Path) -> dict[str, object]:
    command = ["ffprobe", "-v", "error", "-show_streams", "-show_format", "-of", "json", str(path)]
    return json.loads(subprocess.run(command, check=True, capture_output=True).stdout)


@pytest.mark.parametrize("name", VOICES)
def test_a_voice_of_any_browser_becomes_small_aac_without_its_maker(name: str, tmp_path: Path) -> None:
    sent, made = record(tmp_path / f"in.{name}", *VOICES[name]), tmp_path / "out.m4a"
    found = seen(sent)
    assert not found.is_film
    assert make_voice(sent, found.container, made) == pytest.approx(1, abs=0.2)
    (stream,) = probe(made)["streams"]
    assert (stream["codec_name"], stream["channels"], stream["sample_rate"]) == ("aac", 1, "24000")
    assert b"qxkanarie" not in made.read_bytes() and b"Lotte" not in made.read_bytes()
    assert made.stat().st_size < 12_000


@pytest.mark.slow
@pytest.mark.parametrize("name", FILMS)
def test_a_film_of_any_telephone_becomes_h264_without_place_and_date(name: str, tmp_path: Path) -> None:
    sent = record(tmp_path / f"in.{name}", *FILMS[name], size="1280x720")
    found, made = seen(sent), tmp_path / "out.mp4"
    assert found.is_film
    assert make_film(sent, found.container, made) == pytest.approx(1, abs=0.2)
    picture, sound = probe(made)["streams"]
    assert (picture["codec_name"], picture["width"], picture["height"]) == ("h264", 854, 480)
    assert (picture["pix_fmt"], sound["codec_name"]) == ("yuv420p", "aac")
    tags = str(probe(made)).lower()
    assert not any(secret in tags for secret in ("qxkanarie", "lotte", "52.3", "creation_time"))


def test_a_film_held_upright_stays_upright(tmp_path: Path) -> None:
    sent, made = record(tmp_path / "in.mp4", *FILMS["mp4"], size="720x1280"), tmp_path / "out.mp4"
    make_film(sent, "mov", made)
    assert (probe(made)["streams"][0]["width"], probe(made)["streams"][0]["height"]) == (480, 854)


def test_a_film_shows_one_picture_before_it_plays(tmp_path: Path) -> None:
    sent = record(tmp_path / "in.mp4", *FILMS["mp4"], size="640x360")
    assert still(sent, seen(sent)).startswith(b"\x89PNG")


def test_what_is_too_long_is_refused_and_leaves_nothing(tmp_path: Path) -> None:
    voice = record(tmp_path / "in.webm", *VOICES["webm"], seconds=190)
    with pytest.raises(VoiceTooLong):
        make_voice(voice, "matroska", tmp_path / "out.m4a")
    film = record(tmp_path / "in.mp4", *FILMS["mp4"], seconds=70, size="64x64")
    with pytest.raises(FilmTooLong):
        make_film(film, "mov", tmp_path / "out.mp4")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in.mp4", "in.webm"]


@pytest.mark.parametrize(
    ("head", "container"),
    [
        (b"#EXTM3U\n#EXTINF:1,\nfile:secret.wav\n", None),
        (b"ffconcat version 1.0\nfile /etc/passwd\n", None),
        (b"<?xml version='1.0'?><MPD/>", None),
        (b"v=0\r\no=- 0 0 IN IP4 127.0.0.1\r\n", None),
        (b"\x00\x00\x00\x18ftypmp42", "mov"),
        (b"RIFF\x00\x00\x00\x00AVI LIST", None),
        (b"OggS", "ogg"),
    ],
)
def test_lists_of_addresses_are_no_recordings(head: bytes, container: str | None) -> None:
    assert container_of(head) == container


@pytest.mark.parametrize(
    "list_of_addresses", [b"#EXTM3U\n#EXTINF:1,\n/etc/passwd\n", b"ffconcat version 1.0\nfile secret.wav\n"]
)
def test_a_list_behind_the_face_of_a_film_opens_nothing(list_of_addresses: bytes, tmp_path: Path) -> None:
    trick = tmp_path / "trick.mp4"
    trick.write_bytes(list_of_addresses)
    for container in ("mov", "matroska", "mp3", "wav", "ogg"):
        with pytest.raises(RecordingRefused):
            look(trick, container)
            make_voice(trick, container, tmp_path / "out.m4a")
    assert not (tmp_path / "out.m4a").exists()


def test_half_a_film_is_a_broken_film(tmp_path: Path) -> None:
    whole = record(tmp_path / "in.mp4", *FILMS["mp4"], size="320x180")
    half = tmp_path / "half.mp4"
    half.write_bytes(whole.read_bytes()[:3000])
    with pytest.raises((BrokenRecording, NotARecording)):
        look(half, "mov")


def test_a_film_of_giant_pictures_is_not_opened(tmp_path: Path) -> None:
    giant = record(tmp_path / "in.mp4", *FILMS["mp4"], size="8192x64", seconds=0.2)
    with pytest.raises(NotARecording):
        look(giant, "mov")


def test_a_busy_computer_does_not_call_a_recording_too_large(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(recordings, "LOOKING", replace(recordings.LOOKING, patience=0))
    with pytest.raises(recordings.RecordingTookTooLong):
        recordings.look(tmp_path / "a.ogg", "ogg")


def test_without_ffmpeg_it_says_what_is_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr("driehoek.base.core.confined.PATH", str(tmp_path))
    assert not can_record()
    with pytest.raises(NoRecorder) as refused:
        look(tmp_path / "in.mp4", "mov")
    assert "ffmpeg" in str(refused.value.sentence)


def test_ffmpeg_is_there_for_these_tests() -> None:
    assert program("ffmpeg") and program("ffprobe")
