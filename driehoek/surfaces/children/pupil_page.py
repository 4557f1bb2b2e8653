"""What staff may know of a pupil: who answers for her, in which language, and how to reach them."""

import datetime as dt
from dataclasses import dataclass
from typing import Any  # the rows of a values query

from django.db.models import Exists, OuterRef, Q, QuerySet

from driehoek.backbone.access.parts import Asking, Part, Parts, abreast, allowed, asked
from driehoek.backbone.access.querysets import rows
from driehoek.backbone.access.rules.ways import WITH_A_WAY
from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.journal.reading import noting
from driehoek.backbone.translation.reading import put_in_words
from driehoek.facts.consent.effective import may_be_shown
from driehoek.facts.consent.purposes import Purpose
from driehoek.facts.people.models import Guardianship, NearPerson, Person
from driehoek.facts.people.models.near import is_one_of, kept_away
from driehoek.features.conversations.balance import is_only_worried_about
from driehoek.features.following.at_home import looks_along
from driehoek.features.kitchen.looking_back import answers_of
from driehoek.features.languages.models import InterpreterRequest
from driehoek.features.talks.at_home import talks_of_child
from driehoek.surfaces.children.places import places_of


@dataclass(frozen=True)
class Sign:
    """One purpose, and whether this child may be shown for it."""

    label: str
    shown: bool


def _acts(pupil: Person, viewer: Viewer) -> Asking[set[str]]:
    return allowed(pupil, viewer, "praise", "hold_talk", "invite")


def _guardians_of(pupil: Person, viewer: Viewer) -> Asking[list[Guardianship]]:
    """Who answers for this child today; whoever is kept away is not among them."""
    return asked(_guardians, viewer.today, pupil.pk)


def _guardians(day: dt.date, pupil: int) -> QuerySet[Guardianship]:
    answering = Guardianship.objects.on(day).filter(student=pupil)
    return answering.select_related("guardian__portrait").order_by("kind", "guardian__given_name")


def _interpreters_of(pupil: Person, viewer: Viewer) -> Asking[list[InterpreterRequest]]:
    """Who of her family, or she herself, would like an interpreter when they talk with this school."""
    return asked(_interpreters, viewer, pupil.pk)


def _interpreters(me: Viewer, pupil: int) -> QuerySet[InterpreterRequest]:
    answering = Guardianship.objects.on(me.today).filter(student=pupil).values("guardian")
    wanted = InterpreterRequest.objects.visible_to(me).filter(Q(person=pupil) | Q(person__in=answering))
    return wanted.select_related("person").order_by("at", "pk")


def _near(pupil: Person, viewer: Viewer) -> Asking[list[NearPerson]]:
    """Who may fetch her, and whom to call when her guardians do not answer; nobody who must be kept away
    by now."""
    named, blocked = yield from abreast(
        asked(_named, viewer, pupil.pk), asked(kept_away, viewer.today, pupil.pk)
    )
    return [near for near in named if not is_one_of(blocked, near.name, near.phone)]


def _named(me: Viewer, pupil: int) -> QuerySet[NearPerson]:
    agreed = rows(NearPerson, me, may="see") & NearPerson.objects.agreed()
    return agreed.filter(student=pupil).select_related("named_by").order_by("name", "pk")


def _signs_of(pupil: Person, viewer: Viewer) -> Asking[list[Sign]]:
    (shown,) = yield from asked(_shown, viewer.today, pupil.pk)
    return [Sign(str(purpose.label), said) for purpose, said in zip(Purpose, shown, strict=True)]


def _shown(day: dt.date, pupil: int) -> QuerySet[Person, Any]:
    each = (may_be_shown(purpose, on=day).filter(pk=OuterRef("pk")) for purpose in Purpose)
    return Person.objects.filter(pk=pupil).values_list(*map(Exists, each))


class PupilPage(Parts):
    """One pupil, seen by a colleague whom the gate has let in."""

    noted = Part(noting)  # who opened it
    places = Part(places_of)
    talks = Part(talks_of_child)
    guardians = Part(_guardians_of)
    interpreters = Part(_interpreters_of)
    near = Part(_near)
    looking = Part(looks_along)
    only_worries = Part(is_only_worried_about)
    looked_back = Part(answers_of)
    signs = Part(_signs_of)
    _may = Part(_acts)

    def __init__(self, pupil: Person, viewer: Viewer) -> None:
        self.pupil, self.viewer = pupil, viewer
        self.read(pupil, viewer)
        put_in_words([*self.talks.written, *self.looked_back], now=viewer.now)

    @property
    def may_praise(self) -> bool:
        return "praise" in self._may

    @property
    def may_hold_talk(self) -> bool:
        return "hold_talk" in self._may

    @property
    def may_invite(self) -> bool:
        """Her mentor, who may look whether a rule of the school is met."""
        return "invite" in self._may

    @property
    def has_a_way(self) -> bool:
        """Through secondary or vocational school."""
        return any(place.group.school.sector in WITH_A_WAY for place in self.places)
