"""Everything that waits for an answer of this person, the most pressing first, each in its own look."""

from dataclasses import dataclass

from driehoek.backbone.access.parts import Asking, abreast
from driehoek.backbone.access.viewer import Viewer
from driehoek.facts.people.models import Person
from driehoek.features.absences.at_home import asked_of
from driehoek.features.consents.questions import open_questions
from driehoek.features.feed.sharing_questions import to_decide
from driehoek.surfaces.home.family import Child


@dataclass(frozen=True)
class Todo:
    """One thing to do; its template shows what it is about under the name `about`."""

    template: str
    about: object
    student: Person | None = None  # None: about no child of hers in particular


def todos_for(viewer: Viewer, family: list[Child]) -> Asking[list[Todo]]:
    """What school asks about today, then the talk of these days and what waits for her yes, before what can
    wait longer."""
    parts = asked_of(viewer), open_questions(viewer), to_decide(viewer)
    today, unasked, questions = yield from abreast(*parts)
    asked = [Todo("absences/_asked.html", one, one.student) for one in today]
    talks = [Todo("talks/_soon.html", child.talk, child.person) for child in family if child.talk]
    photos = [Todo("consents/_ask.html", question, question.student) for question in unasked]
    shared = [Todo("feed/_to_decide.html", question) for question in questions]
    return asked + talks + [one for child in family for one in _waits_for_yes(child)] + shared + photos


def _waits_for_yes(child: Child) -> list[Todo]:
    """What counts only when all three said so."""
    shown = {
        "talks/_to_confirm.html": child.agreed,
        "following/_to_sign.html": child.proposal,
        "following/_to_step.html": child.step,
    }
    return [Todo(template, about, about.student) for template, about in shown.items() if about]
