"""What people translated by hand, who helps with that, and who asked for an interpreter."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

from driehoek.backbone.translation.models import Correction, Helper
from driehoek.backbone.translation.texts import Text
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import School
from driehoek.features.feed.models import Comment, Post
from driehoek.features.languages.models import InterpreterRequest
from driehoek.features.questions.models import Answer, Question
from driehoek.features.stories.models import Story
from driehoek.surfaces.demo.loading.boards import People
from driehoek.surfaces.demo.loading.sources import read

SPOKEN = ("nl", "en", "tr", "ar", "pl", "uk")


def translate(school: School, people: People, now: dt.datetime) -> None:
    """Everything in demo/translations.toml and the file beside it, for one school."""
    told, office = read("translations.toml"), people["marja"]
    for row in told["helper"]:
        Helper.ask(school, people[row["person"]], row["language"], by=office, at=now)
    for row in told["interpreter"]:
        InterpreterRequest.ask(school, by=people[row["person"]], at=now)
    for row in told["post"]:
        for post in Post.objects.filter(school=school, title=row["title"]):
            _write(post.texts, row, by=office, at=now)
    for row in told["said"]:
        words = {code: {"text": row[code]} for code in SPOKEN if code in row}
        for said in _all_who_said(row["words"], school):
            _write(said.texts, words, by=office, at=now)
    _translate_what_stands_beside(school, office, now)


def _translate_what_stands_beside(school: School, office: Person, now: dt.datetime) -> None:
    """The memory knows a text by its words, its language and its school."""
    for row in read("translations_beside.toml")["words"]:
        text = Text(row["words"], row.get("from", "nl"), school.pk)
        for language in SPOKEN:
            if language in row:
                Correction.write(text, language, row[language], by=office, at=now)


def _all_who_said(words: str, school: School) -> Iterator[Comment | Question | Answer | Story]:
    yield from Comment.objects.filter(post__school=school, text=words).select_related("post")
    yield from Question.objects.filter(group__school=school, text=words).select_related("group")
    yield from Answer.objects.filter(question__group__school=school, text=words)
    yield from Story.objects.filter(school=school, text=words)


def _write(texts: dict[str, Text], row: dict[str, Any], *, by: Person, at: dt.datetime) -> None:
    for language in SPOKEN:
        for name, words in row.get(language, {}).items():
            if name in texts:
                Correction.write(texts[name], language, words, by=by, at=at)
