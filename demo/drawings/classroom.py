# ruff: noqa: E501  (a path is one line)
"""Inside: reading, music, sums, the planning board, the circle, after-school cooking."""

from demo.drawings.kit import (
    BRICK,
    CHALK,
    GREEN,
    SUN,
    blackboard,
    books,
    bunting,
    circle,
    line,
    path,
    picture,
    put,
    rect,
    table,
    window,
)
from demo.drawings.people import person


def planning() -> str:
    """Four subjects, three of them ticked."""
    rows = []
    for number, (colour, done, width) in enumerate(
        ((GREEN, 1, 260), (BRICK, 1, 210), (SUN, 1, 290), ("#2D6CA8", 0, 180))
    ):
        y = 134 + number * 94
        rows.append(
            f'<circle cx="160" cy="{y + 18}" r="26" fill="{colour if done else "#fff"}" stroke="{colour}" stroke-width="6"/>'
        )
        if done:
            rows.append(line(f"M146 {y + 18}l10 11 18-20", "#2B1E00" if colour == SUN else "#fff", 6))
        rows += [
            rect(216, y, width * 1.3, 16, "#33463F", 8),
            rect(216, y + 28, width * 0.8, 12, "#C3D2C8", 6),
        ]
    return picture(800, 600, [rect(0, 0, 800, 600, "#CDE5DA"), rect(90, 70, 620, 460, "#fff", 24), *rows])


def reading_corner() -> str:
    """Two children with a book on the big cushion."""
    shelf = rect(40, 60, 300, 250, "#A9733A", 8) + "".join(
        rect(56, 84 + at * 76, 268, 8, "#7A4E2B") for at in (1, 2)
    )
    spines = "".join(
        rect(
            64 + at * 26,
            82 + row * 78,
            20,
            64,
            (GREEN, BRICK, SUN, "#2D6CA8", "#7A4A8C", CHALK)[(at + row) % 6],
            3,
        )
        for row in range(3)
        for at in range(10)
    )
    book = path("M-110 0q55-30 110 0v110q-55-30-110 0z", "#fff") + path(
        "M110 0q-55-30-110 0v110q55-30 110 0z", "#F4F1E6"
    )
    cushion = f'<ellipse cx="400" cy="540" rx="360" ry="90" fill="{BRICK}"/><ellipse cx="400" cy="525" rx="320" ry="66" fill="#C94E29"/>'
    return picture(
        800,
        600,
        [
            rect(0, 0, 800, 600, "url(#warm)"),
            shelf,
            spines,
            window(480, 60, 260, 200),
            put(120, 230, 2.5, person("zeynep", look=4, mood="blij")),
            put(420, 230, 2.5, person("omar", look=-4, mood="oo")),
            cushion,
            put(395, 420, 1.1, book),
        ],
    )


def music() -> str:
    """A drum, a triangle, a xylophone, and singing."""
    bars = "".join(
        rect(
            -120 + at * 40,
            -60 + at * 6,
            32,
            150 - at * 12,
            (BRICK, SUN, GREEN, "#2D6CA8", "#7A4A8C", "#2F7F8C")[at],
            8,
        )
        for at in range(6)
    )
    drum = (
        rect(-70, -20, 140, 100, "#B23A12", 10)
        + f'<ellipse cx="0" cy="-20" rx="70" ry="22" fill="{CHALK}"/>'
        + line("M-60 0l30 70 30-70 30 70 30-70", SUN, 5)
    )
    notes = "".join(
        circle(x, y, 13, "#10231D") + line(f"M{x + 12} {y}v-58q20 6 22 26", "#10231D", 6)
        for x, y in ((110, 150), (380, 110), (690, 150))
    )
    return picture(
        800,
        600,
        [
            rect(0, 0, 800, 600, "#D9CFE6"),
            bunting(800, 20, 26, 14, 42),
            notes,
            put(60, 190, 2.3, person("luna", mood="lach")),
            put(300, 170, 2.3, person("jayden", mood="oo")),
            put(540, 190, 2.3, person("grace", mood="lach")),
            rect(0, 440, 800, 160, "#B79BCB"),
            put(180, 490, 1, drum),
            put(440, 500, 0.9, bars),
            line("M620 560l70-110 70 110z", "#fff", 10),
        ],
    )


def sums() -> str:
    """The seven times table on the board, and a teacher before it."""
    chalk = "".join(put(40 + at % 2 * 190, 34 + at // 2 * 56, 1.15, _seven_times(at + 2)) for at in range(6))
    return picture(
        800,
        600,
        [
            rect(0, 0, 800, 600, "url(#wall)"),
            blackboard(60, 70, 420, 220, chalk),
            put(470, 150, 2.7, person("anouk", mood="lach", look=-4)),
            table(440),
            put(90, 300, 1.8, person("zeynep", look=4)),
            put(290, 306, 1.8, person("ravi", look=4, mood="lach")),
            rect(0, 480, 800, 120, "url(#wood)"),
            rect(120, 500, 140, 90, "#fff", 4) + line("M140 530h90M140 556h70", "#23406B", 5),
            rect(330, 504, 140, 90, "#fff", 4) + line("M350 534h90M350 560h50", "#23406B", 5),
        ],
    )


DIGITS = {
    2: "M0 6q10-12 20 0q0 8-20 24h20",
    3: "M0 0h18l-10 12q14 2 8 14q-6 6-16 2",
    4: "M14 30V0L0 20h20",
    5: "M18 0H4L2 12q16-4 16 8q-4 12-18 8",
    6: "M16 0q-16 10-14 22q6 12 16 2q2-10-14-6",
    7: "M0 0h20L6 30",
}


def _seven_times(number: int) -> str:
    """A sum in chalk: 3 × 7."""
    return "".join(
        put(x, 0, 1, line(strokes, "#F4F7EE", 4))
        for x, strokes in (
            (0, DIGITS[number]),
            (40, "M0 8l14 14M14 8l-14 14"),
            (72, DIGITS[7]),
            (112, "M0 10h16M0 20h16"),
        )
    )


def circle_time() -> str:
    """The morning circle of the youngest, with a letter on the board."""
    kids = [("lina", 20, 270), ("tess", 200, 230), ("jayden", 400, 230), ("zeynep", 590, 270)]
    letter = line("M50 120V58M50 76q8-20 26-20 18 0 18 22v42M94 76q8-20 26-20 18 0 18 22v42", SUN, 12)
    letter += line("M200 120l40-70 40 70zM226 120v-30h28v30", "#F4F7EE", 7)  # m as in "mama", and a house
    return picture(
        800,
        600,
        [
            rect(0, 0, 800, 600, "url(#warm)"),
            blackboard(230, 30, 360, 180, letter),
            *(put(x, y, 1.9, person(key, mood="lach")) for key, x, y in kids),
            f'<ellipse cx="400" cy="560" rx="420" ry="110" fill="{GREEN}"/><ellipse cx="400" cy="560" rx="330" ry="76" fill="#2F7F5C"/>',
            put(
                400,
                520,
                0.7,
                circle(0, 0, 46, BRICK)
                + circle(-14, -8, 5, "#241a17")
                + circle(14, -8, 5, "#241a17")
                + line("M-16 14q16 14 32 0", "#241a17", 5),
            ),
        ],
    )


def kitchen() -> str:
    """After school: pizza from scratch."""
    pizza = (
        circle(0, 0, 110, "#E2B45A")
        + circle(0, 0, 92, "#C93C20")
        + "".join(
            circle(x, y, r, colour)
            for x, y, r, colour in (
                (-40, -30, 22, "#FFF3C4"),
                (30, -44, 18, "#FFF3C4"),
                (44, 26, 22, "#FFF3C4"),
                (-20, 44, 20, "#FFF3C4"),
                (4, -4, 14, "#3F8A4C"),
                (-60, 16, 10, "#3F8A4C"),
                (20, 62, 10, "#3F8A4C"),
            )
        )
    )
    shelf = (
        rect(60, 90, 260, 14, "#A9733A", 4)
        + rect(84, 40, 40, 50, BRICK, 6)
        + rect(140, 30, 46, 60, SUN, 6)
        + rect(204, 46, 40, 44, GREEN, 6)
    )
    return picture(
        800,
        600,
        [
            rect(0, 0, 800, 600, "#DCEDE4"),
            "".join(line(f"M0 {at * 60}h800M{at * 100} 0v420", "#C8DED2", 2) for at in range(8)),
            shelf,
            put(80, 180, 2.4, person("yusuf", mood="lach", extra="muts", shirt="#F4F1E6")),
            put(470, 180, 2.4, person("samira", mood="lach")),
            table(440),
            f'<g transform="translate(400 510) scale(1.15 .62)">{pizza}</g>',
            rect(640, 470, 90, 40, "#fff", 10) + path("M650 470q35-46 70 0z", "#F4F1E6"),
            circle(110, 520, 26, "#C93C20")
            + circle(160, 545, 24, "#C93C20")
            + path("M104 496l8-14 8 14z", "#3F8A4C"),
        ],
    )


def science() -> str:
    """1B: a flask that turns blue, and goggles."""
    flask = (
        path("M-26-120h52v70l60 120q10 30-24 30H-62q-34 0-24-30l60-120z", "#E5F4F0cc")
        + path("M-52 4h104l34 66q8 22-20 22H-66q-28 0-20-22z", "#2D6CA8")
        + circle(-10, 40, 9, "#A9DCE8")
        + circle(20, 62, 7, "#A9DCE8")
        + circle(4, -30, 8, "#A9DCE8")
    )
    rack = rect(-90, 40, 180, 22, "#A9733A", 6) + "".join(
        rect(-78 + at * 44, -70, 26, 130, (BRICK, SUN, "#7A4A8C", GREEN)[at], 13) for at in range(4)
    )
    return picture(
        800,
        600,
        [
            rect(0, 0, 800, 600, "url(#hall)"),
            blackboard(230, 40, 340, 170, line("M40 90h70M150 50l40 70h-80zM230 90h70", "#F4F7EE", 6)),
            put(60, 180, 2.4, person("adam", look=4, extra="veilig", mood="oo")),
            put(510, 180, 2.4, person("dijk", look=-4, extra="veilig", mood="lach")),
            rect(0, 450, 800, 150, "#33463F"),
            rect(0, 450, 800, 12, "#5A6B63"),
            put(390, 470, 1.05, flask),
            put(180, 500, 0.9, rack),
            rect(570, 480, 140, 90, CHALK, 6) + line("M590 510h90M590 536h60", "#23406B", 5),
            books(640, 478, [(120, 18, BRICK, 0)]),
        ],
    )
