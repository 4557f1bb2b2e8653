"""From drawing to the file a phone would send."""

import io

import resvg_py
from PIL import Image

from demo.drawings.people import portrait
from demo.drawings.scenes import SCENES


def photo(scene: str, width: int = 1200) -> bytes:
    """A scene as JPEG. A name that is not in SCENES is a KeyError."""
    return jpeg(SCENES[scene](), width)


def face(key: str, family: str = "", width: int = 320) -> bytes:
    """Somebody's face as JPEG."""
    return jpeg(portrait(key, family), width)


def jpeg(svg: str, width: int) -> bytes:
    drawn = Image.open(io.BytesIO(bytes(resvg_py.svg_to_bytes(svg_string=svg, width=width))))
    out = io.BytesIO()
    drawn.convert("RGB").save(out, "JPEG", quality=88)
    return out.getvalue()
