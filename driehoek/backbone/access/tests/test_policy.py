"""One page says who may do what: its sections are all taken up, each line once, and nobody asks a section."""

import pkgutil
import re
from importlib import import_module
from pathlib import Path

import pytest

from driehoek.backbone.access import sections
from driehoek.backbone.access.policy import POLICY, taken_up
from driehoek.backbone.access.rules.rule import Rule, mine

HERE = Path(__file__).parents[1]
SECTION = re.compile(r"access(?:\.| import )sections")


def test_every_line_of_every_section_is_on_the_page() -> None:
    found: dict[str, Rule] = {}
    for module in pkgutil.iter_modules(sections.__path__):
        found |= getattr(import_module(f"{sections.__name__}.{module.name}"), module.name.upper())
    assert found == POLICY


def test_a_line_that_stands_twice_is_refused() -> None:
    line = "entry.device.see"
    assert taken_up({line: mine}) == {line: mine}
    with pytest.raises(ValueError, match=line):
        taken_up({line: mine}, {line: POLICY["feed.post.see"]})


def test_only_the_page_asks_a_section() -> None:
    askers = {
        source.relative_to(HERE.parent).as_posix()
        for source in HERE.parents[1].rglob("*.py")
        if SECTION.search(source.read_text()) and "tests" not in source.parts
    }
    assert askers == {"access/policy.py"}
