# ruff: noqa: E501  (a path is one line)
"""What children make: drawings, writing, the autumn table, lanterns, shoes for Sinterklaas, clay."""

import random

from demo.drawings.kit import (
    BRICK,
    CHALK,
    GREEN,
    SUN,
    bunting,
    circle,
    line,
    path,
    picture,
    put,
    rect,
    table,
    tree,
)
from demo.drawings.people import person

LEAF = "M0-34c14 10 22 24 18 40-4 14-12 22-18 30-6-8-14-16-18-30-4-16 4-30 18-40z"
AUTUMN = (BRICK, SUN, "#B23A12", "#EFAF1E", "#8C5A1E")


def dice(seed: int) -> random.Random:
    """The same drawing every time."""
    return random.Random(seed)


def volcano() -> str:
    """A volcano in chalk."""
    spots = dice(4)
    grass = "".join(
        line(f"M{90 + at * 28} {486 + spots.randint(-4, 18)}l6-22 6 22", "#3F8A4C", 5) for at in range(16)
    )
    sun = circle(452, 140, 44, SUN) + line(
        "M452 70v-14M452 224v-14M522 140h14M368 140h14M502 90l10-10M402 190l-10 10M502 190l10 10M402 90l-10-10",
        SUN,
        9,
    )
    mountain = (
        path("M92 470l130-240q22-34 44-34h50q22 0 42 34l132 240z", "#6B4226")
        + line(
            "M120 470l112-216M180 470l80-220M250 470l34-240M330 470l-10-240M400 470l-70-220M460 470l-110-216",
            "#865832",
            10,
            0.75,
        )
        + path("M236 214q54 26 108 0l26 66q-18 30-34 0-10 60-30 66-20-6-22-60-14 40-34 10-20 6-32-10z", BRICK)
        + path(
            "M290 196c-30-40-60-60-50-110 18 20 26 30 32 52 4-36 8-62 30-84 8 40 10 58 8 88 10-22 22-34 42-46 0 50-20 70-40 100z",
            BRICK,
        )
        + path("M292 190c-10-26-22-40-18-62 12 10 16 20 20 34 4-18 8-32 18-44 4 22 4 40-4 72z", SUN)
        + path("M70 474q60-14 120 0t120 0 120 0 100 0v52H70z", "#7FB77E")
    )
    sheet = rect(54, 50, 508, 520, "#00000030", 6) + rect(46, 40, 508, 520, "#FFFDF6", 4)
    turned = f'<g transform="rotate(-2 300 300)">{sheet}{sun}{mountain}{grass}</g>'
    return picture(600, 600, [rect(0, 0, 600, 600, "#2F7F8C"), turned])


def notebook() -> str:
    """A page of handwriting with a sticker."""
    pen, shapes = dice(9), []
    for row in range(9):
        y = 132 + row * 54
        shapes.append(line(f"M70 {y}h470", "#CFE0E8", 3))
        if row:
            shapes.append(
                _written(
                    pen,
                    y - 6,
                    500 - (110 if row in (3, 6) else pen.randint(0, 30)) - (200 if row == 8 else 0),
                )
            )
    star = circle(468, 110, 42, GREEN) + path(
        "M468 80l9 20 22 2-17 14 6 21-20-12-20 12 6-21-17-14 22-2z", SUN
    )
    return picture(
        600,
        600,
        [
            rect(0, 0, 600, 600, SUN),
            rect(80, 68, 470, 560, "#8A5A0040", 10),
            rect(70, 56, 470, 560, "#FFFEFA", 10),
            line("M132 56v560", "#F3B7A6", 4),
            *shapes,
            line("M154 122l26-42 26 42z", "#23406B", 7),
            star,
        ],
    )


def _written(pen: random.Random, y: int, end: int) -> str:
    """A line of joined-up loops that looks like handwriting."""
    x, strokes = 150.0, f"M150 {y}"
    while x < end:
        wide, high = pen.choice([14, 16, 20]), pen.choice([16, 18, 20, 34])
        strokes += (
            f"q{wide * 0.3:.0f}-{high} {wide * 0.6:.0f}-{high * 0.1:.0f}t{wide * 0.5:.0f} {high * 0.1:.0f}"
        )
        x += wide * 1.12
        if pen.random() < 0.16:
            x += 16
            strokes += f"M{x:.0f} {y}"
    return line(strokes, "#23406B", 4.5)


def leaves(seed: int, count: int, left: int, right: int, top: int, low: int) -> str:
    """Autumn leaves that lie anywhere between these edges."""
    throw, shapes = dice(seed), []
    for _ in range(count):
        x, y = throw.randint(left, right), throw.randint(top, low)
        spot = f"translate({x} {y}) rotate({throw.randint(0, 360)}) scale({throw.uniform(0.7, 1.2):.2f})"
        shapes.append(
            f'<g transform="{spot}">{path(LEAF, throw.choice(AUTUMN))}{line("M0-26V36", "#fff", 3, 0.4)}</g>'
        )
    return "".join(shapes)


def hedgehog() -> str:
    """Of clay, nose to the left."""
    spines = "".join(
        f'<path transform="rotate({turn})" d="M-10-60l10-64 10 64z" fill="#4A2E1E"/>'
        for turn in range(-80, 81, 16)
    )
    return (
        path("M-100 50c-6-70 40-112 100-112 56 0 96 40 100 112z", "#6B4226")
        + spines
        + path("M-60 50c-60 0-92-12-104-22 16-24 50-44 86-42 26 2 40 30 38 64z", "#E8B48A")
        + circle(-160, 28, 10, "#201A18")
        + circle(-104, 14, 7, "#201A18")
        + line("M-130 38q12 8 24 2", "#201A18", 5)
    )


def chestnut(x: int, y: int) -> str:
    return (
        circle(x, y, 24, "#5B2C12")
        + path(f"M{x - 16} {y - 10}q16-18 32 0", "#E9C79A")
        + circle(x - 8, y + 4, 5, "#ffffff59")
    )


def autumn_table() -> str:
    """Leaves, chestnuts and a hedgehog of clay."""
    nuts = "".join(chestnut(x, y) for x, y in ((180, 470), (230, 500), (600, 500), (560, 540), (300, 540)))
    hill = (
        rect(80, 120, 200, 150, "#fff", 8)
        + path("M100 250l50-80 40 56 24-30 46 54z", "#7FB77E")
        + circle(238, 158, 16, SUN)
    )
    return picture(
        800,
        600,
        [
            rect(0, 0, 800, 600, "#F6D9B0"),
            rect(0, 330, 800, 270, "#B98145"),
            rect(0, 330, 800, 14, "#D9A566"),
            bunting(800, 20, 34, 13, 46, (GREEN, BRICK, SUN)),
            hill,
            tree(640, 344, 1.5),
            tree(500, 340, 1.05, SUN, "#EFAF1E"),
            leaves(3, 22, 20, 780, 370, 580),
            nuts,
            put(400, 480, 1, hedgehog()),
        ],
    )


def clay() -> str:
    """Lina shows the hedgehog she made."""
    return picture(
        600,
        600,
        [
            rect(0, 0, 600, 600, "url(#warm)"),
            bunting(600, 20, 24, 10, 44),
            put(140, 110, 3.0, person("lina", mood="lach")),
            table(430, 600),
            put(330, 500, 0.9, hedgehog()),
            chestnut(120, 520),
            chestnut(170, 548),
        ],
    )


def lantern(x: int, y: int, colour: str, light: str = "#FFE9A8") -> str:
    """A paper lantern on a string."""
    body = (
        rect(-40, 0, 80, 96, colour, 14) + path("M0 18l22 40h-44z", light) + rect(-28, 66, 56, 12, light, 6)
    )
    return line(f"M{x} {y - 70}V{y}", "#F4F1E6", 3) + put(x, y, 1, circle(0, 46, 74, "#FFC83D22") + body)


def lanterns() -> str:
    """Sint Maarten: lanterns in the dark, and two faces lit by them."""
    stars = "".join(
        circle(x, y, 3, "#F4F1E6")
        for x, y in ((60, 60), (190, 110), (330, 40), (520, 80), (700, 50), (640, 150))
    )
    row = "".join(
        lantern(x, y, colour)
        for x, y, colour in (
            (90, 210, BRICK),
            (270, 180, "#2F7F8C"),
            (450, 200, "#7A4A8C"),
            (640, 180, "#B23A6B"),
        )
    )
    kids = put(60, 330, 2.3, person("tess", mood="lach", extra="muts")) + put(
        500, 330, 2.3, person("jayden", mood="lach")
    )
    moon = circle(720, 90, 46, "#FFE3A0") + circle(700, 78, 42, "#16344A")
    return picture(
        800,
        600,
        [
            rect(0, 0, 800, 600, "#16344A"),
            stars,
            moon,
            row,
            put(285, 350, 2.2, person("zeynep", mood="oo")),
            kids,
        ],
    )


def shoes() -> str:
    """Sinterklaas is coming: shoes in a row, with a carrot and a drawing in each."""
    pairs = []
    for number, colour in enumerate((GREEN, "#B23A6B", "#2D6CA8", BRICK)):
        shoe = path("M0 60V10h60c10 24 40 30 70 40 16 6 20 26 14 40H0z", colour) + rect(
            -2, 84, 148, 14, "#241a17", 6
        )
        carrot = path("M20 12l20-74 22 74z", "#F08A24") + line(
            "M40-62q-14-20-20-34M40-62q2-22 4-40M40-62q14-16 24-28", "#3F8A4C", 6
        )
        pairs.append(put(40 + number * 185, 400 + number % 2 * 30, 1.05, carrot + shoe))
    nuts = dice(6)
    pepper = "".join(circle(nuts.randint(20, 780), nuts.randint(520, 590), 11, "#9A6238") for _ in range(26))
    return picture(
        800,
        600,
        [
            rect(0, 0, 800, 340, "url(#warm)"),
            rect(0, 340, 800, 260, "#C98F4D"),
            rect(0, 330, 800, 20, CHALK),
            bunting(800, 24, 40, 11, 50, (BRICK, SUN)),
            rect(300, 110, 200, 170, "#6B4226", 8)
            + path("M340 280q60-130 120 0z", BRICK)
            + path("M368 280q32-70 64 0z", SUN),
            *pairs,
            pepper,
        ],
    )
