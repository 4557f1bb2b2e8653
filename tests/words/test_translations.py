"""Whoever reads the portal in her own language reads all of it in that language."""

import re
from pathlib import Path

import polib
import pytest
from django.conf import settings
from django.template.base import Lexer

from tests.words.sources import ROOT, in_code, marked_texts, texts_of

LANGUAGES = [code for code, _name in settings.LANGUAGES if code != settings.LANGUAGE_CODE]
PLACES = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}")


def catalogue(language: str) -> polib.POFile:
    return polib.pofile(str(ROOT / "locale" / language / "LC_MESSAGES" / "django.po"))


def translations(entry: polib.POEntry) -> list[str]:
    return list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_has_been_translated(language: str) -> None:
    known = {entry.msgid for entry in catalogue(language) if not entry.obsolete}
    new = {text: path.name for text, path in marked_texts().items() if text and text not in known}
    assert not new, f"{language}: {new}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_translation_is_empty_or_a_guess(language: str) -> None:
    entries = [entry for entry in catalogue(language) if not entry.obsolete]
    assert not [entry.msgid for entry in entries if entry.fuzzy or not all(translations(entry))]


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_filled_in_stays_in_its_translation(language: str) -> None:
    wrong = [
        (entry.msgid, text)
        for entry in catalogue(language)
        if not entry.msgid_plural
        for text in translations(entry)
        if sorted(PLACES.findall(entry.msgid)) != sorted(PLACES.findall(text))
    ]
    assert not wrong


def test_the_search_for_texts_finds_them_in_code_and_in_pages(tmp_path: Path) -> None:
    assert list(in_code('x = _("Dag") + pgettext("kop", "Weg") + other("niet")')) == ["Dag", "Weg"]
    page = tmp_path / "page.html"
    page.write_text(
        '{% load i18n %}{% translate "Vandaag" %}{% include "a.html" with title=_("Hallo") %}'
        "{% blocktranslate trimmed %}Kijk\n maar{% endblocktranslate %}",
        encoding="utf-8",
    )
    assert set(texts_of(page)) == {"Vandaag", "Hallo", "Kijk maar"}
    assert Lexer("").tokenize() == [] and len(marked_texts()) > 500


@pytest.mark.parametrize("language", LANGUAGES)
def test_two_meanings_of_one_dutch_word_are_two_texts(language: str) -> None:
    """What a table of an import counts is not the word of a button, nor the last one in a list of reasons."""
    said = {entry.msgid: entry.msgstr for entry in catalogue(language)}
    for one, other in [("Anders", "Veranderd"), ("Weg", "Niet meer")]:
        assert said[one] != said[other]
    for shared in ("Anders", "Weg"):
        assert not [path for path in ROOT.rglob("_counts.html") if shared in set(texts_of(path))]
