"""What of the portfolio stands on the page of a child: a few tiles and her goals."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any  # rows with what was put beside them

from django.db.models import Count, OuterRef, QuerySet, Subquery, Window

from driehoek.backbone.access.closed import Shut, closed_to
from driehoek.backbone.access.faces import faces_among
from driehoek.backbone.access.parts import Asking, abreast, asked
from driehoek.backbone.access.prepared import padded
from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.media.models import Attachment, Photo
from driehoek.backbone.translation.reading import Readable
from driehoek.facts.people.models import Person
from driehoek.features.portfolio.models import Echo, Goal, Work, WorkAttachment, WorkPhoto, by_work
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
    waits: bool  # a teacher did not look yet
    may_answer: bool


class WorkAtHome:
    """The newest pieces of work with what home answered, and what the child works at. Whoever shows it puts
    `written` in words, together with what else is on the page."""

    def __init__(
        self,
        child: Person,
        viewer: Viewer,
        works: list[Any],
        photos: dict[int, list[Photo]],
        echoes: dict[int, Echo],
        faces: set[int],
        goals: list[Goal],
        shut: Shut,
    ) -> None:
        self.child, self.viewer, self.goals, self.shut = child, viewer, goals, shut
        self._works, self._photos, self._echoes, self._faces = works, photos, echoes, faces

    @property
    def written(self) -> list[Readable]:
        """Everything of it that somebody wrote."""
        covers = [photos[0] for photos in self._photos.values() if photos[0].alt]
        return [*self._works, *covers, *self._echoes.values(), *self.goals]

    @cached_property
    def tiles(self) -> list[Tile]:
        return [self._tile(work) for work in self._works]

    def _tile(self, work: Any) -> Tile:
        echo, photos = self._echoes.get(work.last_echo), self._photos.get(work.pk, [])
        return Tile(
            work,
            photos[0] if photos else None,
            Attachment(seconds=work.seconds).length if work.seconds else "",
            echo,
            echo is not None and echo.author_id in self._faces,
            work.waits,
            work.may_answer,
        )

    @property
    def number(self) -> int:
        """Of all her work that this viewer may see."""
        return self._works[0].every if self._works else 0

    @property
    def is_hers(self) -> bool:
        return self.child.pk == self.viewer.person.pk


def work_at_home(child: Person, viewer: Viewer) -> Asking[WorkAtHome]:
    works, goals, shut = yield from abreast(
        asked(_newest, viewer, child.pk), asked(_goals, viewer, child.pk), closed_to(child, viewer)
    )
    keys = padded(work.pk for work in works)
    said = padded(work.last_echo for work in works if work.last_echo)
    shown, heard = yield from abreast(asked(photos_of, viewer, keys), asked(_echoes, said))
    faces = yield from faces_among([echo.author for echo in heard], viewer)
    echoes = {echo.pk: echo for echo in heard}
    return WorkAtHome(child, viewer, works, by_work(shown), echoes, faces, goals, shut)


def _newest(me: Viewer, child: int) -> QuerySet[Work]:
    newest = Echo.objects.visible_to(me).filter(work=OuterRef("pk")).order_by("-at", "-pk")
    seen = Work.objects.visible_to(me).filter(student=child).newest()
    return with_voice(seen.marked().allowing(me, "answer")).annotate(
        every=Window(Count("pk")), last_echo=Subquery(newest.values("pk")[:1])
    )[:A_FEW]


def with_voice(works: QuerySet[Work]) -> QuerySet[Work]:
    """Each with how long she speaks."""
    voices = WorkAttachment.objects.filter(work=OuterRef("pk"), attachment__kind=Attachment.Kind.VOICE)
    return works.annotate(seconds=Subquery(voices.values("attachment__seconds")[:1]))


def photos_of(me: Viewer, works: tuple[int, ...]) -> QuerySet[WorkPhoto]:
    return WorkPhoto.objects.seen_by(me, works)


def _echoes(keys: tuple[int, ...]) -> QuerySet[Echo]:
    """Of those _newest() found for this viewer."""
    return Echo.objects.filter(pk__in=keys).select_related("author__portrait")


def _goals(me: Viewer, child: int) -> QuerySet[Goal]:
    return goals_of(child, me)[:GOALS]
