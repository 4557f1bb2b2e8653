"""Speech that was made once is kept, under a name that follows from the words; nobody's name is in it."""

import datetime as dt
import threading
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from django.conf import settings

from driehoek.backbone.speech.engines import CannotSpeak, engine
from driehoek.backbone.speech.texts import Words
from driehoek.base.core.recordings import RecordingRefused, can_record, make_speech

FOLDER = "speech"
PLACES = threading.BoundedSemaphore(2)  # voices at once, so that listening leaves the pages quick


def relative_path(words: Words) -> str:
    """Where it lies, or will lie. Without ffmpeg it stays as the engine made it."""
    ending = "m4a" if can_record() else "wav"
    named = "\0".join([engine().name, words.language, words.text])
    digest = sha256(named.encode()).hexdigest()[:40]
    return f"{FOLDER}/{digest[:2]}/{digest}.{ending}"


def is_made(path: str) -> bool:
    """If so, it was wanted now, and stays."""
    made = Path(settings.MEDIA_ROOT) / path
    if made.exists():
        made.touch()
        return True
    return False


def make(words: Words, path: str) -> None:
    """Speak these words and keep them there. Raises CannotSpeak; half a file is never there."""
    target = Path(settings.MEDIA_ROOT) / path
    target.parent.mkdir(parents=True, exist_ok=True, mode=0o750)
    with PLACES, TemporaryDirectory(dir=target.parent.parent) as folder:
        spoken, finished = Path(folder) / "spoken.wav", Path(folder) / "finished"
        spoken.write_bytes(engine().speak(words.text, words.language))
        if target.suffix == ".wav":
            spoken.replace(target)
            return
        try:
            make_speech(spoken, finished)
        except RecordingRefused:
            raise CannotSpeak from None
        finished.replace(target)


def forget(*, before: dt.datetime) -> int:
    """What nobody listened to since that moment; gives how many files went."""
    gone = 0
    for file in (Path(settings.MEDIA_ROOT) / FOLDER).glob("*/*"):
        if file.is_file() and file.stat().st_mtime < before.timestamp():
            file.unlink(missing_ok=True)
            gone += 1
    return gone
