"""Who comes along to a talk, as one reader sees it; and whom school can ask."""

import datetime as dt
from collections import defaultdict
from functools import cached_property

from django.db.models import Exists, OuterRef

from driehoek.backbone.access.corners import Corner
from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.translation.reading import put_in_words
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import Appointment, Function
from driehoek.features.talks.models import AskedAlong, Companion, HomeOpened, Kind, Side, Talk
from driehoek.features.talks.planning import everybody_of


class Company:
    """Who else is there. The question about her home is for who has one at this talk."""

    def __init__(self, talk: Talk, viewer: Viewer, side: Side | None, *, comes: bool) -> None:
        self.talk, self.viewer, self.side, self.comes = talk, viewer, side, comes

    @cached_property
    def asked(self) -> list[AskedAlong]:
        """Each with `is_opened`: whether she may read how it is at the home of this reader."""
        opened = HomeOpened.objects.filter(asked=OuterRef("pk"), side=self.side)
        seen = AskedAlong.objects.visible_to(self.viewer).filter(talk=self.talk)
        joined = seen.select_related("talk", "by", "person__portrait").annotate(is_opened=Exists(opened))
        found: list[AskedAlong] = list(joined)
        put_in_words(found, now=self.viewer.now)
        return found

    @cached_property
    def companions(self) -> list[Companion]:
        seen = Companion.objects.visible_to(self.viewer).filter(side__talk=self.talk)
        return list(seen.select_related("side__person")) if self.comes else []

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
