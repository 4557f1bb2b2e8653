"""One assignment as one reader finds it, and what was said about it."""

from collections.abc import Iterable
from functools import cached_property
from typing import Any  # rows with what was put beside them

from django.db.models import QuerySet

from driehoek.backbone.access.faces import faces_of
from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.translation.reading import put_in_words
from driehoek.facts.people.models import Person
from driehoek.features.career.models import Assignment, Outcome, OutcomeVoice


def said_to(viewer: Viewer) -> QuerySet[Any]:
    """What this viewer may read, with what stands beside it."""
    seen = Outcome.objects.visible_to(viewer).select_related("author__portrait", "brought", "assignment")
    return seen.annotate(heard=OutcomeVoice.column()).order_by("at", "pk")


def in_words(outcomes: Iterable[Any], viewer: Viewer) -> list[Outcome]:
    found = with_voices(outcomes)
    put_in_words(found, now=viewer.now)
    return found


def with_voices(outcomes: Iterable[Any]) -> list[Outcome]:
    """As said_to() asked for them."""
    return OutcomeVoice.hang(list(outcomes))


class AssignmentPage:
    """The gate has already let her in."""

    def __init__(self, assignment: Assignment, viewer: Viewer) -> None:
        self.assignment, self.viewer = assignment, viewer

    @property
    def student(self) -> Person:
        return self.assignment.student

    @property
    def is_own(self) -> bool:
        return self.assignment.student_id == self.viewer.person.pk

    @cached_property
    def may_answer(self) -> bool:
        return self.assignment.allows(self.viewer, "answer")

    @cached_property
    def outcomes(self) -> list[Outcome]:
        """Hers before those of home."""
        found = in_words(said_to(self.viewer).filter(assignment=self.assignment), self.viewer)
        return sorted(found, key=lambda outcome: not outcome.is_by_her)

    @cached_property
    def faces(self) -> set[int]:
        return faces_of([outcome.author for outcome in self.outcomes], self.viewer)

    @property
    def own(self) -> Outcome | None:
        return next((one for one in self.outcomes if one.author_id == self.viewer.person.pk), None)

    @property
    def said_before(self) -> dict[str, object]:
        return {"text": self.own.text, "together": self.own.together} if self.own else {}
