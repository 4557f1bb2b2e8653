"""Every Dutch text that the code marks for translation, found without a system package."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from django.utils.translation.template import templatize

ROOT = Path(__file__).parents[2] / "driehoek"
CALLS = {"_", "gettext", "gettext_lazy", "ngettext", "ngettext_lazy", "pgettext", "pgettext_lazy"}
TEMPLATES = (".html", ".txt", ".mjml")
STRING = r"(?:'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\")"
CALL = re.compile(rf"(?:[np]?gettext|_)\((?:{STRING}|[^()'\"])*\)")


@cache
def marked_texts() -> dict[str, Path]:
    """Each text and one file in which it stands; of a plural, the singular."""
    return {text: path for path in paths() for text in texts_of(path)}


def paths() -> Iterator[Path]:
    for path in sorted(ROOT.rglob("*")):
        if path.suffix in (".py", *TEMPLATES) and not {"tests", "migrations"} & set(path.parts):
            yield path


def texts_of(path: Path) -> Iterator[str]:
    source = path.read_text(encoding="utf-8")
    yield from in_code(source if path.suffix == ".py" else as_code(source))


def as_code(template: str) -> str:
    """The marked texts of a template as lines of Python. Django's own reader does the reading."""
    marked = CALL.findall(templatize(template))
    return "\n".join(marked)


def in_code(source: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and name_of(node.func) in CALLS:
            first = node.args[1 if "pgettext" in name_of(node.func) else 0]
            if isinstance(first, ast.Constant) and isinstance(first.value, str):
                yield first.value


def name_of(function: ast.expr) -> str:
    return function.id if isinstance(function, ast.Name) else getattr(function, "attr", "")
