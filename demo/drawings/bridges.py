# ruff: noqa: E501  (a path is one line)
"""Groep 5 builds bridges of paper: the class, the bridge, the folding, the weighing, the plan."""

from demo.drawings.kit import (
    BRICK,
    CHALK,
    GREEN,
    SKIN,
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
    truss,
    window,
)
from demo.drawings.people import person

BOARD_SUM = (
    line("M60 130l52-88 52 88zM198 54h70v70h-70z", "#F4F7EE", 5)
    + line("M210 66l46 46M256 66l-46 46", "#FFB597", 5)
    + line("M98 148l10 9 20-22", SUN, 5)
)


def bridge() -> str:
    """Three children look at a bridge of paper that carries a stack of books."""
    pier = [(170, 26, GREEN, 0), (158, 24, BRICK, 6), (150, 26, CHALK, -4), (146, 24, "#2D6CA8", 4)]
    other = [(170, 26, "#B23A12", 0), (160, 24, SUN, -6), (152, 26, "#2F7F8C", 5), (146, 24, CHALK, -2)]
    load = [
        (132, 20, "#2D6CA8", 0),
        (120, 18, BRICK, -5),
        (126, 20, CHALK, 4),
        (110, 18, "#7A4A8C", -3),
        (116, 18, SUN, 4),
        (98, 18, GREEN, -2),
        (104, 16, "#B23A12", 2),
    ]
    return picture(
        800,
        600,
        [
            rect(0, 0, 800, 600, "url(#wall)"),
            window(520, 60, 240, 210),
            blackboard(40, 70, 330, 196, BOARD_SUM),
            bunting(800, 14, 20, 15, 40),
            put(566, 214, 2.0, person("sem", look=-4, mood="oo")),
            put(404, 190, 2.3, person("yusuf", look=-5, mood="lach")),
            put(44, 196, 2.3, person("noor", look=5, mood="lach")),
            table(448),
            books(150, 552, pier),
            books(650, 552, other),
            truss(120, 396, 560, 58, 8, "#FFFFFF", 10),
            books(336, 390, load),
            rect(0, 0, 800, 600, "url(#lamp)"),
        ],
    )


def bridge_close() -> str:
    """The truss from nearby, with a toy car on top."""
    car = (
        path("M0 60c0-10 8-18 18-18h12l22-30h58l26 30h22c12 0 20 8 20 20v16H0z", GREEN)
        + path("M58 20h22v22H42zM88 20h20l18 22H88z", "#CFE6DB")
        + circle(40, 80, 20, "#10231D")
        + circle(138, 80, 20, "#10231D")
        + circle(40, 80, 8, "#F2F5EF")
        + circle(138, 80, 8, "#F2F5EF")
    )
    ground = rect(0, 0, 600, 600, BRICK) + rect(0, 430, 600, 170, "#C94E29") + circle(470, 120, 74, SUN)
    return picture(600, 600, [ground, truss(-60, 220, 720, 190, 4, "#fff", 30), put(250, 118, 1, car)])


def folding() -> str:
    """Two hands fold a triangle."""
    paper = (
        path("M82 486l240-350 230 330z", "#8A5A2238")
        + path("M70 470l240-350 230 330z", "#fff")
        + path("M310 120L250 380l290 70z", "#E9EFE8")
        + line("M250 380l290 70", "#C9D6CC", 4)
    )
    hands = _hand(40, -18, 1, "c", SUN) + _hand(560, 18, -1, "a", GREEN)
    grain = line("M0 120h600M0 300h600M0 480h600", "#C98F4D", 3, 0.35)
    return picture(600, 600, [rect(0, 0, 600, 600, "url(#wood)"), grain, paper, hands])


def _hand(x: int, turn: int, mirror: int, skin: str, sleeve: str) -> str:
    front, shade = SKIN[skin]
    shape = (
        path(
            "M-70 130V10c0-30 20-52 50-60l92-34c14-5 26 10 16 22L46-8h40c18 0 18 26 0 28l-38 4c-8 30-20 60-30 106z",
            front,
        )
        + line("M46-8L20 6", shade, 6)
        + path("M-90 150V60c30-14 80-14 112 0v90z", sleeve)
    )
    return f'<g transform="translate({x} 520) rotate({turn}) scale({mirror} 1)">{shape}</g>'


def weighing() -> str:
    """Lucas and Grace put one more book on the bridge; the tally stands on the board."""
    tally = "".join(line(f"M{40 + at * 26} 40v70", "#F4F7EE", 6) for at in range(4))
    tally += line("M28 104l106-58", SUN, 6) + "".join(
        line(f"M{190 + at * 26} 40v70", "#F4F7EE", 6) for at in range(4)
    )
    held = put(330, 250, 1, rect(0, 0, 150, 30, "#B23A12", 4) + rect(12, 9, 30, 12, "#ffffffbf", 3))
    return picture(
        800,
        600,
        [
            rect(0, 0, 800, 600, "url(#warm)"),
            blackboard(250, 40, 320, 170, tally),
            put(40, 180, 2.4, person("grace", look=5, mood="oo")),
            put(540, 186, 2.4, person("ravi", look=-5)),
            held,
            table(450),
            books(160, 548, [(150, 28, GREEN, 0), (140, 26, SUN, 5), (138, 26, CHALK, -4)]),
            books(640, 548, [(150, 28, "#2D6CA8", 0), (140, 26, BRICK, -5), (138, 26, CHALK, 4)]),
            truss(130, 412, 540, 54, 7, "#FFF7E4", 9),
            books(400, 408, [(130, 20, SUN, 0), (120, 20, "#7A4A8C", 4), (124, 20, CHALK, -3)]),
        ],
    )


def plan() -> str:
    """The drawing the children made before they built."""
    sheet = rect(60, 60, 480, 480, "#FFFDF6", 6)
    squares = "".join(
        line(f"M60 {60 + at * 40}h480M{60 + at * 40} 60v480", "#DCE8EC", 2) for at in range(1, 12)
    )
    pencil = f'<g transform="translate(400 430) rotate(-34)">{rect(0, 0, 150, 20, SUN, 4)}{path("M150 0l34 10-34 10z", "#F4D7B0")}{path("M172 6l12 4-12 4z", "#241a17")}</g>'
    note = line("M120 430q30-20 60 0t60 0 60 0M120 470q30-20 60 0t60 0", "#23406B", 6)
    return picture(
        600,
        600,
        [
            rect(0, 0, 600, 600, "#2F7F8C"),
            rect(72, 76, 480, 480, "#00000030", 6),
            sheet,
            squares,
            truss(110, 190, 380, 110, 5, "#23406B", 7),
            line("M110 330h380M110 318v24M490 318v24", BRICK, 5),
            note,
            pencil,
        ],
    )
