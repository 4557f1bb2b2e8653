"""Which import may point where: five layers, downwards only."""

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.guards.sources import Source, product

LAYERS = [  # bottom first; packages on one line do not know each other
    {"base.core"},
    {"base.openid", "base.oneroster"},
    {"base.shell"},
    {"facts.people"},
    {"facts.schools"},
    {"facts.consent"},
    {"facts.looking"},
    {"backbone.access"},
    {"backbone.journal"},
    {"backbone.translation"},
    {"backbone.media"},
    {"backbone.speech", "backbone.sms"},
    {"backbone.notifications", "backbone.index"},
    {"backbone.moderation", "backbone.letterbox", "backbone.texting"},
    {"features.*"},
    {"surfaces.*"},
    {"config"},
]
HIDDEN_ALLOWED = {"ready"}  # AppConfig.ready may import late: Django asks for it


def package_of(module: str) -> str:
    """features.feed.models -> features.feed"""
    layer, _, rest = module.partition(".")
    return layer if layer == "config" else f"{layer}.{rest.partition('.')[0]}"


def level_of(package: str) -> int | None:
    names = {package, f"{package.partition('.')[0]}.*"}
    return next((level for level, packages in enumerate(LAYERS) if names & packages), None)


def imported(source: Source) -> Iterator[tuple[ast.AST, str]]:
    """Each module of ours that is imported, wherever in the file, without the leading "driehoek."."""
    here = source.path.parts[1:-1]
    for node in ast.walk(source.tree):
        match node:
            case ast.Import(names=names):
                found = [alias.name for alias in names]
            case ast.ImportFrom(module=module, names=names, level=0):
                found = [f"{module}.{alias.name}" for alias in names]
            case ast.ImportFrom(module=module, names=names, level=level):
                start = ["driehoek", *here[: len(here) - level + 1], *filter(None, [module])]
                found = [".".join([*start, alias.name]) for alias in names]
            case _:
                continue
        yield from ((node, name.removeprefix("driehoek.")) for name in found if name.startswith("driehoek."))


def imports_point_down(root: Path) -> list[str]:
    found = []
    for source in product(root):
        if len(source.path.parts) < 3:  # driehoek/__init__.py belongs to no layer
            continue
        mine = package_of(".".join(source.path.with_suffix("").parts[1:]))
        for node, name in imported(source):
            other, level = package_of(name), level_of(mine)
            if other == mine or mine.endswith(".__init__"):
                continue
            theirs = level_of(other)
            if level is None or theirs is None or theirs >= level:
                found.append(source.at(node, f"{mine} imports {other}: imports point down"))
    return found


def imports_stand_on_top(root: Path) -> list[str]:
    found = []
    for source in product(root):
        for function in ast.walk(source.tree):
            if isinstance(function, ast.FunctionDef) and function.name not in HIDDEN_ALLOWED:
                late = [n for n in ast.walk(function) if isinstance(n, ast.Import | ast.ImportFrom)]
                found += [source.at(node, f"an import hides in {function.name}()") for node in late]
    return found
