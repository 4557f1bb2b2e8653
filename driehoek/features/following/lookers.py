"""The page "Wie ziet wat": of each guardian what he sees of a student, in sentences, some with a switch."""

import datetime as dt
from dataclasses import dataclass
from functools import cached_property

from django.db.models import BooleanField, ExpressionWrapper

from driehoek.backbone.access.models.seat import deciding
from driehoek.backbone.access.querysets import rows
from driehoek.backbone.access.rules.following import child
from driehoek.backbone.access.rules.looking import lets_in, of_age_lets
from driehoek.backbone.access.rules.rule import Rule
from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.translation.reading import put_in_words
from driehoek.facts.looking.models import Mode, Objection
from driehoek.facts.people.kinds import FOLLOWED, LATER, InformationKind
from driehoek.facts.people.models import Person, StudentGrant
from driehoek.features.following.agreed import AgreementPage, Pair
from driehoek.features.following.birthdays import BEFORE, decides_on
from driehoek.features.following.looked import Look, looks_at
from driehoek.features.following.reasons import Why, of_weighing
from driehoek.features.following.words import SEES


@dataclass(frozen=True)
class Sentence:
    """One kind of information and one guardian."""

    kind: str
    label: str
    words: str
    is_open: bool
    is_weekly: bool  # what is older than the last Friday
    is_hers: bool  # she has the switch


class Looker:
    """One guardian, as the student finds him on her page."""

    def __init__(self, pair: Pair, page: "LookersPage") -> None:
        self.pair, self.page, self.guardian = pair, page, pair.guardian

    @cached_property
    def sentences(self) -> list[Sentence]:
        name, open_ = {"guardian": self.guardian.given_name}, self._let_in
        return [
            Sentence(
                kind=kind,
                label=str(InformationKind(kind).label),
                words=str(SEES[kind]) % name,
                is_open=kind in open_ and (self._is_near(kind) or kind in self.shown),
                is_weekly=kind in open_ and kind in FOLLOWED and self.mode == Mode.WEEKLY,
                is_hers=kind in self.hers,
            )
            for kind in self.page.kinds
        ]

    @property
    def switches(self) -> list[Sentence]:
        return [sentence for sentence in self.sentences if sentence.is_hers]

    @property
    def fixed(self) -> list[Sentence]:
        """What she has no switch for: what was agreed, and what school keeps shut."""
        return [sentence for sentence in self.sentences if not sentence.is_hers]

    @cached_property
    def hers(self) -> set[str]:
        """The kinds of which she has the switch: all of them when she is of age, or soon; else what was let
        go."""
        if self.page.is_grown or self.page.chooses_for:
            return set(InformationKind.values)
        return set() if self.mode == Mode.TOGETHER else set(FOLLOWED)

    @cached_property
    def shown(self) -> set[str]:
        """What she switched on herself."""
        return self.page.grants.get(self.guardian.pk, set())

    @property
    def mode(self) -> str:
        """How close he looks along today."""
        if self.pair.now is None or self.pair.extra:
            return Mode.TOGETHER
        return self.pair.now.steps[self.pair.now.current].mode

    @property
    def objection(self) -> Objection | None:
        return self.page.objections.get(self.guardian.pk)

    @property
    def why_weighed(self) -> Why | None:
        """What school says about her objection."""
        return self.page.whys.get(self.guardian.pk)

    def _is_near(self, kind: str) -> bool:
        return kind not in FOLLOWED or self.mode == Mode.TOGETHER

    @property
    def _let_in(self) -> set[str]:
        return self.page.let_in[self.guardian.pk]


def _comes_to(kind: str) -> Rule:
    """Of absences her age alone decides, as the policy has it."""
    if kind == InformationKind.PRESENCE:
        return child["guardian"] & of_age_lets(kind, "pk", school=None)
    return lets_in(kind, "pk", school=None)


class LookersPage:
    """The page of one student."""

    def __init__(self, student: Person, viewer: Viewer) -> None:
        self.student, self.viewer = student, viewer

    @cached_property
    def _agreed(self) -> AgreementPage:
        return AgreementPage(self.student, self.viewer)

    @cached_property
    def lookers(self) -> list[Looker]:
        return [Looker(pair, self) for pair in self._agreed.pairs]

    @cached_property
    def kinds(self) -> list[InformationKind]:
        """Those that her schools have."""
        is_early = bool(self._agreed.places) and self._agreed.is_small
        return [kind for kind in InformationKind if not (is_early and kind in LATER)]

    @cached_property
    def let_in(self) -> dict[int, set[str]]:
        """By guardian the kinds that come to him, as the policy says it of him at this moment: two questions,
        however many they are."""
        him = Viewer.at_home([looker.guardian for looker in self.lookers], self.viewer.now)
        asked = {
            (viewer.person.pk, kind): ExpressionWrapper(_comes_to(kind).rows_for(viewer), BooleanField())
            for viewer in him
            for kind in self.kinds
        }
        answers = Person.objects.filter(pk=self.student.pk).values_list(*asked.values()).get()
        said = dict(zip(asked, answers, strict=True))
        return {v.person.pk: {kind.value for kind in self.kinds if said[v.person.pk, kind]} for v in him}

    @cached_property
    def is_grown(self) -> bool:
        return deciding(self.viewer.today).filter(student=self.student).exists()

    @cached_property
    def chooses_for(self) -> dt.date | None:
        """The birthday, once she was told of it, from which on counts what she switches on."""
        day = decides_on(self.student, self.viewer.today)
        return day if day and day <= self.viewer.today + BEFORE else None

    @cached_property
    def grants(self) -> dict[int, set[str]]:
        found: dict[int, set[str]] = {}
        running = StudentGrant.objects.on(self.viewer.today).filter(student=self.student)
        mine = running & rows(StudentGrant, self.viewer, may="see")
        for guardian, kind in mine.values_list("guardian", "kind"):
            found.setdefault(guardian, set()).add(kind)
        return found

    @cached_property
    def objections(self) -> dict[int, Objection]:
        mine = rows(Objection, self.viewer, may="see").filter(student=self.student, ended_at=None)
        return {objection.guardian_id: objection for objection in mine.select_related("weighing__by")}

    @cached_property
    def whys(self) -> dict[int, Why]:
        weighed = [one for one in self.objections.values() if hasattr(one, "weighing")]
        said = [of_weighing(objection) for objection in weighed]
        put_in_words(said, now=self.viewer.now)
        return {objection.guardian_id: why for objection, why in zip(weighed, said, strict=True)}

    @cached_property
    def may_object(self) -> bool:
        hers = Person.objects.filter(pk=self.student.pk)
        return (rows(Person, self.viewer, may="object_to_lookers") & hers).exists()

    @cached_property
    def looks(self) -> list[Look]:
        return looks_at(self.student, self.viewer)
