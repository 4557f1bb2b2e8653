"""One colour of a school in, a safe set out: the hue stays, the lightness moves until all text is AAA."""

from driehoek.base.shell.colour import contrast, to_hex, to_lch

DEFAULT_COLOUR = "#125246"  # the blackboard: what a page has without a school of its own
ENOUGH = 7.05  # AAA is 7; a little room for rounding
WHITE, DEEP = "#FFFFFF", "#06231B"  # text on the school's colour by day and by night: tokens.css

Colours = dict[str, str]


def school_theme(colour: str) -> dict[str, Colours]:
    """The custom properties that differ from tokens.css, for "light" and "dark". Takes any #RRGGBB."""
    return {"light": _light(colour), "dark": _dark(colour)}


def theme_css(colour: str) -> str:
    """The stylesheet of one school."""
    theme = school_theme(colour)
    light, dark = (";".join(f"--{name}:{value}" for name, value in theme[mode].items()) for mode in theme)
    return (
        f":root{{{light}}}\n"
        f"@media screen{{:root[data-theme=dark]{{{dark}}}}}\n"
        f"@media screen and (prefers-color-scheme:dark){{:root:not([data-theme]){{{dark}}}}}\n"
    )


def _light(colour: str) -> Colours:
    lightness, chroma, hue = to_lch(colour)
    chroma = min(chroma, 0.11)
    tint = to_hex(0.925, min(chroma, 0.03), hue)
    lightness = min(lightness, 0.45)
    while contrast(to_hex(lightness, chroma, hue), tint) < ENOUGH:
        lightness -= 0.005
    school = to_hex(lightness, chroma, hue)
    found = to_lch(school)[0]
    return {
        "school": school,
        "school-strong": to_hex(found - 0.07, chroma, hue),
        "school-tint": tint,
        "on-school": WHITE,
        "board": school,
        "board-2": to_hex(found - 0.045, chroma, hue),
    }


def _dark(colour: str) -> Colours:
    _, chroma, hue = to_lch(colour)
    tint = to_hex(0.335, min(chroma, 0.045), hue)
    lightness = 0.86
    while contrast(to_hex(lightness, min(chroma, 0.09), hue), tint) < ENOUGH:
        lightness += 0.005
    return {
        "school": to_hex(lightness, min(chroma, 0.09), hue),
        "school-strong": to_hex(min(0.94, lightness + 0.06), min(chroma, 0.06), hue),
        "school-tint": tint,
        "on-school": DEEP,
        "board": to_hex(0.31, min(chroma, 0.06), hue),
        "board-2": to_hex(0.275, min(chroma, 0.055), hue),
    }
