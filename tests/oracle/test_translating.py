"""A translation is read by exactly those who may read the text: the memory is no side door."""

import pytest

from driehoek.backbone.access import prepared
from driehoek.backbone.access.policy import POLICY
from driehoek.backbone.access.rules.rule import Rule
from driehoek.backbone.translation.models import Helper
from driehoek.facts.people.models import Person
from tests.cast import NOW
from tests.oracle.extract import world_now
from tests.oracle.life import Life
from tests.oracle.sweep import Reader
from tests.oracle.test_controls import EVERY_ROW
from tests.oracle.translating import translate

PAGES = {
    "home:today", "feed:post", "feed:mine", "children:detail", "children:group", "children:timeline",
    "languages:translations", "languages:translation", "feed:shared_question", "dayreports:child",
    "conversations:conversation", "conversations:inbox", "search:search", "introductions:class",
    "paper:group",
}  # fmt: skip
READERS = [
    ("naima", "home"), ("rachid", "home"), ("murat", "home"), ("jeroen", "home"),
    ("yusuf", "home"), ("anouk", "school"), ("joris", "school"),
]  # fmt: skip


def reader_in(language: str, life: Life, key: str, hat: str) -> Reader:
    person = getattr(life.cast, key)
    Person.objects.filter(pk=person.pk).update(language=language)
    return Reader(life, person, hat).read_everything(PAGES.__contains__)


def into_arabic(life: Life) -> None:
    """Everything, and somebody who helps with it."""
    translate(life)
    Helper.ask(life.cast.vlieger, life.cast.murat, "ar", by=life.cast.marja, at=NOW)


@pytest.mark.slow
@pytest.mark.parametrize(("key", "hat"), READERS)
def test_she_reads_a_translation_exactly_where_she_reads_the_text(life: Life, key: str, hat: str) -> None:
    into_arabic(life)
    reader, world = reader_in("ar", life, key, hat), world_now()
    assert reader.leaks(world) == [] and reader.misses(world) == []


OPENED = {
    "the day of another child": (("dayreports.dayreport",), "day jayden"),
    "the line of another home": (
        ("conversations.conversation", "conversations.message"), "message Rachid asks"
    ),
    "a question without a yes": (("feed.sharedquestion",), "question not answered yet"),
}  # fmt: skip


@pytest.mark.slow
@pytest.mark.once
@pytest.mark.parametrize("name", OPENED)
def test_the_sweep_sees_a_translation_of_what_she_may_not_read(
    life: Life, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    opened, leaked = OPENED[name]
    translate(life)
    prepared.forget()
    for label in opened:
        monkeypatch.setitem(POLICY, f"{label}.see", Rule(lambda me: EVERY_ROW))
    leaks = reader_in("ar", life, "naima", "home").leaks(world_now())
    assert any(leak.startswith(f"{leaked} at ") for leak in leaks)


@pytest.mark.slow
@pytest.mark.once
def test_the_sweep_sees_a_helper_who_gets_to_a_private_line(
    life: Life, monkeypatch: pytest.MonkeyPatch
) -> None:
    into_arabic(life)
    assert reader_in("ar", life, "murat", "home").leaks(world_now()) == []
    prepared.forget()
    for act in ("see", "translate"):
        monkeypatch.setitem(POLICY, f"feed.comment.{act}", Rule(lambda me: EVERY_ROW))
    leaks = reader_in("ar", life, "murat", "home").leaks(world_now())
    assert any("Naima to school" in leak for leak in leaks)
