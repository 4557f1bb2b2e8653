"""Everything that waits for an answer of this person, the most pressing first, each in its own look."""

from dataclasses import dataclass

from driehoek.backbone.access.parts import Asking, abreast
from driehoek.backbone.access.viewer import Viewer
from driehoek.facts.people.models import Person
from driehoek.features.absences.at_home import asked_of
from driehoek.features.consents.questions import open_questions
from driehoek.surfaces.home.family import Child


@dataclass(frozen=True)
class Todo:
    """One thing to do; its template shows what it is about under the name `about`."""

    template: str
    about: object
    student: Person


def todos_for(viewer: Viewer, family: list[Child]) -> Asking[list[Todo]]:
    """What school asks about today, then the talk of these days and what waits for her signature, before what
    can wait longer."""
    today, unasked = yield from abreast(asked_of(viewer), open_questions(viewer))
    asked = [Todo("absences/_asked.html", one, one.student) for one in today]
    talks = [Todo("talks/_soon.html", child.talk, child.person) for child in family if child.talk]
    signing = [
        Todo("following/_to_sign.html", one, one.student) for child in family if (one := child.proposal)
    ]
    photos = [Todo("consents/_ask.html", question, question.student) for question in unasked]
    return asked + talks + signing + photos
