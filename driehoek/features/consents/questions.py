"""The questions about photos of one child, as one person sees them: her own answers and nobody else's."""

from dataclasses import dataclass

from django.db.models import QuerySet

from driehoek.backbone.access.parts import Asking, asked
from driehoek.backbone.access.querysets import rows
from driehoek.backbone.access.viewer import Viewer
from driehoek.facts.consent.models import ConsentAnswer, CurrentAnswer
from driehoek.facts.consent.purposes import EXAMPLES, Purpose
from driehoek.facts.people.ages import OWN_IMAGE_AT
from driehoek.facts.people.models import Person


@dataclass(frozen=True)
class Question:
    """One purpose. `mine` is what this viewer said, None when she said nothing. What counts in the end is not
    here: beside her own yes it would tell her what somebody else said."""

    purpose: Purpose
    example: str
    mine: bool | None

    @property
    def picture(self) -> str:
        """The template of the drawn example."""
        return f"consents/examples/_{self.purpose}.html"


@dataclass(frozen=True)
class OpenQuestion:
    """Nobody asked her yet, or she has not answered: a to-do."""

    student: Person
    purpose: Purpose = Purpose.CLASS_APP


def questions(child: Person, viewer: Viewer) -> list[Question]:
    said = CurrentAnswer.objects.filter(student=child, by=viewer.person)
    mine = dict(said.values_list("purpose", "shown"))
    return [Question(purpose, str(EXAMPLES[purpose]), mine.get(purpose)) for purpose in Purpose]


def may_answer(child: Person, viewer: Viewer) -> bool:
    return rows(Person, viewer, may="consent_for").filter(pk=child.pk).exists()


def decides_herself(child: Person, viewer: Viewer) -> bool:
    age = child.age(viewer.today)
    return age is not None and age >= OWN_IMAGE_AT


def open_questions(viewer: Viewer) -> Asking[list[OpenQuestion]]:
    """The class app, for each child this viewer answers for (and for herself from 16) and said nothing about.

    For the home page. What a co-parent said is neither asked nor told.
    """
    students = yield from asked(_unasked, viewer)
    return [OpenQuestion(student) for student in students]


def _unasked(me: Viewer) -> QuerySet[Person]:
    said = CurrentAnswer.objects.filter(by=me.person, purpose=Purpose.CLASS_APP)
    students = rows(Person, me, may="consent_for").exclude(pk__in=said.values("student"))
    return students.order_by("birth_date", "pk")


def given_by(viewer: Viewer, child: Person) -> QuerySet[ConsentAnswer]:
    """What this viewer answered about this child, the newest first. Hers alone."""
    return ConsentAnswer.objects.filter(student=child, by=viewer.person).order_by("-number")[:20]
