"""Why somebody proposed this, declined it, objects or looks closer: in the language of whoever reads it."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.translation.reading import Told, put_in_words
from driehoek.backbone.translation.texts import Text, text_by
from driehoek.facts.looking.models import ExtraLook, Objection, Reason
from driehoek.facts.people.models import Person


@dataclass
class Why:
    """One reason. What a person makes of it in another language stays about this student."""

    words: str
    by: Person
    school: int
    student: int
    told: Told = field(init=False)

    @property
    def texts(self) -> dict[str, Text]:
        return {"words": text_by(self.by, self.words, self.school, f"lookalong-{self.student}")}


def of_extras(extras: Sequence[ExtraLook], school: int) -> list[Why]:
    return [Why(extra.reason, extra.by, school, extra.student_id) for extra in extras]


def of_reasons(reasons: Sequence[Reason]) -> list[Why]:
    return [Why(one.words, one.by, one.agreement.school_id, one.agreement.student_id) for one in reasons]


def why_of(objection: Objection, viewer: Viewer) -> Why:
    why = Why(objection.reason, objection.student, objection.school_id, objection.student_id)
    put_in_words([why], now=viewer.now)
    return why


def of_weighing(objection: Objection) -> Why:
    made = objection.weighing
    return Why(made.reason, made.by, objection.school_id, objection.student_id)
