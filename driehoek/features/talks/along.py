"""Who comes along to a talk, as one reader sees it; and whom school can ask."""

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, QuerySet

from driehoek.backbone.access.corners import Corner
from driehoek.backbone.access.parts import Asking, asked
from driehoek.backbone.access.viewer import Viewer
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import Appointment, Function
from driehoek.features.talks.models import AskedAlong, Companion, HomeOpened, Kind, LeftOut, Side, Talk
from driehoek.features.talks.planning import everybody_of

NOBODY = 0  # no row has this key


@dataclass(frozen=True)
class Company:
    """Who else is there. The question about her home is for who has one at this talk."""

    talk: Talk
    viewer: Viewer
    side: Side | None
    asked: list[AskedAlong]  # each with `is_opened`: whether she may read how it is at this reader's home
    companions: list[Companion]

    @property
    def is_open(self) -> bool:
        """Before the talk somebody can still be asked or brought."""
        return self.side is not None and self.talk.may_be_prepared(self.viewer.now)

    @property
    def may_ask(self) -> bool:
        return self.is_open and self.viewer.hat == "school"

    @property
    def may_bring(self) -> bool:
        return self.is_open and self.viewer.hat == "home"

    @property
    def tells_of_home(self) -> bool:
        """Whether she says who reads how it is at her home: a start talk asks for that."""
        told = self.talk.kind == Kind.START and self.viewer.hat == "home"
        return told and self.side is not None and self.side.corner != Corner.SCHOOL


def asked_along(talk: Talk, viewer: Viewer) -> Asking[list[AskedAlong]]:
    """Not yet in words: the page does that for all it shows at once."""
    side = talk.side_of(viewer)
    return asked(_asked, viewer, talk.pk, side.pk if side else NOBODY)


def _asked(me: Viewer, talk: int, side: int) -> QuerySet[AskedAlong]:
    opened = HomeOpened.objects.filter(asked=OuterRef("pk"), side=side)
    joined = (
        AskedAlong.objects.visible_to(me).filter(talk=talk).select_related("talk", "by", "person__portrait")
    )
    return joined.annotate(is_opened=Exists(opened))


def brought_along(talk: Talk, viewer: Viewer) -> Asking[list[Companion]]:
    return asked(_companions, viewer, talk.pk)


def _companions(me: Viewer, talk: int) -> QuerySet[Companion]:
    return Companion.objects.visible_to(me).filter(side__talk=talk).select_related("side__person")


def left_out_of(talk: Talk, viewer: Viewer) -> Asking[list[LeftOut]]:
    """Who was not asked, and why: asked for a colleague with a side of it, and shown to who leads it."""
    if viewer.hat != "school" or talk.side_of(viewer) is None:
        return []
    return (yield from asked(_left_out, talk.pk))


def _left_out(talk: int) -> QuerySet[LeftOut]:
    return LeftOut.objects.filter(talk=talk).select_related("person").order_by("pk")


def who_may_be_asked(talk: Talk, day: dt.date) -> list[tuple[Person, str]]:
    """Colleagues of that school who have no side of it: "Els Bakker (Directeur)". Who was asked along already
    is among them, so that a form that is sent twice is not refused."""
    found = everybody_of(talk.school, talk.student, day).exclude(pk__in=talk.sides.values("person"))
    does: dict[int, set[str]] = defaultdict(set)
    jobs = Appointment.objects.on(day).filter(school=talk.school, person__in=found)
    for person, function in jobs.values_list("person", "function"):
        does[person].add(str(Function(function).label))
    people = found.order_by("given_name", "family_name", "pk")
    return [(person, f"{person.full_name} ({', '.join(sorted(does[person.pk]))})") for person in people]
