"""Two questions in the cast's world, each with a canary; and in plain Python who reads what of them."""

import datetime as dt
from typing import TYPE_CHECKING

from driehoek.facts.schools.models import School
from driehoek.features.pulse.models import Round, Sentence, Side
from tests.cast import NOW, TODAY, Cast
from tests.oracle.canaries import Plant
from tests.oracle.rules import Row, World, age, day_of, live
from tests.oracle.tables import keyed

if TYPE_CHECKING:
    from tests.oracle.life import Life

A_DAY = dt.timedelta(days=1)
ENOUGH = 5
OLD_ENOUGH = 12


def tables() -> World:
    held = {"school": "round__school_id", "starts": "round__starts_on", "readers": "readers"}
    said = {"school": "side__round__school_id", "ends": "side__round__ends_on", "count": "side__answered"}
    return {"asked_sides": keyed(Side, **held), "sentences": keyed(Sentence, **said)}


def sees_asked_side(world: World, who: int, hat: str, side: Row, now: dt.datetime) -> bool:
    """From its first day who is asked at that school; at any time its head."""
    day, here = (
        day_of(now),
        [row for row in live(world, who, hat, day_of(now)) if row["school"] == side["school"]],
    )
    if hat == "school":
        return any(heads(row) for row in here)
    role = "guardian" if side["readers"] == "guardians" else "student"
    sits = any(row["role"] == role and row["opens"] for row in here)
    born = world["people"][who]["born"]
    is_old = role == "guardian" or (born is not None and age(born, day) >= OLD_ENOUGH)
    return sits and is_old and side["starts"] <= day


def sees_sentence(world: World, who: int, hat: str, sentence: Row, now: dt.datetime) -> bool:
    """The head, when it is over and enough people answered; nobody else, not even who wrote it."""
    here = [row for row in live(world, who, hat, day_of(now)) if row["school"] == sentence["school"]]
    leading = hat == "school" and any(heads(row) for row in here)
    return leading and is_over(sentence, day_of(now)) and sentence["count"] >= ENOUGH


def is_over(told: Row, day: dt.date) -> bool:
    return bool(told["ends"] < day)


def heads(row: Row) -> bool:
    return bool(row["function"] == "head" and row["group"] is None)


class TwoQuestions:
    """Rounds that are over, that run and that are still to come, at two schools."""

    def __init__(self, cast: Cast, plant: Plant) -> None:
        self.cast, self.plant = cast, plant
        self.sides: dict[str, Side] = {}
        self.sentences: dict[str, Sentence] = {}
        self._hold("over", cast.vlieger, -60)
        self._hold("running", cast.vlieger, -1)
        self._hold("to come", cast.vlieger, 70)
        self._hold("running", cast.kompas, -1)
        for name, times in {"De Vlieger over guardians": 5, "De Vlieger over students": 4}.items():
            self._say(name, times)
        self._say("De Vlieger running guardians", 6)

    def _hold(self, when: str, school: School, days: int) -> None:
        first = TODAY + days * A_DAY
        by = self.cast.joris if school == self.cast.vlieger else self.cast.peter
        names = {side: f"{school.name} {when} {side}" for side in ("guardians", "students")}
        tokens = {side: self.plant(f"question: {name}") for side, name in names.items()}
        words = {side: (f"Ik ken {token}.", "Ik praat mee.") for side, token in tokens.items()}
        held = Round.open(school, first, first + 9 * A_DAY, words, by=by, at=NOW)
        for side in held.sides.all():
            self.plant.belongs("pulse", side.pk, tokens[side.readers])
            self.sides[names[side.readers]] = side

    def _say(self, name: str, times: int) -> None:
        token, side = self.plant(f"sentence: {name}"), self.sides[name]
        Side.objects.filter(pk=side.pk).update(answered=times)
        for question in (1, 2):
            side.tallies.create(question=question, face=1, times=times)
        said = Sentence.objects.create(side=side, words=f"Meer {token} graag.")
        self.plant.belongs("sentence", said.pk, token)
        self.sentences[name] = said


def asked_sides(life: "Life") -> list[tuple[object, ...]]:
    return [(side.pk,) for side in life.pulse.sides.values()]


def rounds(life: "Life") -> list[tuple[object, ...]]:
    return [(key,) for key in dict.fromkeys(side.round_id for side in life.pulse.sides.values())]
