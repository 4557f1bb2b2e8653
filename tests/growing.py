"""Which lists of a page became longer between two looks at it, counted where its templates loop."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple  # whatever a template loops along

import pytest
from django.template.defaulttags import ForNode
from django.test import Client
from django.test.signals import template_rendered

from tests import looping

NOT_GROWN = Path(__file__).with_name(
    "not_grown.txt"
)  # a page, and its lists that some test leaves as they are


class Look(NamedTuple):
    size: int  # bytes
    rows: Counter[str]  # along what it looped, and how many rows that were
    pages: set[str]  # the templates that are pages


def look(browser: Client, url: str) -> Look:
    with counted() as (rows, shown):
        size = len(browser.get(url).content)
    return Look(size, rows, shown & _pages())


def not_grown(few: Look, many: Look) -> dict[str, set[str]]:
    """By page: the lists that are no longer than they were, and are not named."""
    found = {
        page: {along for along in looping.loops(page) if many.rows[along] <= few.rows[along]}
        for page in many.pages
    }
    return {page: left for page, lists in found.items() if (left := lists - named().get(page, set()))}


@cache
def named() -> dict[str, set[str]]:
    lines = (line.split(" | ") for line in NOT_GROWN.read_text(encoding="utf-8").splitlines())
    return {page: set(lists) for page, *lists in lines}


@contextmanager
def counted() -> Iterator[tuple[Counter[str], set[str]]]:
    """The rows by the name of their list, and the templates, of what is shown meanwhile."""
    rows, names, render = Counter[str](), set[str](), ForNode.render

    def counting(node: ForNode, context: Any) -> Any:
        found = node.sequence.resolve(context, ignore_failures=True)
        if hasattr(found, "__len__"):  # what can be gone through once is left to the page
            rows[looping.LOOP.findall("{% " + node.token.contents)[0]] += len(found)
        return render(node, context)

    def note(sender: object, template: Any, **_more: object) -> None:
        names.add(template.name)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ForNode, "render", counting)
        template_rendered.connect(note)
        try:
            yield rows, names
        finally:
            template_rendered.disconnect(note)


@cache
def _pages() -> frozenset[str]:
    return frozenset(looping.pages())
