# ruff: noqa: E501  (a path is one line)
"""Faces: a head and shoulders in a box of 100 by 110, for the cast and for everybody else."""

import tomllib
import zlib
from dataclasses import dataclass, replace
from pathlib import Path

from demo.drawings.hair import BEHIND, FRONT, HAIR
from demo.drawings.kit import SKIN, picture, put, rect


@dataclass(frozen=True)
class Looks:
    """How somebody looks. Extras are words: bril, baard, pet, oorbel."""

    skin: str
    hair: str
    style: str
    shirt: str
    mood: str = "blij"
    extra: str = ""
    wall: str = "#DCEDE4"


SAID = tomllib.loads((Path(__file__).parent / "looks.toml").read_text(encoding="utf-8"))
CAST = {key: Looks(*words) for key, words in SAID.items()}
SHIRTS = ("#14564A", "#E8643C", "#FFC83D", "#2D6CA8", "#7A4A8C", "#2F7F8C", "#B23A6B", "#B23A12")
WALLS = ("#BFE0D1", "#FFE3A0", "#F9CDBB", "#E4EEDF", "#CDE5DA", "#FFE9B8", "#D9E6DC", "#FBD8C8")
GIRLS, BOYS = ("lang", "vlechten", "bob", "bolletjes", "knot", "krul"), ("kort", "stekel", "fade", "krul")
FAIR, DARK = ("blond", "bruin", "kastanje", "rood"), ("zwart", "donker")


def looks_of(key: str, family: str = "") -> Looks:
    """The cast as drawn; anybody else by a fixed dice, with brothers and sisters alike."""
    if key in CAST:
        return CAST[key]
    own, kin = zlib.crc32(key.encode()), zlib.crc32(family.encode())
    skin = "aaabbccde"[kin % 9]
    hair = (FAIR if skin == "a" else DARK)[kin // 9 % 2 + (2 if skin == "a" and kin % 2 else 0)]
    styles = GIRLS if own % 2 else BOYS
    return Looks(
        skin,
        hair,
        styles[own // 2 % len(styles)],
        SHIRTS[own // 16 % len(SHIRTS)],
        "lach" if own // 128 % 3 == 0 else "blij",
        "bril" if own // 512 % 6 == 0 else "",
        WALLS[own // 4096 % len(WALLS)],
    )


def portrait(key: str, family: str = "") -> str:
    """A square drawing of one face."""
    looks = looks_of(key, family)
    return picture(100, 100, [rect(0, 0, 100, 100, looks.wall), put(0, 4, 1, head(looks))])


def person(key: str, *, look: int = 0, mood: str = "", shirt: str = "", extra: str = "") -> str:
    """Somebody of the cast inside a scene, looking aside by so many points."""
    looks = looks_of(key)
    looks = replace(looks, mood=mood or looks.mood, shirt=shirt or looks.shirt, extra=extra or looks.extra)
    return head(looks, look)


def head(looks: Looks, look: int = 0) -> str:
    """Head and shoulders, from back to front."""
    skin, shade = SKIN[looks.skin]
    hair = HAIR.get(looks.hair, looks.hair)
    parts = [BEHIND.get(looks.style, "").replace("HAIR", hair), shoulders(looks.shirt)]
    if looks.style != "hijab":
        parts.append(neck_and_ears(shade))
    parts.append(
        f'<path d="M27 44c0-14 10-23 23-23s23 9 23 23v6c0 14-10 23-23 23S27 64 27 50z" fill="{skin}"/>'
    )
    parts += [expression(looks.mood, look), cheeks(look), FRONT[looks.style].replace("HAIR", hair)]
    parts += [draw.replace("HAIR", hair) for word, draw in EXTRAS.items() if word in looks.extra]
    return "".join(parts)


def shoulders(shirt: str) -> str:
    return f'<path d="M12 112c0-20 12-31 27-33h22c15 2 27 13 27 33z" fill="{shirt}"/>'


def neck_and_ears(shade: str) -> str:
    ears = f'<circle cx="26.5" cy="50" r="5.5" fill="{shade}"/><circle cx="73.5" cy="50" r="5.5" fill="{shade}"/>'
    return f'<path d="M42 64h16v15c0 5-3.5 8-8 8s-8-3-8-8z" fill="{shade}"/>{ears}'


def expression(mood: str, look: int) -> str:
    """Eyes and mouth: lach laughs, blij smiles, oo is amazed, anything else thinks."""
    if mood == "lach":
        eyes = f'<path d="M{37 + look} 50q4-5 8 0M{55 + look} 50q4-5 8 0" {STROKE}/>'
        mouth = f'<path d="M{40 + look} 58h20q-1 10-10 10t-10-10z" fill="#7c2620"/>'
        return eyes + mouth + f'<path d="M{42 + look} 58h16v3H{42 + look}z" fill="#fff"/>'
    eyes = "".join(f'<circle cx="{x + look}" cy="49" r="2.9" fill="#241a17"/>' for x in (41, 59))
    mouths = {
        "blij": f'<path d="M{42 + look} 59q8 7 16 0" {STROKE}/>',
        "oo": f'<ellipse cx="{50 + look}" cy="62" rx="4" ry="5" fill="#7c2620"/>',
    }
    return eyes + mouths.get(mood, f'<path d="M{43 + look} 60h14" {STROKE}/>')


def cheeks(look: int) -> str:
    return "".join(
        f'<circle cx="{x + look}" cy="57" r="4.5" fill="#E8643C" opacity=".22"/>' for x in (34, 66)
    )


STROKE = 'stroke="#241a17" stroke-width="2.6" stroke-linecap="round" fill="none"'
EXTRAS = {
    "bril": '<g fill="none" stroke="#241a17" stroke-width="2.2"><circle cx="40.5" cy="49" r="7.5"/><circle cx="59.5" cy="49" r="7.5"/><path d="M48 49h4"/></g>',
    "baard": '<path d="M28 50c0 3 2 5 4 6 4-1 10-2 18-2s14 1 18 2c2-1 4-3 4-6v4c0 14-9 22-22 22s-22-8-22-22zM42 60q8 6 16 0-8-2-16 0z" fill="HAIR" fill-rule="evenodd"/>',
    "pet": '<path d="M25 36c0-14 11-21 25-21s25 7 25 21c-16-5-34-5-50 0z" fill="#E8643C"/><path d="M60 32c10 0 20 2 26 7-8 2-20 2-28-1z" fill="#C94E29"/>',
    "oorbel": '<circle cx="26" cy="57" r="2" fill="#FFC83D"/><circle cx="74" cy="57" r="2" fill="#FFC83D"/>',
    "koptelefoon": '<path d="M24 48c0-20 12-32 26-32s26 12 26 32" fill="none" stroke="#10231D" stroke-width="4"/><rect x="18" y="44" width="11" height="18" rx="5" fill="#E8643C"/><rect x="71" y="44" width="11" height="18" rx="5" fill="#E8643C"/>',
    "veilig": '<rect x="30" y="42" width="40" height="14" rx="6" fill="#BFE3F0" fill-opacity=".75" stroke="#33463F" stroke-width="2.2"/>',
    "muts": '<path d="M24 40c-2-18 10-28 26-28s28 10 26 28z" fill="#fff"/><rect x="22" y="34" width="56" height="10" rx="4" fill="#F4F1E6"/>',
}
