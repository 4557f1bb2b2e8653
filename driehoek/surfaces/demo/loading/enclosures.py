"""What goes with what the demo tells: a spoken note, a photo with its words, a letter, a short film.

Made at load, where this computer can.
"""

import datetime as dt
import io
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from demo.drawings.photos import photo as drawn
from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.media.converting import convert_next
from driehoek.backbone.media.models import Attachment, Photo
from driehoek.backbone.speech.engines import CannotSpeak, engine
from driehoek.base.core.confined import program
from driehoek.base.core.recordings import can_record
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import School

EACH = 2  # seconds of one photo in the film


def spoken(words: str, *, by: Person, school: School, at: dt.datetime, hat: str = "home") -> list[Attachment]:
    """These words as a voice note; none where nobody can speak or record."""
    try:
        voice = engine().speak(words, "nl") if words and can_record() else b""
    except CannotSpeak:
        return []
    return [_kept(voice, "spraakbericht", by=by, school=school, at=at, hat=hat)] if voice else []


def picture(scene: str, alt: str, *, by: Person, school: School, at: dt.datetime, hat: str) -> Attachment:
    """A drawn photo that goes with a message, and what is seen on it."""
    kept = _kept(drawn(scene), f"{scene}.jpg", by=by, school=school, at=at, hat=hat)
    kept.alt, kept.language = alt, "nl"
    kept.save(update_fields=["alt", "language"])
    return kept


def letter(name: str, lines: list[str], *, by: Person, school: School, at: dt.datetime) -> Attachment:
    """A letter of one page, as a PDF."""
    return _kept(page_of(lines), name, by=by, school=school, at=at, hat="school")


def film(scenes: list[bytes], *, by: Person, school: School, at: dt.datetime) -> Photo | None:
    """Drawn photos one after the other; None where there is no ffmpeg."""
    if not can_record():
        return None
    kept = _kept(_moving(scenes), "film.mp4", by=by, school=school, at=at, hat="school")
    convert_next(clock=lambda: at)
    kept.refresh_from_db()
    return Photo.of_film(kept, by=by, at=at)


def _kept(
    data: bytes, name: str, *, by: Person, school: School, at: dt.datetime, hat: str = "home"
) -> Attachment:
    viewer = Viewer(by, "school" if hat == "school" else "home", at)
    return Attachment.keep(io.BytesIO(data), name=name, school=school, viewer=viewer)


def _moving(scenes: list[bytes]) -> bytes:
    with TemporaryDirectory() as folder:
        for number, scene in enumerate(scenes):
            (Path(folder) / f"{number}.img").write_bytes(scene)
        made = Path(folder) / "film.mp4"
        inputs = [word for number in range(len(scenes)) for word in _input(Path(folder) / f"{number}.img")]
        shapes = "".join(f"[{n}:v]scale=640:480,setsar=1,format=yuv420p[v{n}];" for n in range(len(scenes)))
        joined = "".join(f"[v{n}]" for n in range(len(scenes))) + f"concat=n={len(scenes)}[out]"
        how = ["-filter_complex", shapes + joined, "-map", "[out]", "-c:v", "libx264", "-preset", "veryfast"]
        ffmpeg = program("ffmpeg") or ""
        subprocess.run([ffmpeg, "-v", "error", *inputs, *how, str(made)], check=True, capture_output=True)
        return made.read_bytes()


def _input(path: Path) -> list[str]:
    return ["-loop", "1", "-framerate", "12", "-t", str(EACH), "-i", str(path)]


def page_of(lines: list[str]) -> bytes:
    """The smallest PDF that shows these lines: five objects and a table of where they begin."""
    words = "".join(f"({_escaped(line)}) Tj 0 -22 Td\n" for line in lines)
    text = f"BT /F1 13 Tf 72 760 Td\n{words}ET".encode("cp1252")
    parts = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>\nstream\n%s\nendstream" % (len(text), text),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    ]
    made, starts = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        starts.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % start for start in starts)
    end = b"xref\n0 6\n0000000000 65535 f \n%strailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n"
    return made + end % (table, len(made))


def _escaped(line: str) -> str:
    return line.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
