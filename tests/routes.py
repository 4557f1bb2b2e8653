"""Every URL of the portal by name, found by walking the resolver."""

from collections.abc import Iterator

from django.urls import URLPattern, URLResolver, get_resolver


def routes() -> list[str]:
    return sorted(names(get_resolver().url_patterns, ""))


def names(patterns: list[URLPattern | URLResolver], space: str) -> Iterator[str]:
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            deeper = f"{space}{pattern.namespace}:" if pattern.namespace else space
            yield from names(pattern.url_patterns, deeper)
        else:
            assert pattern.name, f"{pattern.pattern} has no name"
            yield space + pattern.name
