"""Where the guards look: our own files, read and parsed once."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

OUR_FOLDERS = ("driehoek", "tests")
NOT_OURS = {"vendor", "migrations", "__pycache__", "locale"}


@dataclass(frozen=True)
class Source:
    """One file of ours, by its path from the repository's folder."""

    root: Path
    path: Path

    @cached_property
    def text(self) -> str:
        return (self.root / self.path).read_text(encoding="utf-8", errors="replace")

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.text)

    @property
    def is_test(self) -> bool:
        return "tests" in self.path.parts or self.path.name == "conftest.py"

    @property
    def is_view(self) -> bool:
        return not self.is_test and (self.path.name == "views.py" or self.path.parent.name == "views")

    def at(self, node: ast.AST | int, sentence: str) -> str:
        line = node if isinstance(node, int) else getattr(node, "lineno", 1)
        return f"{self.path}:{line} {sentence}"


def files(root: Path, *endings: str, folders: tuple[str, ...] = OUR_FOLDERS) -> Iterator[Source]:
    for folder in folders:
        for path in sorted((root / folder).rglob("*")):
            ours = not NOT_OURS & set(path.relative_to(root).parts)
            if ours and path.suffix in endings and path.is_file():
                yield source(root, path.relative_to(root), path.stat().st_mtime_ns)


@lru_cache(maxsize=4096)
def source(root: Path, path: Path, changed_at: int) -> Source:
    """The same file read once for all guards, as long as it has not changed."""
    return Source(root, path)


def modules(root: Path) -> Iterator[Source]:
    """Every Python module of ours, tests too."""
    return files(root, ".py")


def product(root: Path) -> Iterator[Source]:
    """Every Python module that people run: no tests."""
    return (source for source in files(root, ".py", folders=("driehoek",)) if not source.is_test)


def functions(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def calls(tree: ast.AST) -> Iterator[tuple[str, ast.Call]]:
    """Each call with the dotted name of what is called, as far as it is a name."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield dotted(node.func), node


def dotted(node: ast.AST) -> str:
    match node:
        case ast.Name(id=name):
            return name
        case ast.Attribute(value=value, attr=attr):
            return f"{dotted(value)}.{attr}"
        case _:
            return ""
