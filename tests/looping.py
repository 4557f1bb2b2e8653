"""Which pages show rows: found by reading which templates a view names, and along what those loop."""

import inspect
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from types import CodeType
from typing import Any  # whatever answers at an address

from django.template.loader import get_template

from tests.routes import views

LOOP = re.compile(r"{% for [\w, ]+ in ([^ %]+)")
PART = re.compile(r"{% (?!extends )[^%]*?\"([\w/]+\.html)\"")
OF_A_FORM = re.compile(r"(\w*form|field|.*\.(errors|\w+_fields|non_field_errors))$")
OF_ONE_TEXT = {"told.values", "attachments", "attached.rows", "photo.sources", "level.hard_words"}


def pages() -> dict[str, set[str]]:
    """By template of a page that loops along rows: the routes that may show it."""
    found = defaultdict[str, set[str]](set)
    for route, view in views().items():
        for name in shown_by(view):
            found[name].add(route)
    return {name: routes for name, routes in found.items() if loops(name)}


def loops(name: str) -> set[str]:
    """Along what a template loops, itself and in its parts; but for the few fields of a form, and what hangs
    on one text or one photo."""
    return {along for along in _loops(name, set()) if not OF_A_FORM.match(along)} - OF_ONE_TEXT


def shown_by(view: Any) -> set[str]:
    """The templates that stand in its code, and in what of ours it hands the request on to."""
    if kind := getattr(view, "view_class", None):
        return {view.view_initkwargs.get("template_name", getattr(kind, "template_name", None))} - {None}
    return set(_named_in(view, set()))


def _named_in(view: Any, seen: set[Any]) -> Iterator[str]:
    view = inspect.unwrap(view)
    if view in seen:
        return
    seen.add(view)
    for code in _codes(view.__code__):
        known = [view.__globals__.get(name) for name in code.co_names]
        words = [word for word in (*code.co_consts, *known) if isinstance(word, str)]
        yield from (word for word in words if word.endswith(".html"))
        for other in known:
            if inspect.isfunction(other) and _takes_requests(other):
                yield from _named_in(other, seen)


def _takes_requests(function: Any) -> bool:
    told = inspect.unwrap(function)
    return told.__module__.startswith("driehoek.") and "request" in told.__code__.co_varnames[:1]


def _codes(code: CodeType) -> Iterator[CodeType]:
    yield code
    for inner in code.co_consts:
        if isinstance(inner, CodeType):
            yield from _codes(inner)


def _loops(name: str, seen: set[str]) -> Iterator[str]:
    if name in seen:
        return
    seen.add(name)
    yield from LOOP.findall(source(name))
    for part in PART.findall(source(name)):
        yield from _loops(part, seen)


def source(name: str) -> str:
    return Path(get_template(name).template.origin.name).read_text(encoding="utf-8")
