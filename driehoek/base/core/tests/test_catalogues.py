"""Translations become usable without a system package."""

import gettext
from pathlib import Path

from driehoek.base.core.catalogues import compile_catalogues

SOURCE = """
msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\n"

msgid "Vandaag"
msgstr "Bugün"
"""


def test_what_people_edit_becomes_what_pages_read_and_only_when_it_changed(tmp_path: Path) -> None:
    folder = tmp_path / "tr" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "django.po").write_text(SOURCE, encoding="utf-8")
    assert [path.name for path in compile_catalogues(tmp_path)] == ["django.mo"]
    assert gettext.translation("django", tmp_path, ["tr"]).gettext("Vandaag") == "Bugün"
    assert compile_catalogues(tmp_path) == []
