"""What things are called, and that they say what they are."""

import ast
import re
from pathlib import Path

from tests.guards.sources import Source, files, functions, modules

NAMELESS = {
    "utils", "util", "helpers", "helper", "services", "service", "managers", "manager",
    "mixins", "signals", "constants", "misc", "common", "lib",
}  # fmt: skip
MACHINES = re.compile(r"(?<![\w.-])/(?:work|root|home/\w+)/|(?<![\w.-])/tmp/\w|file:///\w|/opt/pypi")
TEXTS = (".py", ".html", ".txt", ".mjml", ".css", ".js", ".md", ".toml", ".yml", ".sh", ".json", ".csv", "")


def modules_have_names(root: Path) -> list[str]:
    """Rule 3: if it has no better name, it has no place yet."""
    return [
        source.at(1, "has a name that says nothing")
        for source in modules(root)
        if NAMELESS & {source.path.stem, *source.path.parent.parts}
    ]


def modules_open_with_a_sentence(root: Path) -> list[str]:
    return [
        source.at(1, "opens without a sentence on what lives here")
        for source in modules(root)
        if source.text.strip() and not ast.get_docstring(source.tree)
    ]


def signatures_are_typed(root: Path) -> list[str]:
    """Rule 28. mypy says it too, but not for what it leaves out."""
    return [
        source.at(function, f"{function.name}() leaves a type out")
        for source in modules(root)
        for function in functions(source.tree)
        if not is_typed(function)
    ]


def is_typed(function: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    spec = function.args
    arguments = [*spec.posonlyargs, *spec.args, *spec.kwonlyargs]
    arguments += [more for more in (spec.vararg, spec.kwarg) if more]
    given = [arg for arg in arguments if arg.arg not in ("self", "cls")]
    returns = function.returns is not None or function.name == "__init__"
    return returns and all(arg.annotation for arg in given)


def is_text(path: Path) -> bool:
    return path.is_file() and path.suffix in TEXTS


def no_machine_is_named(root: Path) -> list[str]:
    """No path of the machine on which something happened to be written."""
    here = [Source(root, path.relative_to(root)) for path in root.glob("[!.]*") if is_text(path)]
    there = files(root, *TEXTS, folders=("driehoek", "tests", "docs", "bin", "demo", ".ci", "deploy"))
    return [
        source.at(number, "names a path of one machine")
        for source in [*here, *there]
        for number, line in enumerate(source.text.splitlines(), 1)
        if MACHINES.search(line) and "guards" not in source.path.parts
    ]
