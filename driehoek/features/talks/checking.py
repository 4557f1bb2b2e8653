"""Kloppen deze gegevens nog? At a start talk each guardian looks over how school reaches her: her own, and
never those of another."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from django.db.models import QuerySet

from driehoek.backbone.access.corners import Corner
from driehoek.backbone.access.parts import Asking, abreast, asked
from driehoek.backbone.access.querysets import rows
from driehoek.backbone.access.viewer import Viewer
from driehoek.facts.people.models import NearPerson
from driehoek.features.talks.models import ContactCheck, Kind, Side, Talk


@dataclass(frozen=True)
class Checking:
    """With one talk, for one reader."""

    talk: Talk
    viewer: Viewer
    checks: Sequence[ContactCheck] = ()
    near: Sequence[NearPerson] = ()  # whom she named herself to fetch this child, or to be called

    @property
    def is_asked(self) -> bool:
        return self.talk.kind == Kind.START and not self.talk.is_off

    @cached_property
    def mine(self) -> Side | None:
        """Whose data are asked about: of the child and of school nobody's."""
        side = self.talk.side_of(self.viewer) if self.is_asked else None
        return side if side and side.corner == Corner.HOME else None

    @cached_property
    def _by_side(self) -> dict[int, ContactCheck]:
        return {check.side_id: check for check in self.checks}

    @property
    def check(self) -> ContactCheck | None:
        return self._by_side.get(self.mine.pk) if self.mine else None

    @property
    def homes(self) -> list[tuple[Side, ContactCheck | None]]:
        """At school, for who sits at the table: who looked hers over, and when."""
        if not self.is_asked or self.viewer.hat != "school" or self.talk.side_of(self.viewer) is None:
            return []
        sides = (side for side in self.talk.sides.all() if side.corner == Corner.HOME)
        return [(side, self._by_side.get(side.pk)) for side in sides]


def checking_of(talk: Talk, viewer: Viewer) -> Asking[Checking]:
    """With what was looked over, and whom she named."""
    about = Checking(talk, viewer)
    if not about.is_asked:
        return about
    if about.mine is None:
        return Checking(talk, viewer, (yield from asked(_checks, viewer, talk.pk)))
    checks, near = yield from abreast(asked(_checks, viewer, talk.pk), asked(_near, viewer, talk.student_id))
    return Checking(talk, viewer, checks, near)


def _checks(me: Viewer, talk: int) -> QuerySet[ContactCheck]:
    return ContactCheck.objects.visible_to(me).filter(side__talk=talk)


def _near(me: Viewer, child: int) -> QuerySet[NearPerson]:
    named = rows(NearPerson, me, may="see").standing()  # type: ignore[attr-defined]
    hers: QuerySet[NearPerson] = named.filter(student=child, named_by=me.person.pk)
    return hers.order_by("name", "pk")
