"""Every page there is, on small and large screens, light, dark and in high contrast, from either side."""

import os
import re
from pathlib import Path
from typing import Any  # what a browser is told
from zlib import crc32

import pytest
from django.urls import reverse
from playwright.sync_api import Route

from tests.cast import Cast
from tests.journeys import looks
from tests.journeys.conftest import Visit
from tests.journeys.visitor import Visitor
from tests.oracle.life import Life
from tests.samples import arguments

pytestmark = pytest.mark.django_db(transaction=True)
TABLE = Path(__file__).parents[2] / "docs" / "access-matrix.md"
READERS = {"naima": "home", "dewi": "home", "anouk": "school", "marja": "school", "visitor": ""}
NO_PAGES = {
    "shell:manifest", "shell:service_worker", "shell:theme", "demo:drawing", "media:photo",
    "media:attachment", "media:attachment_picture", "speech:sound", "speech:sound_part",
    "speech:explanation", "absences:export_file",
    "alerts:progress", "portfolio:progress",  # parts of a page
    "newsletters:calendar", "talks:calendar", "demo:identity_document", "demo:identity_keys",
}  # fmt: skip
STILL: dict[str, object] = {  # a colour halfway between two modes would be measured as if it were a choice
    "color_scheme": "light", "contrast": "no-preference", "reduced_motion": "reduce",
}  # fmt: skip
Mode = dict[str, Any]
SIZES = ({"width": 320, "height": 640}, {"width": 390, "height": 844}, {"width": 1280, "height": 900})
LOOKS: tuple[Mode, ...] = ({}, {"color_scheme": "dark"}, {"contrast": "more"})
LANGUAGES = ("nl", "ar")  # from either side


def modes_of(route: str, language: str) -> list[Mode]:
    """Of the 18 crossings three for each page: each size, each look and each side once, and which of them go
    together is another thing for the next page, so that all 18 are met. All of them for each page with
    DRIEHOEK_ALL_MODES=1, which takes six times as long."""
    if os.environ.get("DRIEHOEK_ALL_MODES"):
        return [{"size": size} | look for size in SIZES for look in LOOKS]
    drawn = crc32(route.encode())
    turn, alone, first = drawn % 3, drawn // 3 % 3, drawn // 9 % 2
    return [
        {"size": size} | LOOKS[(place + turn) % 3]
        for place, size in enumerate(SIZES)
        if (place == alone) == (language == LANGUAGES[first])
    ]


def pages_of(reader: str) -> list[str]:
    """The routes that the published table opens to her and to nobody before her in READERS."""
    rows = [
        line.strip("| \n").split(" | ") for line in TABLE.read_text().splitlines() if line.startswith("|")
    ]
    columns = {name: number for number, name in enumerate(rows[0])}
    return [
        row[0]
        for row in rows[2:]
        if row[0] not in NO_PAGES and reader == next(iter(openers(row, columns)), None)
    ]


def openers(row: list[str], columns: dict[str, int]) -> list[str]:
    return [name for name in READERS if name in columns and row[columns[name]].startswith("200/")]


def faults_in(modes: list[Mode], someone: Visitor, language: str) -> list[str]:
    found: set[str] = set()
    for mode in modes:
        look = {key: value for key, value in mode.items() if key != "size"}
        someone.page.set_viewport_size(mode["size"])
        someone.page.emulate_media(**(STILL | look))
        found |= {f"{name_of(mode)} {language}: {fault}" for fault in looks.faults(someone.page)}
    return sorted(found)


def name_of(mode: Mode) -> str:
    return " ".join(str(value["width"]) if isinstance(value, dict) else str(value) for value in mode.values())


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_has_a_fault_in_any_mode(cast: Cast, visit: Visit, language: str) -> None:
    life, found = Life(cast), dict[str, None]()
    for reader, hat in READERS.items():
        person = None if reader == "visitor" else getattr(cast, reader)
        if person:
            person.speak(language)
        someone = visit(person, hat or None)
        for route in pages_of(reader):
            someone.open(reverse(route, args=arguments(route, life)))
            faults = faults_in(modes_of(route, language), someone, language)
            found |= {f"{route} {fault}": None for fault in faults}
        someone.page.close()
    assert "\n".join(found) == ""


def test_every_page_meets_each_size_look_and_side_and_all_together_meet_every_crossing() -> None:
    crossings = set()
    for route in [route for reader in READERS for route in pages_of(reader)]:
        met = [
            (language, *name_of(mode).split()) for language in LANGUAGES for mode in modes_of(route, language)
        ]
        sizes, looks = {str(size["width"]) for size in SIZES}, {(), ("dark",), ("more",)}
        assert {language for language, *_rest in met} == set(LANGUAGES)
        assert {one[1] for one in met} == sizes and {one[2:] for one in met} == looks
        crossings |= set(met)
    assert len(crossings) == len(LANGUAGES) * len(SIZES) * len(LOOKS)


def test_no_page_has_a_fault_when_no_script_comes(cast: Cast, visit: Visit) -> None:
    """On the smallest screen. A browser without scripts would not measure either: so they come empty."""
    life, found, came = Life(cast), dict[str, None](), list[str]()
    for reader, hat in READERS.items():
        person = None if reader == "visitor" else getattr(cast, reader)
        someone = visit(person, hat or None, width=SIZES[0]["width"], reduced_motion="reduce")
        someone.page.context.route(re.compile(r"\.js(\?|$)"), lambda route: _empty(route, came))
        for route in pages_of(reader):
            someone.open(reverse(route, args=arguments(route, life)))
            found |= {f"{route} {fault}": None for fault in looks.faults(someone.page)}
        someone.page.close()
    assert "\n".join(found) == "" and came


def _empty(route: Route, came: list[str]) -> None:
    came.append(route.request.url)
    route.fulfill(body="", content_type="text/javascript")
