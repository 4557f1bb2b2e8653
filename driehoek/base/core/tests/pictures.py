"""Pictures made for tests: good ones, odd ones and evil ones."""

import io
import struct
import zlib

import pillow_heif
from PIL import Image, ImageDraw

pillow_heif.register_heif_opener()
CORNERS = {"red": (220, 30, 30), "green": (30, 160, 60), "blue": (40, 60, 200), "yellow": (240, 210, 40)}
CANARY = b"KIJK-HIER-52.0907N-5.1214E"


def corners(width: int = 480, height: int = 320) -> Image.Image:
    """Four colours, so that every turn and every mirror looks different: red, green; blue, yellow."""
    picture = Image.new("RGB", (width, height))
    draw = ImageDraw.Draw(picture)
    for index, colour in enumerate(CORNERS.values()):
        left, top = (index % 2) * width // 2, (index // 2) * height // 2
        draw.rectangle((left, top, left + width // 2, top + height // 2), fill=colour)
    return picture


def encoded(picture: Image.Image, kind: str = "JPEG", **options: object) -> bytes:
    file = io.BytesIO()
    picture.save(file, kind, **options)
    return file.getvalue()


def opened(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data))


def exif(orientation: int = 1) -> bytes:
    """What a phone writes: which way up, whose camera, when, and where the child lives."""
    tags = Image.Exif()
    tags[0x0112] = orientation
    tags[0x010F], tags[0x013B] = "Telefoonmerk", CANARY.decode()
    tags[0x9003] = "2026:11:20 10:11:12"
    place = tags.get_ifd(0x8825)
    place[1], place[2], place[3], place[4] = "N", (52.0, 5.0, 26.5), "E", (5.0, 7.0, 17.0)
    return tags.tobytes()


def as_camera_holds(picture: Image.Image, orientation: int) -> Image.Image:
    """The pixels a camera stores when it says "turn me like this": the inverse of each EXIF orientation."""
    flip = Image.Transpose
    inverse = {
        2: flip.FLIP_LEFT_RIGHT, 3: flip.ROTATE_180, 4: flip.FLIP_TOP_BOTTOM, 5: flip.TRANSPOSE,
        6: flip.ROTATE_90, 7: flip.TRANSVERSE, 8: flip.ROTATE_270,
    }  # fmt: skip
    return picture.transpose(inverse[orientation]) if orientation in inverse else picture


def png(width: int, height: int, data: bytes) -> bytes:
    """A PNG that says it is that large, with this as its compressed pixels."""

    def chunk(name: bytes, content: bytes) -> bytes:
        body = name + content
        return struct.pack(">I", len(content)) + body + struct.pack(">I", zlib.crc32(body))

    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", data) + chunk(b"IEND", b"")


def pixel_flood() -> bytes:
    """About 20 kB that would unpack to 169 megapixels."""
    packer = zlib.compressobj(9)
    rows = b"".join(packer.compress(bytes(1 + 13000 // 8)) for _row in range(13000))
    return png(13000, 13000, rows + packer.flush())


def jpeg_of_100_megapixels() -> bytes:
    """A small JPEG whose header was changed to say 10,000 by 10,000."""
    data = bytearray(encoded(corners()))
    start = data.index(b"\xff\xc0") + 5
    data[start : start + 4] = struct.pack(">HH", 10_000, 10_000)
    return bytes(data)


def moving() -> bytes:
    """An animation whose first frame is red and whose others are not."""
    frames = [Image.new("RGB", (200, 100), colour) for colour in ("red", "blue", "lime")]
    return encoded(frames[0], "WEBP", save_all=True, append_images=frames[1:], duration=80)


def gif_that_is_javascript() -> bytes:
    return b"GIF89a/*\x01\x00\x00\x00\x00\x00*/=1;alert(document.cookie)//" + b"\x00" * 40


def jpeg_with_a_page_behind_it() -> bytes:
    return encoded(corners()) + b"<html><script>alert(1)</script></html>"


REFUSED = {
    "svg": b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
    "svg_without_a_head": b"<svg onload=alert(1)>",
    "page_named_jpg": b"<!doctype html><html><body onload=alert(1)>",
    "pdf": b"%PDF-1.7\n1 0 obj<</OpenAction<</S/JavaScript/JS(app.alert(1))>>>>endobj",
    "php": b"<?php system($_GET['c']); ?>",
    "gif": encoded(corners(), "GIF"),
    "gif_and_script": gif_that_is_javascript(),
    "bmp": encoded(corners(), "BMP"),
    "tiff": encoded(corners(), "TIFF"),
    "ico": encoded(corners(64, 64), "ICO"),
    "ppm": encoded(corners(), "PPM"),
    "eps": b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 10 10\n%%EOF",
    "zip": b"PK\x03\x04" + bytes(60),
    "fits": b"SIMPLE  =                    T / conforms to FITS standard".ljust(2880),
    "one_byte": b"\xff",
    "zeros": bytes(4000),
}
BROKEN = {
    "jpeg_cut_off": encoded(corners(1200, 900))[:4000],
    "jpeg_head_only": b"\xff\xd8\xff\xe0\x00\x10JFIF\x00",
    "jpeg_then_page": b"\xff\xd8\xff<html><script>alert(1)</script>",
    "png_cut_off": encoded(Image.effect_noise((300, 300), 60), "PNG")[:20_000],
    "png_of_no_pixels": png(0, 0, zlib.compress(b"")),
    "png_without_enough": png(500, 500, zlib.compress(b"\x00")),
    "webp_cut_off": encoded(Image.effect_noise((300, 300), 60), "WEBP")[:900],
    "webp_head_only": b"RIFF\x24\x00\x00\x00WEBPVP8 ",
    "heic_head_only": b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic",
    "heic_cut_off": encoded(corners(), "HEIF")[:700],
}
TOO_LARGE = {
    "pixel_flood": pixel_flood(),
    "png_of_100_megapixels": png(10_000, 10_000, zlib.compress(b"")),
    "png_of_billions": png(2**31 - 1, 2**31 - 1, zlib.compress(b"")),
    "png_just_over": png(7072, 7072, zlib.compress(b"")),
    "jpeg_of_100_megapixels": jpeg_of_100_megapixels(),
    "webp_canvas": b"RIFF\x00\x01\x00\x00WEBPVP8X\x0a\x00\x00\x00\x02\x00\x00\x00"
    + b"\xfe\x3f\x00" * 2
    + bytes(200),
}
ACCEPTED = {
    "jpeg": encoded(corners()),
    "jpeg_of_two_lenses": encoded(corners(), "MPO", save_all=True, append_images=[corners(48, 32)]),
    "jpeg_progressive": encoded(corners(), progressive=True),
    "jpeg_grey": encoded(corners().convert("L")),
    "jpeg_cmyk": encoded(corners().convert("CMYK")),
    "jpeg_with_a_page_behind_it": jpeg_with_a_page_behind_it(),
    "png": encoded(corners(), "PNG"),
    "png_palette": encoded(corners().quantize(8), "PNG"),
    "png_palette_see_through": encoded(corners().quantize(8), "PNG", transparency=0),
    "png_see_through": encoded(corners().convert("RGBA"), "PNG"),
    "png_grey_see_through": encoded(corners().convert("LA"), "PNG"),
    "png_16_bit": encoded(Image.new("I;16", (480, 320), 40_000), "PNG"),
    "png_one_bit": encoded(corners().convert("1"), "PNG"),
    "webp": encoded(corners(), "WEBP"),
    "webp_lossless": encoded(corners(), "WEBP", lossless=True),
    "webp_moving": moving(),
    "heic": encoded(corners(), "HEIF"),
    "one_pixel": encoded(corners(1, 1), "PNG"),
    "a_ribbon": encoded(corners(4000, 1), "PNG"),
}
