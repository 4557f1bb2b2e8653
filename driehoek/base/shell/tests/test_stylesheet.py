"""One small stylesheet, in order, for every direction of reading."""

import gzip
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from django.apps import apps
from django.contrib.staticfiles import finders

from driehoek.base.shell.stylesheet import (
    APART,
    LAST,
    NAME,
    PAPER,
    RARE,
    SHEETS,
    SOURCES,
    apart,
    paper,
    sheets,
    stylesheet,
)

STATIC = SOURCES.parent
TEMPLATES = {
    str(path).rpartition("/templates/")[2]: path.read_text("utf-8")
    for path in SOURCES.parents[4].rglob("templates/**/*.html")
}
LATIN = ("atkinson-hyperlegible-next-latin-wght", "familjen-grotesk-latin-wght")


def test_the_browser_gets_every_sheet_once_in_order() -> None:
    ours = [path for path in sheets() if SOURCES in path.parents]
    rare = [SOURCES / f"{sheet}.css" for sheet in RARE]
    assert sorted(ours + rare) == sorted(SOURCES.rglob("*.css"))
    assert ours[0].name == "tokens.css" and len(ours) == len(SHEETS + LAST)


def test_the_look_of_an_app_comes_after_the_components_and_before_the_modes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "styles.css").write_text(".kite { color: var(--ink); }")
    monkeypatch.setattr(apps.get_app_config("shell"), "path", str(tmp_path))
    text = stylesheet()
    places = [text.index(what) for what in (".table-card", ".kite", ".sprite", "@media (forced-colors")]
    assert places == sorted(places)


@pytest.mark.parametrize(("name", "text"), [(NAME, stylesheet), (APART, apart), (PAPER, paper)])
def test_runserver_and_collectstatic_find_the_same_file(name: str, text: Callable[[], str]) -> None:
    found = finders.find(name)
    listed = [
        storage.path(path) for f in finders.get_finders() for path, storage in f.list([]) if path == name
    ]
    assert listed == [found]
    assert Path(found).read_text() == text()


def test_another_name_is_not_ours() -> None:
    assert finders.find("shell/driehoek.txt") is None


def test_every_font_it_asks_for_is_there() -> None:
    asked = re.findall(r"url\((.*?)\)", stylesheet())
    assert asked and all((STATIC / path).is_file() for path in asked)
    assert all(path.startswith("fonts/") for path in asked)


def test_it_asks_nothing_of_another_host() -> None:
    text = stylesheet() + apart()
    assert "//" not in text and "@import" not in text


def test_our_sheets_name_no_variable_that_does_not_exist() -> None:
    text = "".join(path.read_text() for path in SOURCES.rglob("*.css"))
    asked = set(re.findall(r"var\(--([a-z0-9-]+)\)", text))
    assert asked <= set(re.findall(r"--([a-z0-9-]+):", text))


def test_no_field_begins_on_the_left_of_a_page_that_begins_on_the_right() -> None:
    fields = re.compile(r"<(?:textarea|input)[^>]*dir=.auto")
    assert fields.search(
        '<textarea rows="2" dir="auto">'
    ) and "unicode-bidi:plaintext" in stylesheet().replace(" ", "")
    assert [name for name, text in TEMPLATES.items() if fields.search(text)] == []


def test_older_family_phones_understand_it() -> None:
    assert not re.search(r"@layer|@container|:has\(|color-mix|&", stylesheet() + apart() + paper())


def test_it_stays_light() -> None:
    assert len(gzip.compress(stylesheet().encode())) <= 14 * 1024
    assert len(gzip.compress(apart().encode())) <= 6 * 1024
    scripts = b"".join(file.read_bytes() for file in (STATIC / "js").rglob("*.js"))
    assert len(gzip.compress(scripts)) <= 20 * 1024
    assert sum((STATIC / "fonts" / f"{name}-normal.woff2").stat().st_size for name in LATIN) <= 55 * 1024


def classes_of(name: str, seen: set[str]) -> set[str]:
    """Those that stand in a template, and in what it is built from."""
    if name in seen or name not in TEMPLATES:
        return set()
    seen.add(name)
    text = TEMPLATES[name]
    built_from = re.findall(r'{% (?:extends|include|still) "([^"]+)"', text)
    written = re.findall(r'class="([^"]*)"', re.sub(r"{%.*?%}|{{.*?}}", " ", text))
    return set(" ".join(written).split()).union(*(classes_of(one, seen) for one in built_from))


def test_a_page_with_a_look_from_the_sheet_apart_asks_for_it() -> None:
    named = re.compile(r"\.([a-z][\w-]*)")
    only_apart = set(named.findall(apart())) - set(named.findall(stylesheet()))
    pages = {name for name, text in TEMPLATES.items() if "{% extends" in text}
    wanting = {page for page in pages if classes_of(page, set()) & only_apart}
    asking = {name for name, text in TEMPLATES.items() if '"shell/_apart.html"' in text}
    assert wanting == asking and len(asking) > 20


def test_every_font_comes_with_its_licence() -> None:
    for font in (STATIC / "fonts").glob("*.woff2"):
        family = re.split(r"-latin|-arabic-arabic|-cyrillic", font.stem)[0]
        assert "SIL OPEN FONT LICENSE" in (STATIC / "fonts" / f"OFL-{family}.txt").read_text()
