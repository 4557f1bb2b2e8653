# ruff: noqa: E501  (a path is one line)
"""Vakcollege Delta: welding, carpentry, care."""

from demo.drawings.kit import BRICK, CHALK, GREEN, INK, SUN, circle, line, path, picture, put, rect, table
from demo.drawings.people import person


def welding() -> str:
    """A visor, a spark, two plates that become one."""
    mask = path("M-70-60q70-60 140 0v90q-10 60-70 70-60-10-70-70z", "#2B3A36") + rect(
        -46, -30, 92, 34, "#7FD0C0", 6
    )
    sparks = "".join(
        line(f"M520 430l{x} {y}", SUN, 5)
        for x, y in ((60, -70), (90, -20), (80, 40), (-70, -60), (20, -96), (-90, -10), (-50, 60))
    )
    body = path("M90 600c0-130 60-190 160-200h60c100 10 160 70 160 200z", "#2D6CA8")
    arm = path("M330 470l150-50 20 40-150 70z", "#2D6CA8") + circle(500, 440, 34, "#8A6A4A")
    return picture(
        800,
        600,
        [
            rect(0, 0, 800, 600, "#22302C"),
            rect(60, 60, 220, 130, "#2F413B", 8) + line("M80 90h180M80 120h140M80 150h160", "#4A6058", 6),
            body,
            put(280, 300, 1.5, mask),
            circle(520, 430, 130, "#FFC83D26") + circle(520, 430, 60, "#FFE9A866"),
            arm,
            sparks,
            circle(520, 430, 14, "#fff"),
            rect(420, 470, 380, 40, "#8E9A96", 4) + rect(500, 440, 300, 32, "#A9B5B1", 4),
            rect(380, 510, 420, 90, "#3B4A45"),
        ],
    )


def carpentry() -> str:
    """A joint that fits, and the plane beside it."""
    planks = (
        rect(120, 380, 560, 60, "#E2B070", 6)
        + line("M140 400h520M140 420h500", "#C98F4D", 3)
        + rect(360, 200, 60, 190, "#EFC68B", 4)
        + path("M360 380l-14 60h88l-14-60z", "#EFC68B")
    )
    plane = (
        rect(0, 30, 170, 46, "#8A5A22", 10)
        + path("M40 30q10-46 50-40l10 40z", "#6B4226")
        + circle(140, 20, 20, "#6B4226")
        + rect(84, 6, 12, 40, "#A9B5B1", 2)
    )
    curls = "".join(
        f'<circle cx="{x}" cy="{y}" r="16" fill="none" stroke="#F4D7B0" stroke-width="8"/>'
        for x, y in ((180, 520), (240, 545), (620, 530), (560, 552))
    )
    tools = rect(60, 50, 680, 120, "#A9733A", 8) + line(
        "M120 70v80M110 150h20M220 70v50M196 120h48v24h-48zM330 70l40 80M420 70v80l30-20M540 70h60v30h-60zM570 100v54",
        CHALK,
        9,
    )
    return picture(
        800,
        600,
        [
            rect(0, 0, 800, 600, "url(#warm)"),
            tools,
            put(520, 180, 2.2, person("abel", look=-4, mood="lach")),
            table(430),
            planks,
            put(160, 316, 1, plane),
            curls,
        ],
    )


def care() -> str:
    """Dewi practises a bandage on a classmate's arm."""
    arm = path("M260 470h290q34 0 34 30t-34 30H260z", "#E8B48A") + "".join(
        line(f"M{360 + at * 26} 466l18 68", "#fff", 16) for at in range(6)
    )
    kit = (
        rect(610, 460, 130, 90, "#fff", 12)
        + rect(664, 476, 22, 58, "#C93C20", 3)
        + rect(646, 494, 58, 22, "#C93C20", 3)
    )
    return picture(
        800,
        600,
        [
            rect(0, 0, 800, 600, "url(#hall)"),
            rect(480, 60, 250, 150, "#fff", 10) + line("M510 100h180M510 130h140M510 160h160", GREEN, 8),
            put(90, 120, 3.0, person("dewi", look=5, mood="blij", shirt="#2F7F8C")),
            put(480, 210, 2.1, person("oscar", look=-4, mood="lach", shirt=BRICK)),
            rect(0, 440, 800, 160, "#CDE5DA"),
            arm,
            kit,
            circle(90, 510, 40, "#fff") + circle(90, 510, 16, "#CDE5DA"),
        ],
    )


def workplace() -> str:
    """A cap, a note with a date, and a handshake on paper: the internship agreement."""
    sheet = rect(150, 60, 500, 500, "#FFFEFA", 8) + "".join(
        rect(200, 150 + at * 44, (400, 360, 390, 240)[at % 4], 14, "#C3D2C8", 7) for at in range(6)
    )
    names = line("M210 470q20-40 40 0t40 0 40 0M430 470q24-50 48 0t48 0", "#23406B", 6) + line(
        "M200 490h150M420 490h150", INK, 3
    )
    seal = circle(590, 120, 46, SUN) + line("M570 120l14 16 26-30", INK, 8)
    return picture(
        800,
        600,
        [
            rect(0, 0, 800, 600, "#7A4A8C"),
            rect(166, 78, 500, 500, "#00000030", 8),
            sheet,
            rect(200, 100, 220, 24, GREEN, 6),
            names,
            seal,
        ],
    )
