"""Every URL of the portal by name, found by walking the resolver."""

from collections.abc import Iterator
from typing import Any  # whatever answers there

from django.urls import URLPattern, URLResolver, get_resolver


def routes() -> list[str]:
    return sorted(views())


def views() -> dict[str, Any]:
    """By name of the route: what answers there."""
    return dict(_named(get_resolver().url_patterns, ""))


def _named(patterns: list[URLPattern | URLResolver], space: str) -> Iterator[tuple[str, Any]]:
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            deeper = f"{space}{pattern.namespace}:" if pattern.namespace else space
            yield from _named(pattern.url_patterns, deeper)
        else:
            assert pattern.name, f"{pattern.pattern} has no name"
            yield space + pattern.name, pattern.callback
