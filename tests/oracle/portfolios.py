"""Work, goals and what is answered to them in the cast's world, each with a canary; and as the oracle reads
them."""

import datetime as dt
from typing import TYPE_CHECKING, Any  # rows of several kinds

from django.db.models import Model

from driehoek.backbone.access.corners import Corner
from driehoek.backbone.access.viewer import Hat
from driehoek.backbone.media import files
from driehoek.backbone.media.checking import place
from driehoek.backbone.media.models import Photo
from driehoek.backbone.media.tests.voices import recorded
from driehoek.base.core.uploads import SIZES
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import Group
from driehoek.features.portfolio.adding import finish, keep_at_home
from driehoek.features.portfolio.models import (
    Bundle,
    Echo,
    EchoAttachment,
    EchoRemoval,
    Goal,
    GoalRemoval,
    GoalVersion,
    GoalVersionVoice,
    GoalVoice,
    Period,
    Sharing,
    Standing,
    Work,
    WorkAttachment,
    WorkLook,
    WorkPhoto,
    WorkReader,
    WorkRemoval,
)
from tests.cast import NOW
from tests.oracle.rules import World
from tests.oracle.spoken import voice
from tests.oracle.tables import gathered, keyed, rows

if TYPE_CHECKING:
    from tests.oracle.life import Life


class Portfolios:
    """`works`, `goals` and `echoes` by name. Yusuf has two homes, Finn a blocked father, Lotte a secret
    address; Kevin is of age."""

    def __init__(self, life: "Life") -> None:
        self.life, cast = life, life.cast
        self.works: dict[str, Work] = {}
        self.goals: dict[str, Goal] = {}
        self.echoes: dict[str, Echo] = {}
        self.bundles: dict[str, Bundle] = {}
        yusuf, groep_5 = cast.yusuf, cast.groep_5
        self._make("for home", yusuf, groep_5, "home")
        self._make("for the class", yusuf, groep_5, "class")
        self._make("for the teacher", yusuf, groep_5, "teacher")
        self._make("for Naima", yusuf, groep_5, "chosen", readers=frozenset([cast.naima.pk]))
        self._make("waiting", yusuf, groep_5, "home", looked=False)
        self._make("taken away", yusuf, groep_5, "home")
        self.works["taken away"].remove(by=yusuf, at=NOW)
        self._make("of Finn", cast.finn, groep_5, "class")
        self._make("of Lotte", cast.lotte, groep_5, "class")
        self._make("of Lina", cast.lina, cast.groep_2, "home")
        self._make("of Dewi", cast.dewi, cast.zorg_2a, "home")
        self._make("of Kevin", cast.kevin, cast.lassen_2, "teacher")
        self._choose("of Yusuf", yusuf, groep_5, "home")
        self._choose("of Yusuf alone", yusuf, groep_5, "teacher")
        self._say("by Naima", "for home", cast.naima, Corner.HOME)
        self._say("by Rachid", "for home", cast.rachid, Corner.HOME)
        self._say("by Anouk", "for home", cast.anouk, Corner.SCHOOL)
        self._say("by Jeroen", "of Finn", cast.jeroen, Corner.HOME)
        self._about_goal("about the goal", cast.rachid)
        self._carry()
        self._work_on_themes()

    def _work_on_themes(self) -> None:
        """Of a class now, of one that Yusuf left with his work in it, and one that is still to come."""
        cast = self.life.cast
        self.periods: dict[str, Period] = {}
        self.standings: dict[str, Standing] = {}
        for name, group, by, days in (
            ("groep 5", cast.groep_5, cast.anouk, (-20, 20)),
            ("groep 5, to come", cast.groep_5, cast.anouk, (5, 30)),
            ("groep 6", cast.groep_6, cast.imane, (-20, 20)),
            ("1B", cast.klas_1b, cast.dijk, (-20, 20)),
            ("Zorg 2A", cast.zorg_2a, cast.youssef, (-90, -30)),
            ("Lassen 2", cast.lassen_2, cast.wendy, (-20, 20)),
        ):
            self._set(name, group, by, days)
        Work.objects.filter(pk=self.works["for home"].pk).update(period=self.periods["groep 6"])
        for child, name in (
            ("yusuf", "groep 5"), ("finn", "groep 5"), ("lotte", "groep 5"), ("bram", "groep 5"),
            ("adam", "1B"), ("dewi", "Zorg 2A"), ("kevin", "Lassen 2"),
        ):  # fmt: skip
            student = getattr(cast, child)
            Standing.say(self.periods[name], student, "often", by=student, at=NOW)
            self.standings[child] = Standing.objects.get(student=student)

    def _set(self, name: str, group: Group, by: Person, days: tuple[int, int]) -> None:
        tokens = [self.life.canaries.new(f"{part} of theme {name}") for part in ("title", "task", "onward")]
        first, last = (self.life.cast.today + dt.timedelta(days=day) for day in days)
        said = {
            "title": f"Over {tokens[0]}",
            "assignment": f"Maak {tokens[1]}.",
            "onward": f"Leer {tokens[2]}",
        }
        period = Period.begin(group, said | {"starts_on": first, "ends_on": last}, by=by, at=NOW)
        self.life.canaries.belongs(("period", period.pk), *tokens)
        self.periods[name] = period

    @property
    def all(self) -> list[Model]:
        return [*self.works.values(), *self.goals.values(), *self.echoes.values()]

    @property
    def named(self) -> dict[str, dict[str, Any]]:
        """By the oracle's word for them."""
        hers = {"work": self.works, "goal": self.goals, "echo": self.echoes, "bundle": self.bundles}
        return hers | {"period": self.periods, "standing": self.standings}

    @property
    def reported(self) -> list[tuple[object, ...]]:
        """As the address of a report names them."""
        told: list[tuple[object, ...]] = [("werk", work.pk) for work in self.works.values()]
        return told + [("werk-reactie", echo.pk) for echo in self.echoes.values()]

    def _carry(self) -> None:
        """What hangs on it: photos, a voice, and what three people take along."""
        cast = self.life.cast
        for by, hat in ((cast.naima, "home"), (cast.yusuf, "home"), (cast.anouk, "school")):
            self._bundle(by, hat)  # type: ignore[arg-type]  # a hat
        self._photograph("for home")
        self._photograph("waiting")
        self._speak("for home")

    def _make(
        self, name: str, student: Person, group: Group, whom: str, *, looked: bool = True,
        readers: frozenset[int] = frozenset(),
    ) -> None:  # fmt: skip
        token = self.life.canaries.new(f"words of work {name}")
        sharing = Sharing(whom, readers=readers)
        work = Work.add(student, group, "", f"Ik maakte {token}.", by=student, at=NOW, sharing=sharing)
        if looked:
            work.approve(by=self.life.cast.anouk, at=NOW)
        self.life.canaries.belongs(("work", work.pk), token)
        self.works[name] = work

    def _choose(self, name: str, student: Person, group: Group, whom: str) -> None:
        token = self.life.canaries.new(f"words of goal {name}")
        goal = Goal.choose(student, group, f"Ik wil {token} leren", "", whom, by=student, at=NOW)
        self.life.canaries.belongs(("goal", goal.pk), token)
        self.goals[name] = goal
        self._speak_goal(name, goal)

    def _speak_goal(self, name: str, goal: Goal) -> None:
        """What she says now, and what she said before."""
        before = GoalVersion.objects.create(goal=goal, number=9, text="", until=NOW, by=goal.author)
        for carrier, row, when in ((GoalVoice, goal, "now"), (GoalVersionVoice, before, "before")):
            carrier.carry(row.pk, voice(self.life, f"{when} of goal {name}", goal.author, "home"))

    def _say(self, name: str, work: str, by: Person, corner: Corner) -> None:
        self._kept(name, Echo.say(self.works[work], self._words(name), by=by, corner=corner, at=NOW))

    def _about_goal(self, name: str, by: Person) -> None:
        goal = self.goals["of Yusuf"]
        echo = Echo.say(goal, self._words(name), by=by, corner=Corner.HOME, at=NOW)
        self._kept(name, echo)
        words = self.life.canaries.new(f"bytes spoken {name}")
        voice = recorded(by, goal.school, "home", words)
        EchoAttachment.objects.create(echo=echo, attachment=voice)
        self.life.canaries.belongs(("attachment", voice.pk), words)
        self.life.attachments[f"spoken {name}"] = voice

    def _words(self, name: str) -> str:
        return f"Wat {self.life.canaries.new(f'words of echo {name}')} knap"

    def _kept(self, name: str, echo: Echo) -> None:
        token = echo.text.split()[1]
        self.life.canaries.belongs(("echo", echo.pk), token)
        self.echoes[name] = echo

    def _bundle(self, by: Person, hat: Hat) -> None:
        name, token = f"by {by.given_name}", self.life.canaries.new(f"title of a bundle of {by.pk}")
        yusuf, school = self.life.cast.yusuf, self.life.cast.vlieger
        self.bundles[name] = Bundle.begin(yusuf, school, f"Map {token}", by=by, hat=hat, at=NOW)
        self.life.canaries.belongs(("bundle", self.bundles[name].pk), token)

    def _photograph(self, name: str) -> None:
        work = self.works[name]
        alt = self.life.canaries.new(f"alt of photo of work {name}")
        photo = Photo.objects.create(
            school=work.school, uploaded_by=work.author, created_at=NOW, alt=alt,
            width=800, height=600, colour="#808080",
        )  # fmt: skip
        files.write(photo.token, dict.fromkeys(SIZES, b"RIFF    WEBP"))
        WorkPhoto.objects.create(work=work, photo=photo)
        place([photo], [work.group], taken_on=self.life.cast.today)
        keep_at_home(work, [photo], self.life.cast.viewer(work.student))
        if WorkLook.objects.filter(work=work).exists():
            finish(work, self.life.cast.viewer(self.life.cast.anouk))
        self.life.canaries.belongs(("photo", photo.pk), alt)
        self.life.photos[f"of work {name}"] = photo

    def _speak(self, name: str) -> None:
        work, words = self.works[name], self.life.canaries.new(f"bytes spoken with work {name}")
        voice = recorded(work.author, work.school, "home", words)
        WorkAttachment.objects.create(work=work, attachment=voice)
        self.life.canaries.belongs(("attachment", voice.pk), words)
        self.life.attachments[f"with work {name}"] = voice


def portfolios(hidden: dict[str, set[int]]) -> World:
    """`hidden` by label: what the leaders took away."""
    thing = {"child": "student_id", "school": "school_id", "group": "group_id", "whom": "whom"}
    works = keyed(Work, until="until_on", period="period_id", **thing)
    looks = {row["work"]: row for row in rows(WorkLook, work="work_id", at="at", for_class="for_class")}
    readers = gathered(WorkReader, "work_id", "guardian_id")
    gone = {
        "works": hidden["works"] | {row["key"] for row in rows(WorkRemoval, key="work_id")},
        "goals": hidden["goals"] | {row["key"] for row in rows(GoalRemoval, key="goal_id")},
        "echoes": hidden["echoes"] | {row["key"] for row in rows(EchoRemoval, key="echo_id")},
    }
    for key, work in works.items():
        look = looks.get(key, {"at": None, "for_class": False})
        work |= {"looked_at": look["at"], "for_class": look["for_class"], "readers": readers.get(key, set())}
    said = {"child": "student_id", "author": "author_id", "corner": "corner"}
    found = {
        "works": works,
        "goals": keyed(Goal, at="at", **thing),
        "echoes": keyed(Echo, work="work_id", goal="goal_id", **said),
    }
    told: World = {
        name: {key: row | {"gone": key in gone[name]} for key, row in table.items()}
        for name, table in found.items()
    }
    held = {"id": "pk", "school": "school_id", "group": "group_id", "starts": "starts_on"}
    return told | {
        "periods": keyed(Period, **held),
        "standings": keyed(Standing, child="student_id", school="school_id", at="at"),
        "bundles": keyed(Bundle, child="student_id", school="school_id", author="author_id", hat="hat"),
    }


# Every address of one, for the sweep


def works(life: "Life") -> list[tuple[object, ...]]:
    return [(work.student_id, work.pk) for work in life.portfolios.works.values()]


def goals(life: "Life") -> list[tuple[object, ...]]:
    return [(goal.student_id, goal.pk) for goal in life.portfolios.goals.values()]


def periods(life: "Life") -> list[tuple[object, ...]]:
    """Of each the page of every student whose group or work it is."""
    mine = life.portfolios
    pairs = {(student.student_id, student.period_id) for student in mine.standings.values()}
    pairs |= {(life.cast.yusuf.pk, period.pk) for period in mine.periods.values()}
    return sorted(pairs)


def bundles(life: "Life") -> list[tuple[object, ...]]:
    return [(bundle.student_id, bundle.pk) for bundle in life.portfolios.bundles.values()]


def echoes(life: "Life") -> list[tuple[object, ...]]:
    return [(echo.pk,) for echo in life.portfolios.echoes.values()]
