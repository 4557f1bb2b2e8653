"""Voice and film from anyone made safe: recognised by content, then made anew by ffmpeg in a confined child.

ffmpeg is told which container to read (never a list of addresses), may open files alone, and knows only the
codecs named here. What it makes carries no place, no name, no camera and no date.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any  # what ffprobe tells
from uuid import uuid4

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from driehoek.base.core.confined import Failed, Limits, Stopped, TookTooLong, program, run

MB = 1024 * 1024
MOST_VOICE, MOST_FILM = 25 * MB, 200 * MB  # bytes of an upload
LONGEST_VOICE, LONGEST_FILM = 180, 60  # seconds
GRACE = 2  # seconds more: a telephone stops a little late
MOST_SIDE = 4096  # pixels
LOOKING = Limits(memory=1024 * MB, seconds=20, file=0, patience=30)
SPEAKING = Limits(memory=1024 * MB, seconds=40, file=8 * MB, patience=60)
FILMING = Limits(memory=2048 * MB, seconds=900, file=60 * MB, patience=900, nice=10)
DECODERS = (
    "aac,mp3,mp3float,opus,libopus,vorbis,libvorbis,flac,alac,pcm_s16le,pcm_s24le,pcm_s32le,pcm_f32le,pcm_u8,"
    "amrnb,amrwb,libopencore_amrnb,libopencore_amrwb,h264,hevc,vp8,libvpx,vp9,libvpx-vp9,av1,libdav1d,"
    "mpeg4,h263,mjpeg,png"
)
SPOKEN = {"aac", "mp3", "opus", "vorbis", "flac", "alac", "amr_nb", "amr_wb"}
FILMED = {"h264", "hevc", "vp8", "vp9", "av1", "mpeg4", "h263"}
SHORT_SIDE = "scale=w='if(gt(iw,ih),-2,2*trunc(min(480,iw)/2))':h='if(gt(iw,ih),2*trunc(min(480,ih)/2),-2)'"


class RecordingRefused(Exception):
    """This recording is not taken. `sentence` says why, in words a teacher understands."""

    sentence: Promise = _("Deze opname lukt niet. Probeer een andere.")


class NotARecording(RecordingRefused):
    sentence = _("Dit is geen opname die wij kennen. Kies een andere.")


class BrokenRecording(RecordingRefused):
    sentence = _("Deze opname is stuk of niet helemaal aangekomen. Kies hem nog een keer.")


class VoiceTooLong(RecordingRefused):
    sentence = _("Deze opname is te lang. Spreek hooguit drie minuten in.")


class FilmTooLong(RecordingRefused):
    sentence = _("Deze film is te lang. Kies een film van hooguit een minuut.")


class RecordingTooLarge(RecordingRefused):
    sentence = _("Deze opname is te groot. Maak hem korter of kies een andere.")


class RecordingTookTooLong(RecordingRefused):
    """This computer is too busy: nothing is wrong with the recording."""

    sentence = _("Het duurt nu te lang. Wacht even en kies deze opname nog een keer.")


class NoRecorder(RecordingRefused):
    sentence = _("Spraak en film kan deze school nog niet aannemen. De beheerder moet ffmpeg installeren.")


@dataclass(frozen=True)
class Recording:
    """What ffprobe found in a file of anyone."""

    container: str
    seconds: float | None  # a browser that records does not always say
    is_film: bool


def can_record() -> bool:
    """Whether this computer can make voice and film safe."""
    return program("ffmpeg") is not None and program("ffprobe") is not None


def container_of(head: bytes) -> str | None:
    """Which of ffmpeg's readers fits the first bytes; None for anything that is no recording."""
    starts = {
        b"\x1aE\xdf\xa3": "matroska", b"OggS": "ogg", b"ID3": "mp3", b"fLaC": "flac", b"#!AMR": "amr",
        b"caff": "caf", b"\xff\xfb": "mp3", b"\xff\xf3": "mp3", b"\xff\xf1": "aac", b"\xff\xf9": "aac",
    }  # fmt: skip
    if head[:4] == b"RIFF" and head[8:12] == b"WAVE":
        return "wav"
    if head[4:8] in (b"ftyp", b"moov", b"wide", b"mdat"):
        return "mov"
    return next((name for start, name in starts.items() if head.startswith(start)), None)


def look(path: Path, container: str) -> Recording:
    """What is in it, before anything of it is used."""
    told = json.loads(_ffmpeg("ffprobe", [*_source(path, container), "-of", "json", *SHOWN], LOOKING))
    streams = [one for one in told.get("streams", []) if not _is_cover(one)]
    films = [one for one in streams if one.get("codec_type") == "video"]
    voices = [one for one in streams if one.get("codec_type") == "audio"]
    if not films and not voices:
        raise NotARecording
    if not all(_is_known(one) for one in [*films[:1], *voices[:1]]):
        raise NotARecording
    return Recording(container, _seconds(told), bool(films))


SHOWN = [
    "-show_entries",
    "format=duration:stream=codec_type,codec_name,width,height:stream_disposition=attached_pic",
]


def make_voice(path: Path, container: str, target: Path) -> float:
    """The same words as small AAC that every telephone plays; gives how many seconds."""
    sound = ["-map", "0:a:0", "-vn", "-ac", "1", "-ar", "24000", "-c:a", "aac", "-b:a", "48k"]
    return _make(path, container, target, sound, LONGEST_VOICE, SPEAKING, VoiceTooLong)


def make_speech(path: Path, target: Path) -> None:
    """A voice that this computer made itself, however long, small enough for a telephone."""
    sound = ["-ac", "1", "-ar", "22050", "-c:a", "aac", "-b:a", "40k", "-fflags", "+bitexact"]
    ends = ["-movflags", "+faststart", "-f", "mp4", str(target)]
    _ffmpeg("ffmpeg", [*_source(path, "wav"), *sound, *ends], SPEAKING)


def make_film(path: Path, container: str, target: Path, *, beat: Callable[[], None] = lambda: None) -> float:
    """The same film as H.264 with 480 pixels on its short side; gives how many seconds."""
    picture = ["-map", "0:v:0", "-vf", f"{SHORT_SIDE},setsar=1", "-fpsmax", "30", "-pix_fmt", "yuv420p"]
    picture += ["-c:v", "libx264", "-profile:v", "main", "-preset", "veryfast", "-crf", "26"]
    picture += ["-maxrate", "1500k", "-bufsize", "3000k", "-threads", "1", "-flags:v", "+bitexact"]
    sound = ["-map", "0:a:0?", "-ac", "2", "-ar", "44100", "-c:a", "aac", "-b:a", "80k"]
    return _make(path, container, target, picture + sound, LONGEST_FILM, FILMING, FilmTooLong, beat)


def still(path: Path, recording: Recording) -> bytes:
    """One picture of a film, as PNG, to stand for it until it plays."""
    at = min(1.0, (recording.seconds or 0) / 2)
    one = ["-frames:v", "1", "-vf", "scale='min(1600,iw)':-2", "-c:v", "png", "-f", "image2pipe", "pipe:1"]
    made = _ffmpeg("ffmpeg", ["-ss", f"{at:.2f}", *_source(path, recording.container), *one], LOOKING)
    if not made:
        raise BrokenRecording
    return made


def _make(
    path: Path,
    container: str,
    target: Path,
    how: list[str],
    longest: int,
    limits: Limits,
    too_long: type[RecordingRefused],
    beat: Callable[[], None] = lambda: None,
) -> float:
    """Under another name until it is whole."""
    unfinished = target.with_name(f"{target.name}.{uuid4().hex[:8]}.part")
    bare = ["-map_metadata", "-1", "-map_chapters", "-1", "-sn", "-dn", "-fflags", "+bitexact"]
    ends = ["-flags:a", "+bitexact", "-t", str(longest + 2 * GRACE), "-movflags", "+faststart", "-f", "mp4"]
    try:
        _ffmpeg("ffmpeg", [*_source(path, container), *how, *bare, *ends, str(unfinished)], limits, beat)
        made = look(unfinished, "mov").seconds or 0
        if made > longest + GRACE:
            raise too_long
        unfinished.chmod(0o640)
        unfinished.replace(target)
    finally:
        unfinished.unlink(missing_ok=True)
    return made


def _ffmpeg(
    name: str, arguments: list[str], limits: Limits, beat: Callable[[], None] = lambda: None
) -> bytes:
    where = program(name)
    if where is None:
        raise NoRecorder
    quiet = ["-v", "error", *(["-nostdin", "-y", "-threads", "1"] if name == "ffmpeg" else [])]
    try:
        return run([where, *quiet, *arguments], limits, beat=beat)
    except TookTooLong:
        raise RecordingTookTooLong from None
    except Stopped:
        raise RecordingTooLarge from None
    except Failed:
        raise BrokenRecording from None


def _source(path: Path, container: str) -> list[str]:
    """The file to read, and nothing that it points at."""
    strict = ["-protocol_whitelist", "file,pipe", "-codec_whitelist", DECODERS]
    return [*strict, "-f", container, "-i", str(path)]


def _is_cover(stream: dict[str, Any]) -> bool:
    """The picture on a song is no film."""
    return bool(stream.get("disposition", {}).get("attached_pic"))


def _is_known(stream: dict[str, Any]) -> bool:
    name = stream.get("codec_name", "")
    if stream.get("codec_type") == "audio":
        return name in SPOKEN or name.startswith("pcm_")
    sides = (stream.get("width", 0), stream.get("height", 0))
    return name in FILMED and 0 < min(sides) and max(sides) <= MOST_SIDE


def _seconds(told: dict[str, Any]) -> float | None:
    try:
        return float(told["format"]["duration"])
    except (KeyError, ValueError):
        return None
