"""Questions for the tests: what Naima asks the parents of groep 5, and what is answered."""

from driehoek.features.questions.models import Answer, Question
from tests.cast import Cast


def asked(cast: Cast, text: str = "Wie heeft zwemspullen in maat 128?", by: str = "naima") -> Question:
    return Question.ask(cast.groep_5, text, by=getattr(cast, by), at=cast.now)


def answered(cast: Cast, question: Question, text: str = "Wij wel!", by: str = "esther") -> Answer:
    person = getattr(cast, by)
    return Answer.give(question, text, by=person, corner=cast.viewer(person).hat, at=cast.now)


def readers(cast: Cast, *people: str) -> set[str]:
    """Who of these see any question, in the hat they usually wear."""
    return {name for name in people if Question.objects.visible_to(cast.viewer(getattr(cast, name))).exists()}
