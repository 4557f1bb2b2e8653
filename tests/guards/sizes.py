"""How large things may grow. The limits are those of STYLE.md, rule 4."""

import ast
from pathlib import Path

from tests.guards.sources import Source, files, functions, modules, product

LINES = {".py": 300, ".html": 60, ".txt": 60, ".mjml": 60, ".css": 150, ".js": 80}
FUNCTION = 30
VIEW = 15
MODELS = 6


def files_stay_small(root: Path) -> list[str]:
    found = []
    for source in files(root, *LINES):
        lines, limit = len(source.text.splitlines()), LINES[source.path.suffix]
        if lines > limit and not is_data(source):
            found.append(source.at(1, f"has {lines} lines, the limit is {limit}"))
    return found


def is_data(source: Source) -> bool:
    """Rosters and the like under tests and demo are data, however they end."""
    return source.path.suffix == ".txt" and "templates" not in source.path.parts


def functions_stay_small(root: Path) -> list[str]:
    return [
        source.at(function, f"{function.name}() has {length(function)} lines, the limit is {FUNCTION}")
        for source in modules(root)
        for function in functions(source.tree)
        if length(function) > FUNCTION
    ]


def views_stay_small(root: Path) -> list[str]:
    """Without the decorators and the docstring, which say and do not act."""
    return [
        source.at(function, f"view {function.name}() has {body(function)} lines, the limit is {VIEW}")
        for source in product(root)
        if source.is_view
        for function in functions(source.tree)
        if body(function) > VIEW
    ]


def models_stay_few(root: Path) -> list[str]:
    found = []
    for source in product(root):
        models = [node for node in source.tree.body if isinstance(node, ast.ClassDef) and is_model(node)]
        if len(models) > MODELS:
            found.append(source.at(models[-1], f"has {len(models)} models, the limit is {MODELS}"))
    return found


def is_model(node: ast.ClassDef) -> bool:
    return any(ast.unparse(base) in {"models.Model", "Model", "Guarded"} for base in node.bases)


def length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (function.end_lineno or 0) - function.lineno + 1


def body(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    first = function.body[0]
    says = ast.get_docstring(function) is not None
    return length(function) - ((first.end_lineno or 0) - first.lineno + 1 if says else 0)
