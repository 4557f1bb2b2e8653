"""The one stylesheet every page has, one apart and one for paper: our small files, put together in order."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from django.apps import apps
from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder
from django.contrib.staticfiles.utils import matches_patterns
from django.core.checks import CheckMessage
from django.core.files.storage import FileSystemStorage

SOURCES = Path(__file__).parent / "static" / "shell" / "css"
NAME, APART, PAPER = "shell/driehoek.css", "shell/apart.css", "shell/paper.css"

# Later files win, so the order stands in for @layer, which older family phones do not know.
SHEETS = (
    "tokens", "fonts", "reset", "base",
    "layout/page", "layout/board", "layout/bar", "layout/nav",
    "components/avatar", "components/kids", "components/faces", "components/button", "components/card",
    "components/table_card", "components/todo", "components/post", "components/triangle", "components/tag",
    "components/listen", "components/bubble", "components/field", "components/form", "components/pick",
    "components/reply", "components/note", "components/home", "components/composer",
    "components/photos", "components/table", "components/welcome", "components/codes",
    "components/class_posts",
)  # fmt: skip
LAST = ("utilities", "modes/contrast", "modes/motion", "modes/narrow", "modes/text_size", "modes/print")
RARE = ("components/letter", "components/paper", "components/living")  # what no phone has to fetch


def stylesheet() -> str:
    """All sheets in order, without comments and spare space, with font addresses as seen from shell/."""
    return put_together(sheets())


def apart() -> str:
    """What only the pages of some features need (shell/_apart.html); our last sheets again, so they win."""
    return put_together([*in_apps("apart.css"), *ours(LAST)])


def paper() -> str:
    """What only the letters, the cards and the page of all parts need."""
    return put_together(ours(RARE))


def put_together(paths: Iterable[Path]) -> str:
    text = "\n".join(path.read_text() for path in paths)
    text = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL).replace("../fonts/", "fonts/")
    return re.sub(r"\s*\n\s*", "\n", re.sub(r"(?<=[{};,])[ \t]+|[ \t]+(?=[{}])", "", text)).strip() + "\n"


def sheets() -> list[Path]:
    """Ours; before the utilities come the `styles.css` that stand in the folders of other apps."""
    return ours(SHEETS) + in_apps("styles.css") + ours(LAST)


def ours(names: Iterable[str]) -> list[Path]:
    return [SOURCES / f"{name}.css" for name in names]


def in_apps(name: str) -> list[Path]:
    paths = (Path(app.path) / name for app in apps.get_app_configs())
    return [path for path in paths if path.is_file()]


BUILT = {NAME: stylesheet, APART: apart, PAPER: paper}


class StylesheetFinder(BaseFinder):
    """Offers the stylesheets to runserver, to WhiteNoise and to collectstatic."""

    def __init__(self, app_names: list[str] | None = None, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.storage = FileSystemStorage(location=settings.VAR / "build")

    def check(self, **kwargs: object) -> list[CheckMessage]:
        return []

    def find(self, path: str, find_all: bool = False, **kwargs: object) -> Any:  # a list when all are asked
        if path not in BUILT:
            return []
        built = str(self._built(path))
        return [built] if find_all else built

    def list(self, ignore_patterns: Iterable[str] | None) -> Iterator[tuple[str, FileSystemStorage]]:
        for name in BUILT:
            if not matches_patterns(name, ignore_patterns or []):
                self._built(name)
                yield name, self.storage

    def _built(self, name: str) -> Path:
        """The file on disk, written again only when a sheet changed."""
        target, text = Path(self.storage.path(name)), BUILT[name]()
        if not target.exists() or target.read_text() != text:
            target.parent.mkdir(parents=True, exist_ok=True)
            fresh = target.with_suffix(".new")
            fresh.write_text(text)
            fresh.replace(target)
        return target
