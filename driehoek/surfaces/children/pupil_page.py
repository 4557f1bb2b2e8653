"""What staff may know of a pupil: who answers for her, in which language, and how to reach them."""

from dataclasses import dataclass
from functools import cached_property

from driehoek.backbone.access.querysets import rows
from driehoek.backbone.access.rules.ways import WITH_A_WAY
from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.translation.reading import put_in_words
from driehoek.facts.consent.effective import may_be_shown
from driehoek.facts.consent.purposes import Purpose
from driehoek.facts.people.models import Guardianship, NearPerson, Person
from driehoek.facts.schools.models import Enrolment, GroupKind
from driehoek.features.conversations.balance import only_worries
from driehoek.features.following.at_home import LooksAlong
from driehoek.features.kitchen.looking_back import answers_of
from driehoek.features.kitchen.models import Reflection
from driehoek.features.languages.models import InterpreterRequest
from driehoek.features.talks.pages import TalksOfChild


@dataclass(frozen=True)
class Sign:
    """One purpose, and whether this child may be shown for it."""

    label: str
    shown: bool


class PupilPage:
    """One pupil, seen by a colleague whom the gate has let in."""

    def __init__(self, pupil: Person, viewer: Viewer) -> None:
        self.pupil, self.viewer = pupil, viewer

    @cached_property
    def may_praise(self) -> bool:
        return rows(Person, self.viewer, may="praise").filter(pk=self.pupil.pk).exists()

    @cached_property
    def may_hold_talk(self) -> bool:
        return rows(Person, self.viewer, may="hold_talk").filter(pk=self.pupil.pk).exists()

    @cached_property
    def talks(self) -> TalksOfChild:
        return TalksOfChild(self.pupil, self.viewer)

    @cached_property
    def places(self) -> list[Enrolment]:
        places = Enrolment.objects.on(self.viewer.today).filter(student=self.pupil)
        found = places.select_related("group__school").order_by("group__name")
        return sorted(found, key=lambda place: place.group.kind == GroupKind.CARE)

    @cached_property
    def guardians(self) -> list[Guardianship]:
        """Who answers for this child today; whoever is kept away is not among them."""
        answering = Guardianship.objects.on(self.viewer.today).filter(student=self.pupil)
        return list(answering.select_related("guardian__portrait").order_by("kind", "guardian__given_name"))

    @cached_property
    def interpreters(self) -> list[InterpreterRequest]:
        """Who of her family, or she herself, would like an interpreter when they talk with this school."""
        family = [self.pupil.pk, *(row.guardian_id for row in self.guardians)]
        asked = InterpreterRequest.objects.visible_to(self.viewer).filter(person__in=family)
        return list(asked.select_related("person").order_by("at", "pk"))

    @property
    def only_worries(self) -> bool:
        """Home heard of nothing but worries in the past six weeks. A nudge, and no score."""
        return self.pupil.pk in only_worries(self.viewer, [self.pupil.pk])

    @cached_property
    def near(self) -> list[NearPerson]:
        """Who may fetch her, and whom to call when her guardians do not answer; nobody who must be kept away
        by now."""
        agreed = rows(NearPerson, self.viewer, may="see") & NearPerson.objects.agreed()
        named = agreed.filter(student=self.pupil).select_related("named_by", "student")
        found = named.order_by("name", "pk")
        return [near for near in found if not near.is_kept_away(self.viewer.today)]

    @property
    def looking(self) -> LooksAlong:
        return LooksAlong(self.pupil, self.viewer)

    @cached_property
    def may_invite(self) -> bool:
        """Her mentor, who may look whether a rule of the school is met."""
        return rows(Person, self.viewer, may="invite").filter(pk=self.pupil.pk).exists()

    @property
    def has_a_way(self) -> bool:
        """Through secondary or vocational school."""
        return any(place.group.school.sector in WITH_A_WAY for place in self.places)

    @cached_property
    def looked_back(self) -> list[Reflection]:
        """What she answered about her week and lets school read."""
        answers = answers_of(self.pupil, self.viewer)
        put_in_words(answers, now=self.viewer.now)
        return answers

    @cached_property
    def signs(self) -> list[Sign]:
        day = self.viewer.today
        return [
            Sign(str(purpose.label), may_be_shown(purpose, on=day).filter(pk=self.pupil.pk).exists())
            for purpose in Purpose
        ]
