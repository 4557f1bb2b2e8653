"""Every page there is, on small and large screens, light, dark and in high contrast, from either side."""

import os
from pathlib import Path

import pytest
from django.urls import reverse

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
PHONE = {"width": 390, "height": 844}
STILL: dict[str, object] = {  # a colour halfway between two modes would be measured as if it were a choice
    "color_scheme": "light", "contrast": "no-preference", "reduced_motion": "reduce",
}  # fmt: skip
MODES: dict[str, list[dict[str, object]]] = {  # by language; all crossings with DRIEHOEK_ALL_MODES=1
    "nl": [{"size": PHONE}, {"size": {"width": 1280, "height": 900}, "contrast": "more"}],
    "ar": [{"size": {"width": 320, "height": 640}, "color_scheme": "dark"}],
}
if os.environ.get("DRIEHOEK_ALL_MODES"):
    SIZES = [{"width": 320, "height": 640}, PHONE, {"width": 1280, "height": 900}]
    LOOKS: list[dict[str, object]] = [{}, {"color_scheme": "dark"}, {"contrast": "more"}]
    MODES = dict.fromkeys(("nl", "ar"), [{"size": size} | look for size in SIZES for look in LOOKS])


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


def faults_in_all_modes(someone: Visitor, language: str) -> list[str]:
    found: set[str] = set()
    for mode in MODES[language]:
        look = {key: value for key, value in mode.items() if key != "size"}
        someone.page.set_viewport_size(mode["size"])
        someone.page.emulate_media(**(STILL | look))
        found |= {f"{name_of(mode)} {language}: {fault}" for fault in looks.faults(someone.page)}
    return sorted(found)


def name_of(mode: dict[str, object]) -> str:
    return " ".join(str(value["width"]) if isinstance(value, dict) else str(value) for value in mode.values())


@pytest.mark.parametrize("language", MODES)
def test_no_page_has_a_fault_in_any_mode(cast: Cast, visit: Visit, language: str) -> None:
    life, found = Life(cast), dict[str, None]()
    for reader, hat in READERS.items():
        person = None if reader == "visitor" else getattr(cast, reader)
        if person:
            person.speak(language)
        someone = visit(person, hat or None)
        for route in pages_of(reader):
            someone.open(reverse(route, args=arguments(route, life)))
            found |= {f"{route} {fault}": None for fault in faults_in_all_modes(someone, language)}
        someone.page.close()
    assert "\n".join(found) == ""
