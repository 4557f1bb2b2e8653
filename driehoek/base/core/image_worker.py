"""The child process that turns bytes from anyone into harmless pictures. Imports nothing of ours, no Django.

It is started by its path, reads one picture from standard input and its orders (JSON) from the first argument
and writes one line of JSON (what it made, or why not), then the made files. It can write no file, and it ends
when it takes more memory or time than its limits: whatever a picture does to a decoder, it does it here.
"""

import io
import json
import resource
import sys
import warnings

import pillow_heif
from PIL import (
    Image,
    ImageCms,
    ImageDraw,
    ImageOps,
    JpegImagePlugin,
    PngImagePlugin,
    WebPImagePlugin,
)

MEMORY = 600 * 1024 * 1024  # bytes of address space
SECONDS = 10  # of processor time
MOST_PIXELS = 50_000_000
FORMATS = [plugin.format for plugin in (JpegImagePlugin.JpegImageFile, PngImagePlugin.PngImageFile)]
FORMATS += [WebPImagePlugin.WebPImageFile.format, pillow_heif.HeifImageFile.format]
QUALITY = 76  # of WebP: 800 pixels of a classroom weigh about 60 KB
WHITE, SUN, RED, GREEN = "#FFFFFF", "#FFC83D", "#E8643C", "#14564A"


class Refused(Exception):
    """This picture is not made safe; the argument says why: "not_a_picture", "too_large" or "broken"."""


def main() -> None:
    orders = json.loads(sys.argv[1])
    limit_resources()
    try:
        answer, files = make_safe(sys.stdin.buffer.read(), orders["sizes"], orders["covers"])
    except Refused as reason:
        answer, files = {"refused": str(reason)}, []
    except (MemoryError, Image.DecompressionBombError, Image.DecompressionBombWarning):
        answer, files = {"refused": "too_large"}, []
    answer["lengths"] = [len(file) for file in files]
    sys.stdout.buffer.write(json.dumps(answer).encode() + b"\n" + b"".join(files))


def limit_resources() -> None:
    """From here on: bounded memory and time, no file written, no core dump."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    warnings.simplefilter("error", Image.DecompressionBombWarning)
    Image.MAX_IMAGE_PIXELS = MOST_PIXELS
    pillow_heif.register_heif_opener(decode_threads=1, thumbnails=False, depth_images=False, aux_images=False)


def make_safe(
    data: bytes, sizes: list[int], covers: list[list[float]]
) -> tuple[dict[str, object], list[bytes]]:
    """The same picture from its pixels alone: upright, in every size asked for (the long side)."""
    picture = open_by_content(data)
    try:
        picture = upright(picture, max(sizes))
    except (OSError, SyntaxError, ValueError, EOFError, RuntimeError, IndexError, TypeError) as error:
        raise Refused("broken") from error
    for x, y, radius in covers:
        stick_kite(picture, x, y, radius)
    answer = {"width": picture.width, "height": picture.height, "colour": main_colour(picture)}
    return answer, [as_webp(picture, size) for size in sizes]


def open_by_content(data: bytes) -> Image.Image:
    """What the bytes are, whatever the sender called them. Reads the header only."""
    try:
        return Image.open(io.BytesIO(data), formats=FORMATS)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning, MemoryError):
        raise
    except Exception as error:  # a plugin may raise anything on a forged header; each means the same
        raise Refused("broken" if looks_like_a_photo(data) else "not_a_picture") from error


def looks_like_a_photo(data: bytes) -> bool:
    return data.startswith((b"\xff\xd8\xff", b"\x89PNG\r\n", b"RIFF")) or data[4:8] == b"ftyp"


def upright(picture: Image.Image, longest: int) -> Image.Image:
    """The first frame as plain sRGB of at most that many pixels on the long side, as its camera was held.

    It is made small before it is turned, so that 50 megapixels exist once in memory. An HEIC arrives turned
    already, and says so (orientation 1).
    """
    profile = picture.info.get("icc_profile")
    orientation = picture.getexif().get(0x0112, 1)
    picture.draft(None, (longest, longest))
    picture = in_plain_colours(picture, profile, longest)
    turned = Image.new("RGB", picture.size)
    turned.paste(picture)
    turned.getexif()[0x0112] = orientation
    return ImageOps.exif_transpose(turned)


def in_plain_colours(picture: Image.Image, profile: bytes | None, longest: int) -> Image.Image:
    """Small and in sRGB. Depths above eight bits are scaled down, see-through parts become white."""
    if picture.has_transparency_data:
        picture = on_white(picture if picture.mode == "RGBA" else picture.convert("RGBA"))
    if picture.mode.startswith("I;16"):
        picture = picture.point(lambda value: value / 256).convert("L")
    if picture.mode not in ("RGB", "L", "CMYK"):
        picture = picture.convert("RGB")
    picture = small(picture, longest)
    return in_srgb(picture, profile) if profile else picture.convert("RGB")


def small(picture: Image.Image, longest: int) -> Image.Image:
    picture.thumbnail((longest, longest), Image.Resampling.LANCZOS, reducing_gap=2.0)
    return picture


def on_white(picture: Image.Image) -> Image.Image:
    flat = Image.new("RGB", picture.size, WHITE)
    flat.paste(picture, mask=picture.getchannel("A"))
    return flat


def in_srgb(picture: Image.Image, profile: bytes) -> Image.Image:
    """As the camera's own colour profile means it; a profile that makes no sense is left out."""
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        made = ImageCms.profileToProfile(picture, source, ImageCms.createProfile("sRGB"), outputMode="RGB")
        return made or picture.convert("RGB")
    except (ImageCms.PyCMSError, OSError, ValueError):
        return picture.convert("RGB")


def stick_kite(picture: Image.Image, x: float, y: float, radius: float) -> None:
    """A disc with a kite over a face. Fractions: of width, of height, of the long side."""
    draw = ImageDraw.Draw(picture)
    across, down, size = x * picture.width, y * picture.height, radius * max(picture.size)

    def points(*pairs: tuple[float, float]) -> list[tuple[float, float]]:
        return [(across + size * right, down + size * below) for right, below in pairs]

    draw.ellipse(points((-1, -1), (1, 1)), fill=SUN)
    draw.polygon(points((0, -0.8), (0.5, -0.15), (0, 0.65), (-0.5, -0.15)), fill=RED)
    draw.polygon(points((0, -0.8), (0.5, -0.15), (0, -0.15)), fill=GREEN)
    draw.polygon(points((0, 0.65), (-0.5, -0.15), (0, -0.15)), fill=GREEN)


def main_colour(picture: Image.Image) -> str:
    """The colour there is most of, as #rrggbb: what a page shows until the picture has come."""
    few = picture.resize((32, 32), Image.Resampling.BOX).quantize(4)
    counts = few.histogram()
    most = counts.index(max(counts))
    red, green, blue = (few.getpalette() or [])[most * 3 : most * 3 + 3]
    return f"#{red:02x}{green:02x}{blue:02x}"


def as_webp(picture: Image.Image, longest: int) -> bytes:
    """Never made larger than it is."""
    made = picture.copy()
    made.thumbnail((longest, longest), Image.Resampling.LANCZOS)
    file = io.BytesIO()
    made.save(file, "WEBP", quality=QUALITY, method=4)
    return file.getvalue()


if __name__ == "__main__":
    main()
