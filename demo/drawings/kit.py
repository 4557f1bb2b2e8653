# ruff: noqa: E501  (a path is one line)
"""The pieces every drawing is made of: paper, flags, trees, books, and a place to put them."""

import math
from collections.abc import Iterable, Sequence

SKIN = {
    "a": ("#F6CFB0", "#EDB896"),
    "b": ("#E8B48A", "#D99C6E"),
    "c": ("#C98A5B", "#B57546"),
    "d": ("#9A6238", "#84502B"),
    "e": ("#6E432A", "#5A3420"),
}  # face, and the shade below it
GREEN, BRICK, SUN, CHALK, INK = "#14564A", "#E8643C", "#FFC83D", "#F4F1E6", "#10231D"
FLAGS = (BRICK, SUN, GREEN, "#FFFFFF")

GRADIENTS = """<defs>
<linearGradient id="sky" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#BFE3F0"/><stop offset="1" stop-color="#EAF6F3"/></linearGradient>
<linearGradient id="wood" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#F0C48B"/><stop offset="1" stop-color="#DDA763"/></linearGradient>
<linearGradient id="wall" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="#DCEDE4"/><stop offset="1" stop-color="#BFDCCE"/></linearGradient>
<linearGradient id="warm" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="#FBE9CF"/><stop offset="1" stop-color="#F2CFA0"/></linearGradient>
<linearGradient id="hall" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#CFE0EA"/><stop offset="1" stop-color="#E9F1F4"/></linearGradient>
<radialGradient id="lamp" cx=".72" cy=".1" r=".9"><stop offset="0" stop-color="#fff" stop-opacity=".28"/><stop offset="1" stop-color="#fff" stop-opacity="0"/></radialGradient>
</defs>"""


def picture(width: int, height: int, shapes: Iterable[str]) -> str:
    """A whole drawing."""
    inner = GRADIENTS + "".join(shapes)
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">{inner}</svg>'


def put(x: float, y: float, scale: float, inner: str) -> str:
    """A piece at a place, larger or smaller."""
    return f'<g transform="translate({x} {y}) scale({scale})">{inner}</g>'


def rect(x: float, y: float, width: float, height: float, fill: str, round_by: float = 0) -> str:
    return f'<rect x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}" rx="{round_by}" fill="{fill}"/>'


def circle(x: float, y: float, radius: float, fill: str) -> str:
    return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}" fill="{fill}"/>'


def path(d: str, fill: str) -> str:
    return f'<path d="{d}" fill="{fill}"/>'


def line(d: str, colour: str, width: float, opacity: float = 1) -> str:
    """A stroke with round ends."""
    return f'<path d="{d}" fill="none" stroke="{colour}" stroke-width="{width}" stroke-opacity="{opacity}" stroke-linecap="round" stroke-linejoin="round"/>'


def bunting(width: int, top: int, sag: int, count: int, size: int, colours: Sequence[str] = FLAGS) -> str:
    """A string of flags from edge to edge."""
    shapes = [line(f"M0 {top}Q{width / 2} {top + sag * 2} {width} {top}", "#33463F", 2)]
    for number in range(count):
        at = (number + 0.5) / count
        angle = math.degrees(math.atan(sag * 4 * (1 - 2 * at) / width))
        spot = f"translate({width * at:.1f} {top + sag * 4 * at * (1 - at):.1f}) rotate({angle:.1f})"
        flag = f"M{-size * 0.5:.1f} 0h{size}L0 {size * 1.05:.1f}z"
        shapes.append(f'<path transform="{spot}" d="{flag}" fill="{colours[number % len(colours)]}"/>')
    return "".join(shapes)


def truss(
    x: float, y: float, width: float, height: float, count: int, colour: str = "#fff", thick: float = 9
) -> str:
    """A Warren truss with its shadow: the triangle is what makes the bridge strong."""
    step = width / count
    frame = f"M{x} {y + height}H{x + width}M{x + step / 2} {y}H{x + width - step / 2}"
    zigzag = f"M{x} {y + height}"
    for number in range(count):
        zigzag += f"L{x + step * number + step / 2:.1f} {y}L{x + step * (number + 1):.1f} {y + height}"
    shadow = line(frame, "#000", thick, 0.16) + line(zigzag, "#000", thick, 0.16)
    return put(5, 7, 1, shadow) + line(zigzag, colour, thick) + line(frame, colour, thick)


def books(x: float, floor: float, stack: Sequence[tuple[float, float, str, float]]) -> str:
    """A stack from the floor up: width, height, colour, and how far each book was pushed aside."""
    shapes, y = [], floor
    for width, height, colour, aside in stack:
        y -= height
        left = x + aside - width / 2
        shapes.append(rect(left, y, width, height, colour, 3))
        shapes.append(rect(left + 5, y + height * 0.28, width * 0.16, height * 0.44, "#ffffffbf", 2))
    return "".join(shapes)


def tree(x: float, y: float, scale: float, leaves: str = BRICK, shade: str = "#C94E29") -> str:
    """A tree that stands with its foot at this place."""
    crown = [(0, -92, 40, leaves), (-28, -74, 26, leaves), (28, -72, 27, shade), (10, -112, 20, leaves)]
    shapes = [path("M-6 0l3-60h6l3 60z", "#6B4226"), *(circle(*ball) for ball in crown)]
    return put(x, y, scale, "".join(shapes))


def table(top: int, width: int = 800, height: int = 600) -> str:
    """A wooden table top that fills the bottom of the picture."""
    grain = (height - top) / 2
    return (
        rect(0, top, width, height - top, "url(#wood)")
        + rect(0, top, width, 10, "#F8DDB4")
        + line(f"M0 {top + grain:.0f}H{width}M0 {top + grain * 1.7:.0f}H{width}", "#C98F4D", 2, 0.35)
    )


def window(x: float, y: float, width: float, height: float) -> str:
    """A window with grass and two autumn trees behind it."""
    middle, low = x + width / 2, y + height - 32
    return (
        rect(x, y, width, height, "#fff", 10)
        + rect(x + 14, y + 14, width - 28, height - 28, "url(#sky)")
        + path(f"M{x + 14} {low}c50-26 {width - 150}-30 {width - 28}-6v24H{x + 14}z", "#9CCB9A")
        + tree(x + width - 60, low + 10, 0.7)
        + tree(x + 70, low + 12, 0.55, "#F2A33C", "#DB8526")
        + line(f"M{middle} {y + 14}v{height - 28}M{x + 14} {y + height / 2}h{width - 28}", "#fff", 9)
        + rect(x - 12, y + height - 8, width + 24, 14, "#F7F3E8", 5)
    )


def blackboard(x: float, y: float, width: float, height: float, chalk: str = "") -> str:
    """A board with whatever was drawn on it."""
    return (
        rect(x, y, width, height, "#C8935A", 8)
        + rect(x + 12, y + 12, width - 24, height - 24, "#1B5A4C", 4)
        + put(x + 12, y + 12, 1, chalk)
    )
