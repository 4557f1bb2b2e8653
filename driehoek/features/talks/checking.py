"""Kloppen deze gegevens nog? At a start talk each looks over how she is reached: her own data alone. Who
confirmed it all at the table see, but of another home."""

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
from driehoek.features.talks.models.contact import is_asked_for


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
    def side(self) -> Side | None:
        return self.talk.side_of(self.viewer) if self.is_asked else None

    @property
    def mine(self) -> Side | None:
        """What she may confirm now: her own data, and for school, from the day of the talk, that they looked
        it over together."""
        if self.side is None or not is_asked_for(self.side, self.viewer.today):
            return None
        is_early = self.side.corner == Corner.SCHOOL and self.talk.days_until(self.viewer.today) > 0
        return None if is_early else self.side

    @property
    def has_own(self) -> bool:
        """Whether data of her own stand here: of who comes for school none do."""
        return self.mine is not None and self.mine.corner != Corner.SCHOOL

    @property
    def is_guardian(self) -> bool:
        return self.side is not None and self.side.corner == Corner.HOME

    @cached_property
    def _by_side(self) -> dict[int, ContactCheck]:
        return {check.side_id: check for check in self.checks}

    @property
    def check(self) -> ContactCheck | None:
        return self._by_side.get(self.mine.pk) if self.mine else None

    @property
    def parties(self) -> list[tuple[Side, ContactCheck | None]]:
        """Of whom she may know it: who confirmed it, and when."""
        if self.side is None:
            return []
        here = (side for side in self.talk.sides.all() if not side.is_shut)
        known = (side for side in here if is_asked_for(side, self.viewer.today))
        return [(side, self._by_side.get(side.pk)) for side in known if not self._is_other_home(side)]

    def _is_other_home(self, side: Side) -> bool:
        return self.is_guardian and side.corner == Corner.HOME and side != self.side


def checking_of(talk: Talk, viewer: Viewer) -> Asking[Checking]:
    """With what was looked over, and whom she named."""
    about = Checking(talk, viewer)
    if not about.is_asked:
        return about
    if not about.is_guardian:
        return Checking(talk, viewer, (yield from asked(_checks, viewer, talk.pk)))
    checks, near = yield from abreast(asked(_checks, viewer, talk.pk), asked(_near, viewer, talk.student_id))
    return Checking(talk, viewer, checks, near)


def _checks(me: Viewer, talk: int) -> QuerySet[ContactCheck]:
    return ContactCheck.objects.visible_to(me).filter(side__talk=talk)


def _near(me: Viewer, child: int) -> QuerySet[NearPerson]:
    named = rows(NearPerson, me, may="see").standing()  # type: ignore[attr-defined]
    hers: QuerySet[NearPerson] = named.filter(student=child, named_by=me.person.pk)
    return hers.order_by("name", "pk")
