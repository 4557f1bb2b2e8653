"""Every text message of the demo: kept in files instead of sent, so that one can look at it and text back."""

import datetime as dt
import json
import re
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

from django.conf import settings

from driehoek.backbone.texting.hearing import hear
from driehoek.base.core import clock
from driehoek.facts.people.models import Person
from driehoek.facts.people.telephones import normal, spellings

FOLDER = "texts"
MOST = 200  # messages on one telephone


@dataclass(frozen=True)
class Said:
    words: str
    at: dt.datetime
    is_hers: bool


class Phone:
    """One number, whoever answers it."""

    def __init__(self, digits: str) -> None:
        self.digits = digits

    @property
    def number(self) -> str:
        return f"+{self.digits}"

    @property
    def owners(self) -> list[Person]:
        return list(Person.objects.filter(mobile__in=spellings(self.number)).order_by("pk"))

    @property
    def messages(self) -> list[Said]:
        """The oldest first."""
        if not self._file.exists():
            return []
        lines = [json.loads(line) for line in self._file.read_text(encoding="utf-8").splitlines()]
        found = {line["reference"]: line for line in lines}.values()  # a gateway folds on the reference
        kept = [Said(line["words"], dt.datetime.fromisoformat(line["at"]), line["is_hers"]) for line in found]
        return kept[-MOST:]

    def keep(self, words: str, *, reference: str, is_hers: bool) -> None:
        self._file.parent.mkdir(exist_ok=True)
        at = clock.now().isoformat()
        line = {"words": words, "at": at, "is_hers": is_hers, "reference": reference}
        with self._file.open("a", encoding="utf-8") as file:
            file.write(json.dumps(line, ensure_ascii=False) + "\n")

    def answer(self, words: str) -> None:
        """As if she texted it, and what comes back."""
        key = str(uuid4())
        self.keep(words, reference=key, is_hers=True)
        if reply := hear(self.number, words, key=key, now=clock.now()):
            self.keep(reply, reference=str(uuid4()), is_hers=False)

    @property
    def _file(self) -> Path:
        return folder() / f"{self.digits}.jsonl"


class Pocket:
    """The gateway of the demo."""

    def text(self, number: str, words: str, *, reference: str) -> None:
        Phone(normal(number).removeprefix("+")).keep(words, reference=reference, is_hers=False)


def phones() -> list[Phone]:
    """Those that got something, the newest first."""
    files = sorted(folder().glob("*.jsonl"), key=lambda file: file.stat().st_mtime, reverse=True)
    return [Phone(file.stem) for file in files[:MOST]]


def find_phone(digits: str) -> Phone | None:
    return Phone(digits) if re.fullmatch(r"[1-9][0-9]{8,14}", digits) else None


def folder() -> Path:
    return Path(settings.VAR) / FOLDER
