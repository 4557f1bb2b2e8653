# ruff: noqa: E501  (a path is one line)
"""Out of the classroom: the farm, the playground, the gym, the vegetable garden, the market."""

from demo.drawings.kit import BRICK, CHALK, GREEN, SKIN, SUN, circle, line, path, picture, put, rect, tree
from demo.drawings.making import leaves
from demo.drawings.people import person


def meadow() -> list[str]:
    return [
        rect(0, 0, 800, 600, "url(#sky)"),
        circle(120, 110, 54, SUN),
        path("M0 380c200-50 500-60 800-20v240H0z", "#8CC08A"),
        path("M0 440c240-40 520-30 800 0v160H0z", "#6FAE72"),
    ]


def farm() -> str:
    """A child strokes a goat."""
    barn = (
        path("M470 190l140-96 140 96v200H470z", "#B23A12")
        + path("M452 200l158-112 158 112-18 22-140-98-140 98z", "#7A2508")
        + rect(560, 260, 100, 130, "#7A2508")
        + line("M560 260l100 130M660 260L560 390", CHALK, 8)
        + circle(610, 196, 24, "#FCE5DB")
    )
    goat = (
        path(
            "M30 60c40-16 120-16 170 0 20 8 24 40 14 60l-6 120h-34l-6-90H90l-6 90H50L34 160C14 130 10 80 30 60z",
            "#FFFDF6",
        )
        + path(
            "M-60 20c10-36 40-56 74-52 30 4 44 30 40 60-4 34-20 64-52 66-30 2-60-10-72-26-6-10 4-30 10-48z",
            "#FFFDF6",
        )
        + path("M-6-30c-8-30-2-50 14-66 6 24 8 44 4 66zM26-28c-2-28 8-48 26-58 2 24-2 46-12 64z", "#B9A27C")
        + path("M40 0c26-4 46 6 54 20-18 14-42 12-58 0zM-30 88c0 26-6 40-14 52-8-14-8-34-4-52z", "#E9DFCB")
        + circle(-14, 16, 7, "#201A18")
        + line("M-62 66q12 8 26 2", "#8A6A4A", 6)
    )
    arm = path("M190 492c60-40 120-66 176-76 22-4 28 22 8 30-44 16-84 44-126 88z", SKIN["c"][0])
    child = put(70, 250, 2.6, person("lina", mood="lach", look=4))
    return picture(800, 600, [*meadow(), barn, child, put(420, 330, 1, goat), arm])


def school_yard() -> str:
    """Leaves on the playground, with the school behind."""
    windows = "".join(rect(90 + at * 88, 150, 56, 66, "#E9F4F1", 4) for at in range(5))
    school = (
        rect(50, 120, 480, 210, "#C96A48")
        + path("M26 128L290 30l264 98z", "#8A3516")
        + windows
        + rect(258, 240, 66, 90, GREEN, 4)
    )
    kids = put(150, 270, 2.1, person("omar", mood="lach", look=3)) + put(
        440, 270, 2.1, person("luna", mood="lach", look=-3)
    )
    return picture(
        800,
        600,
        [
            rect(0, 0, 800, 600, "url(#sky)"),
            school,
            rect(0, 330, 800, 270, "#CFC7B6"),
            tree(680, 380, 1.9),
            kids,
            path("M0 500c200-30 560-30 800 0v100H0z", "#B9AF9A"),
            leaves(7, 30, 20, 780, 470, 590),
        ],
    )


def gym() -> str:
    """Wall bars, a bench and two children in the air."""
    bars = "".join(line(f"M60 {70 + at * 34}h220", "#C98F4D", 9) for at in range(9)) + line(
        "M60 56v310M170 56v310M280 56v310", "#A9733A", 12
    )
    hoop = (
        rect(600, 70, 120, 84, "#fff", 6)
        + rect(636, 106, 48, 34, "#E8643C", 2)
        + line("M630 170q30 10 60 0M632 172l10 50M688 172l-10 50M644 222h32", BRICK, 5)
    )
    mat = rect(80, 510, 300, 46, "#2D6CA8", 12) + rect(430, 516, 300, 40, GREEN, 12)
    return picture(
        800,
        600,
        [
            rect(0, 0, 800, 600, "url(#hall)"),
            rect(0, 400, 800, 200, "#E3B878"),
            line("M0 470h800M260 400l-90 200M560 400l90 200", "#fff", 6, 0.7),
            bars,
            hoop,
            mat,
            put(110, 240, 2.4, person("sem", mood="lach")),
            put(470, 200, 2.4, person("defne", mood="lach")),
            circle(690, 330, 40, BRICK) + line("M652 330h76M690 290v80", "#7A2508", 4),
        ],
    )


def garden() -> str:
    """Rows of vegetables and a small greenhouse."""
    rows = []
    for row in range(3):
        y = 330 + row * 76
        rows.append(rect(40 - row * 10, y, 520 + row * 16, 50, "#7A4E2B", 12))
        for spot in range(9):
            x = 80 - row * 8 + spot * (56 + row * 2)
            rows.append(path(f"M{x} {y + 18}q-16-30-4-46 6 16 4 46q10-36 26-36 0 26-26 36", "#3F8A4C"))
            rows.append(circle(x, y + 12, 12, (BRICK, "#3F8A4C", SUN)[row]))
    house = path("M0 200V70L100 0l100 70v130z", "#E5F4F0d9") + line(
        "M0 200V70L100 0l100 70v130zM100 0v200M50 36v164M150 36v164M0 70h200M0 134h200", "#fff", 8
    )
    return picture(
        800,
        600,
        [*meadow(), put(560, 170, 1.1, house), put(250, 150, 1.8, person("nina", mood="lach")), *rows],
    )


def gate() -> str:
    """The school gate in the morning, with bunting: the walk-in hour."""
    stall = rect(430, 360, 300, 110, "#C98F4D", 8) + "".join(
        rect(462 + at * 66, 326, 34, 34, "#fff", 8) for at in range(4)
    )
    roof = "".join(
        path(f"M{420 + at * 64} 150h64v50q-32 34-64 0z", (BRICK, "#fff")[at % 2]) for at in range(5)
    )
    return picture(
        800,
        600,
        [
            rect(0, 0, 800, 600, "url(#sky)"),
            rect(0, 430, 800, 170, "#CFC7B6"),
            tree(100, 440, 2.0, SUN, "#EFAF1E"),
            rect(428, 180, 8, 260, "#7A4E2B") + rect(726, 180, 8, 260, "#7A4E2B"),
            put(500, 196, 1.6, person("ria", mood="lach")),
            stall,
            roof,
            put(170, 240, 2.3, person("elif", look=3)),
            put(300, 330, 1.6, person("bas", look=3)),
            leaves(11, 14, 10, 790, 520, 590),
        ],
    )
