"""What of the portfolio stands on the page of a child: a few tiles and her goals, in five questions."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any  # rows with what was put beside them

from django.db.models import Count, OuterRef, Subquery, Window

from driehoek.backbone.access.faces import faces_of
from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.media.models import Attachment, Photo
from driehoek.backbone.translation.reading import Readable
from driehoek.facts.people.models import Person
from driehoek.features.portfolio.models import Echo, Goal, Work, WorkAttachment, WorkPhoto
from driehoek.features.portfolio.reading import goals_of

A_FEW = 4
GOALS = 3


@dataclass(frozen=True)
class Tile:
    """One piece of work, small: its picture, its name, and the last thing that was said about it."""

    work: Work
    cover: Photo | None
    spoken: str  # how long she speaks, "0:24"; empty when she does not
    echo: Echo | None
    shows_face: bool
    may_answer: bool


class WorkAtHome:
    """The newest pieces of work with what home answered, and what the child works at. Whoever shows it puts
    `written` in words, together with what else is on the page."""

    def __init__(self, child: Person, viewer: Viewer) -> None:
        self.child, self.viewer = child, viewer

    @cached_property
    def _works(self) -> list[Any]:
        voices = WorkAttachment.objects.filter(work=OuterRef("pk"), attachment__kind=Attachment.Kind.VOICE)
        newest = Echo.objects.visible_to(self.viewer).filter(work=OuterRef("pk")).order_by("-at", "-pk")
        seen = Work.objects.visible_to(self.viewer).filter(student=self.child).newest()
        return list(
            seen.allowing(self.viewer, "answer").annotate(
                every=Window(Count("pk")),
                seconds=Subquery(voices.values("attachment__seconds")[:1]),
                last_echo=Subquery(newest.values("pk")[:1]),
            )[:A_FEW]
        )

    @cached_property
    def _echoes(self) -> dict[int, Echo]:
        keys = [work.last_echo for work in self._works if work.last_echo]
        return Echo.objects.select_related("author__portrait").in_bulk(keys) if keys else {}

    @cached_property
    def _photos(self) -> dict[int, list[Photo]]:
        works = [work.pk for work in self._works]
        return WorkPhoto.objects.shown_to(self.viewer, works) if works else {}

    @cached_property
    def goals(self) -> list[Goal]:
        return list(goals_of(self.child, self.viewer)[:GOALS])

    @property
    def written(self) -> list[Readable]:
        """Everything of it that somebody wrote."""
        covers = [photos[0] for photos in self._photos.values() if photos[0].alt]
        return [*self._works, *covers, *self._echoes.values(), *self.goals]

    @cached_property
    def tiles(self) -> list[Tile]:
        faces = faces_of([echo.author for echo in self._echoes.values()], self.viewer)
        return [self._tile(work, faces) for work in self._works]

    def _tile(self, work: Any, faces: set[int]) -> Tile:
        echo, photos = self._echoes.get(work.last_echo), self._photos.get(work.pk, [])
        return Tile(
            work,
            photos[0] if photos else None,
            Attachment(seconds=work.seconds).length if work.seconds else "",
            echo,
            echo is not None and echo.author_id in faces,
            work.may_answer,
        )

    @property
    def number(self) -> int:
        """Of all her work that this viewer may see."""
        return self._works[0].every if self._works else 0

    @property
    def is_hers(self) -> bool:
        return self.child.pk == self.viewer.person.pk
