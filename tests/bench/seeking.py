"""Inside the installation: several people look for several words, each a few times."""

import json
import time
from statistics import median

from driehoek.backbone.access.viewer import Hat, Viewer
from driehoek.backbone.index.finding import search
from driehoek.backbone.index.models import Findable
from driehoek.base.core import clock
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import Appointment, School

TIMES = 9
WORDS = {"often": "bruggen", "once": "bouwen 77", "never": "krokodil"}


def main(board: str) -> None:
    guardian = Person.objects.get(pk=json.loads(board)["readers"][0])
    school = School.objects.get(name="School 0")
    teacher = Appointment.objects.filter(school=school).order_by("pk")[0].person
    seekers: dict[str, tuple[Person, Hat]] = {
        "guardian": (guardian, "home"), "teacher": (teacher, "school"), "head": (head_of(school), "school"),
    }  # fmt: skip
    found: dict[str, float] = {"texts": Findable.objects.count()}
    for who, (person, hat) in seekers.items():
        for often, words in WORDS.items():
            found[f"{who}.{often}"] = median(took(person, hat, words) for _ in range(TIMES)) * 1000
    print(json.dumps(found))


def took(person: Person, hat: Hat, words: str) -> float:
    """Seconds, for somebody who just came in."""
    viewer = Viewer(person, hat, clock.now())
    began = time.perf_counter()
    search(viewer, words)
    return time.perf_counter() - began


def head_of(school: School) -> Person:
    head = Person.objects.create(given_name="Hoofd")
    Appointment.objects.create(
        person=head, board=school.board, school=school, function="head", starts_on=clock.day_of(clock.now())
    )
    return head
