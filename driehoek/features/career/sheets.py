"""A task on one A4, in one language: for who does it without a screen."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import get_language_info

from driehoek.features.career.bank import InWords, Task


@dataclass(frozen=True)
class Sheet:
    task: Task
    language: str

    @property
    def words(self) -> InWords:
        return self.task.by_language[self.language]

    @property
    def direction(self) -> str:
        return "rtl" if get_language_info(self.language)["bidi"] else "ltr"


def sheets_in(task: Task, languages: Iterable[str]) -> list[Sheet]:
    return [Sheet(task, language) for language in languages if language in task.by_language]
