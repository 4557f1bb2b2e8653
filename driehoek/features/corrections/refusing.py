"""A no of the office, in the language of whoever hears it."""

import datetime as dt
from collections.abc import Iterable, Mapping

from driehoek.backbone.access.models import Role, Seat
from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.translation.reading import Told, put_in_words
from driehoek.backbone.translation.texts import Text, text_by
from driehoek.facts.people.models import NearPersonAnswer, Person
from driehoek.facts.schools.models import Enrolment
from driehoek.features.corrections.models import CorrectionAnswer

Answer = CorrectionAnswer | NearPersonAnswer


class Refusal:
    """What one colleague wrote, at a school where she works and a child of the family is.

    When she or the family has left, the words stay as they are: the memory of translations is a school's.
    """

    told: Told

    def __init__(self, answer: Answer, school: int | None) -> None:
        self.answer, self.school = answer, school

    @property
    def texts(self) -> dict[str, Text]:
        words, by = self.answer.reason, self.answer.by
        return {"reason": text_by(by, words, self.school or 0)} if words and by else {}


def put_refusals_in_words(answers: Iterable[Answer], children: Iterable[int], viewer: Viewer) -> None:
    """Each answer that has a reason gets `refusal`, for this reader."""
    refused = [answer for answer in answers if answer.reason]
    if not refused:
        return
    schools = schools_of([answer.by for answer in refused if answer.by], children, viewer)
    for answer in refused:
        answer.refusal = Refusal(answer, schools.get(answer.by_id or 0))  # type: ignore[union-attr]  # for the page
    put_in_words([answer.refusal for answer in refused], now=viewer.now)  # type: ignore[union-attr]


def schools_of(colleagues: Iterable[Person], children: Iterable[int], viewer: Viewer) -> Mapping[int, int]:
    """Where each of them works with these children."""
    here = Enrolment.objects.on(viewer.today).filter(student__in=list(children)).values("group__school")
    seats = Seat.objects.on(viewer.today).filter(role=Role.STAFF, person__in=colleagues, school__in=here)
    return dict(seats.order_by("-school").values_list("person", "school"))


def texts_everywhere(answers: Iterable[Answer], day: dt.date) -> list[Text]:
    """As they may be remembered: at each school where their writer works. For when they are forgotten."""
    refused = [answer for answer in answers if answer.reason and answer.by]
    writers = {answer.by_id for answer in refused}
    seats = Seat.objects.on(day).filter(role=Role.STAFF, person__in=writers).exclude(school=None)
    places = set(seats.values_list("person", "school"))
    return [
        text_by(answer.by, answer.reason, school)
        for answer in refused
        for person, school in places
        if answer.by and person == answer.by_id
    ]
