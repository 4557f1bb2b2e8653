"""Inside the installation: several people look for several words a few times, in Dutch and in Turkish."""

import json
import time
from statistics import median

from django.utils.translation import override

from driehoek.backbone.access.viewer import Hat, Viewer
from driehoek.backbone.index.finding import search
from driehoek.backbone.index.models import TONGUE, TONGUES, Findable, FindableIn
from driehoek.base.core import clock
from driehoek.base.core.surveying import survey
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import Appointment, School

TIMES = 9
WORDS = {
    "nl": {"often": "bruggen", "once": "bouwen 77", "never": "krokodil"},
    "tr": {"often": "köprüler", "once": "yapmak 77", "never": "timsah"},
}
SAID = {"bruggen": "kopruler", "bouwen": "yapmak", "papier": "kagit", "vandaag": "bugun"}
BATCH = 2000


def main(board: str) -> None:
    translate()
    guardian = Person.objects.get(pk=json.loads(board)["readers"][0])
    school = School.objects.get(name="School 0")
    teacher = Appointment.objects.filter(school=school).order_by("pk")[0].person
    seekers: dict[str, tuple[Person, Hat]] = {
        "guardian": (guardian, "home"), "teacher": (teacher, "school"), "head": (head_of(school), "school"),
    }  # fmt: skip
    found: dict[str, float] = {"texts": Findable.objects.count(), "translations": FindableIn.objects.count()}
    for who, (person, hat) in seekers.items():
        for language, every in WORDS.items():
            for often, words in every.items():
                name = f"{who}.{often}" if language == "nl" else f"{who}.{language}.{often}"
                found[name] = median(took(person, hat, words, language) for _ in range(TIMES)) * 1000
    print(json.dumps(found))


def translate() -> None:
    """Everything in Turkish too, as the index keeps it."""
    last = 0
    while rows := list(Findable.objects.filter(pk__gt=last).order_by("pk")[:BATCH]):
        FindableIn.objects.bulk_create(map(in_turkish, rows))
        last = rows[-1].pk
    survey()


def in_turkish(row: Findable) -> FindableIn:
    words = " ".join(SAID.get(word, word) for word in row.words.split())
    key = row.pk + TONGUES.index("tr") * TONGUE
    return FindableIn(id=key, kind_id=row.kind_id, thing=row.thing, words=words)


def took(person: Person, hat: Hat, words: str, language: str) -> float:
    """Seconds, for somebody who just came in."""
    viewer = Viewer(person, hat, clock.now())
    with override(language):
        began = time.perf_counter()
        search(viewer, words)
        return time.perf_counter() - began


def head_of(school: School) -> Person:
    head = Person.objects.create(given_name="Hoofd")
    Appointment.objects.create(
        person=head, board=school.board, school=school, function="head", starts_on=clock.day_of(clock.now())
    )
    return head
