"""What was said at the kitchen tables of the cast's world, and by whom."""

from typing import TYPE_CHECKING

from django.db.models import Model

from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import School
from driehoek.features.feed.models import AskMe
from driehoek.features.kitchen.models import Reflection, ReflectionVoice, Talked, Wish, WishVoice
from tests.cast import NOW
from tests.oracle.rules import World
from tests.oracle.spoken import voice
from tests.oracle.tables import keyed

if TYPE_CHECKING:
    from tests.oracle.life import Life


def talk_at_home(life: "Life") -> dict[str, Talked]:
    """In both homes of one child; a child herself; a father who may not come near; a child who hides; one
    who is of age and lets nobody in."""
    cast, key = life.cast, f"post-{life.posts['news'].pk}"
    ticks = {
        "of Naima": (cast.naima, cast.yusuf),
        "of Rachid": (cast.rachid, cast.yusuf),
        "of Yusuf": (cast.yusuf, cast.yusuf),
        "of Jeroen": (cast.jeroen, cast.finn),
        "of Karin": (cast.karin, cast.lotte),
        "of Sri": (cast.sri, cast.dewi),
    }
    found = {}
    for name, (person, child) in ticks.items():
        Talked.say(key, [child.pk], by=person, at=NOW)
        found[name] = Talked.objects.get(person=person, student=child)
    return found


def ask_to_be_asked(life: "Life") -> dict[str, AskMe]:
    """Of the children above, and of one who is of age; also about a post that was taken back."""
    cast, found = life.cast, {}
    for name, child, post in (
        ("Yusuf", cast.yusuf, "news"),
        ("Yusuf, withdrawn", cast.yusuf, "withdrawn"),
        ("Finn", cast.finn, "news"),
        ("Lotte", cast.lotte, "news"),
        ("Adam", cast.adam, "1B"),
        ("Dewi", cast.dewi, "Zorg 2A"),
        ("Dewi in her room", cast.dewi, "about dewi"),
        ("Kevin", cast.kevin, "Lassen 2"),
        ("Kevin in his room", cast.kevin, "about kevin"),
    ):
        AskMe.say(life.posts[post].pk, by=child, at=NOW)
        found[name] = AskMe.objects.get(student=child, post=life.posts[post])
    return found


class OwnCorners:
    """What children ask to be asked, and what they answer about their week, each with a canary."""

    def __init__(self, life: "Life") -> None:
        self.life, cast = life, life.cast
        self.wishes: dict[str, Wish] = {}
        self.reflections: dict[str, Reflection] = {}
        for name, child, school in (
            ("Yusuf", cast.yusuf, cast.vlieger),
            ("Finn", cast.finn, cast.vlieger),  # whose father is blocked
            ("Lotte", cast.lotte, cast.vlieger),  # who hides
            ("Adam", cast.adam, cast.kompas),
            ("Dewi", cast.dewi, cast.delta),  # who objects to her mother
            ("Kevin", cast.kevin, cast.delta),  # who is of age, and lets his father see other things
        ):
            self._ask(name, child, school)
            self._answer(name, child, school, for_teacher=name in ("Yusuf", "Lotte", "Adam"))
        spoken = voice(life, "about a week by Yusuf", cast.yusuf, "home")
        ReflectionVoice.carry(self.reflections["Yusuf"].pk, spoken)
        for name in ("Yusuf", "Finn", "Dewi", "Kevin"):
            asked = self.wishes[name]
            WishVoice.carry(asked.pk, voice(life, f"to be asked by {name}", asked.student, "home"))

    @property
    def all(self) -> list[Model]:
        return [*self.wishes.values(), *self.reflections.values()]

    @property
    def reported(self) -> list[tuple[object, ...]]:
        """As the address of a report names them."""
        words = {Wish: "vraag-mij", Reflection: "nagedacht"}
        return [(words[type(one)], one.pk) for one in self.all]

    def _ask(self, name: str, child: Person, school: School) -> None:
        token = self.life.canaries.new(f"wish of {name}")
        self.wishes[name] = Wish.ask(child, school, f"Wat is {token}?", picked="", at=NOW)
        self.life.canaries.belongs(("wish", self.wishes[name].pk), token)

    def _answer(self, name: str, child: Person, school: School, *, for_teacher: bool) -> None:
        token = self.life.canaries.new(f"reflection of {name}")
        given = Reflection.give(
            child, school, "lezen-jong", f"Ik dacht aan {token}.", for_teacher=for_teacher, at=NOW
        )
        self.reflections[name] = given
        self.life.canaries.belongs(("reflection", given.pk), token)


def tables(wishes_gone: set[int], reflections_gone: set[int]) -> World:
    wishes = keyed(Wish, child="student_id")
    answers = keyed(Reflection, child="student_id", for_teacher="for_teacher")
    return {
        "ticks": keyed(Talked, person="person_id", child="student_id"),
        "eager": keyed(AskMe, child="student_id", post="post_id"),
        "wishes": {key: row | {"gone": key in wishes_gone} for key, row in wishes.items()},
        "reflections": {key: row | {"gone": key in reflections_gone} for key, row in answers.items()},
    }
