"""What our own pages say aloud: to everyone, in her language, without a name in it."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings as django_settings
from django.test import Client
from django.urls import reverse
from django.utils import translation
from pytest_django.fixtures import Settings

from driehoek.backbone.speech.explaining import EXPLAINED, explanation_of
from driehoek.features.absences.reporting import note_missing
from tests.cast import NOW, TODAY, Cast
from tests.words.sources import ROOT, paths, texts_of

PLAYER = re.compile(r'<audio controls preload="none" src="([^"]+)"')
AT_HOME = [
    "absences:report", "absences:leaves", "absences:leave_request", "absences:pickups", "corrections:own",
    "languages:interpreter", "conversations:ask", "stories:begin", "questions:list", "questions:ask",
    "introductions:own",
]  # fmt: skip


@pytest.fixture(autouse=True)
def cupboard(settings: Settings, tmp_path: Path) -> Iterator[Path]:
    settings.MEDIA_ROOT = tmp_path
    yield tmp_path


def heard(client: Client, address: str) -> str:
    """The kind of sound behind the one player on that page."""
    (sound,) = PLAYER.findall(client.get(address).text)
    return str(client.get(sound.replace("&amp;", "&"))["Content-Type"])


@pytest.mark.parametrize("page", AT_HOME)
def test_a_guardian_hears_the_pages_that_ask_something_of_her(cast: Cast, page: str) -> None:
    assert heard(cast.sign_in(cast.naima), reverse(page)) == "audio/mp4"


def test_who_is_asked_why_a_child_is_missing_hears_the_question(cast: Cast) -> None:
    note_missing(cast.yusuf, cast.vlieger, by=cast.anouk, at=NOW, day=TODAY)
    assert heard(cast.sign_in(cast.naima), "/") == "audio/mp4"


@pytest.mark.parametrize("page", ["entry:signin", "entry:code_form"])
@pytest.mark.django_db
def test_a_visitor_without_a_name_hears_how_to_come_in(page: str) -> None:
    assert heard(Client(), reverse(page)) == "audio/mp4"


def test_only_what_our_pages_say_is_heard_without_a_name() -> None:
    assert Client().get("/geluid/entry:devices/").status_code == 404
    assert Client().get("/geluid/no:such/").status_code == 404


@pytest.mark.parametrize("language", [code for code, _name in django_settings.LANGUAGES])
def test_it_is_said_in_the_language_that_is_asked(language: str) -> None:
    said = explanation_of("entry:welcome", language)
    with translation.override(language):
        assert said and said.language == language and translation.gettext("Kies je taal") in said.text


def unsaid(sentences: set[str]) -> set[str]:
    """Those that stand on no page and in no form."""
    shown = {text for path in paths() if path.name != "explained.py" for text in texts_of(path)}
    return sentences - shown


def test_what_is_said_stands_on_a_page_too() -> None:
    with translation.override("nl"):
        said = {str(sentence) for sentences in EXPLAINED.values() for sentence in sentences}
    assert unsaid(said) == set() and len(said) > 60
    assert unsaid(said | {"Dit zegt niemand."}) == {"Dit zegt niemand."}  # it does notice


def test_every_page_that_asks_to_be_explained_is() -> None:
    named = re.compile(r'{% explain(?: "([a-z:_]+)")? %}')
    asked = {name for path in ROOT.rglob("*.html") for name in named.findall(path.read_text("utf-8"))}
    assert asked - {""} <= EXPLAINED.keys() and len(asked) > 8
