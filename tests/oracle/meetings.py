"""Talks about children of the cast, each with a secret in what is said of it and in what was agreed."""

import datetime as dt
import uuid
from typing import TYPE_CHECKING, Any

from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import School
from driehoek.features.talks.models import (
    Answer,
    AskedAlong,
    Companion,
    ContactCheck,
    CycleStep,
    HomeSituation,
    Pledge,
    Point,
    Side,
    StaffNote,
    Talk,
    TalkNotes,
    TalkRecord,
)
from driehoek.features.talks.planning import Table, plan
from tests.cast import NOW, Cast
from tests.oracle.canaries import Plant

if TYPE_CHECKING:
    from tests.oracle.life import Life

TO_COME = "Yusuf with Naima"  # the others have a record, and are over with it
KINDS = ("said", "point", "homesituation", "tablenote", "record", "staffnote", "askedalong", "companion")
SOON = NOW + dt.timedelta(days=7)


def held(cast: Cast) -> dict[str, tuple[Person, School, Person, tuple[Person, ...]]]:
    """Two homes of one child apart and together, a mother who was blocked since, a child who hides, a student
    of seventeen, and one in another school of the same family."""
    return {
        "Yusuf with Naima": (cast.yusuf, cast.vlieger, cast.anouk, (cast.naima,)),
        "Yusuf with Rachid": (cast.yusuf, cast.vlieger, cast.meryem, (cast.rachid,)),
        "Yusuf with both": (cast.yusuf, cast.vlieger, cast.anouk, (cast.naima, cast.rachid)),
        "Finn with Marieke": (cast.finn, cast.vlieger, cast.anouk, (cast.marieke,)),
        "Lotte with Karin": (cast.lotte, cast.vlieger, cast.anouk, (cast.karin,)),
        "Adam with both": (cast.adam, cast.kompas, cast.dijk, (cast.naima, cast.rachid)),
        "Dewi with Sri": (cast.dewi, cast.delta, cast.youssef, (cast.sri,)),
    }


class Meetings:
    """Each with one sentence that was agreed; of one the child was not there."""

    def __init__(self, life: "Life") -> None:
        self.life, self.plant = life, Plant(life.canaries)
        self.talks: dict[str, Talk] = {}
        self.pledges: dict[str, Pledge] = {}
        self.named: dict[str, dict[str, Any]] = {kind: {} for kind in KINDS}
        for name, who in held(life.cast).items():
            self._hold(name, *who)
        self._were_there("Finn with Marieke", life.cast.jeroen, "home")  # before the block
        self._were_there("Yusuf with both", life.cast.gijs, "school")  # before he left the group
        for name in self.talks:
            self._say(name)
            self._write(name)
        for name in ("Yusuf with Naima", "Lotte with Karin", "Adam with both"):
            self.talks[name].sides.update(ready_at=NOW)
        self.talks["Yusuf with both"].sides.filter(corner="child").update(ready_at=NOW)
        self.talks["Dewi with Sri"].sides.filter(corner="school").update(ready_at=NOW)  # and not her student
        self._come_along(life.cast)
        self._answer_alone(self.talks["Yusuf with both"], life.cast.rachid)
        self.named["check"] = self._look_over()
        self.named["yearstep"] = self.named["followedstep"] = self._plan_the_year()

    def _look_over(self) -> dict[str, ContactCheck]:
        """Everybody at the talk that what one has of her is right."""
        checks = {}
        for name, talk in self.talks.items():
            for side in talk.sides.order_by("pk"):
                ContactCheck.give(side, by=side.person, at=NOW)
                who = f"{side.person.given_name} at {name}"
                checks[who] = ContactCheck.objects.get(side=side)
        return checks

    def _plan_the_year(self) -> dict[str, CycleStep]:
        """Of two years of a primary school, and of the first two of the others."""
        cast = self.life.cast
        for school, layers, by in (
            (cast.vlieger, (5, 6), cast.joris),
            (cast.kompas, (1,), cast.peter),
            (cast.delta, (2,), cast.youssef),
        ):  # fmt: skip
            CycleStep.add(school, [(layer, "progress", 2) for layer in layers], by=by, at=NOW)
        steps = CycleStep.objects.select_related("school")
        return {f"{step.school.name} {step.layer}": step for step in steps}

    def _come_along(self, cast: Cast) -> None:
        """Colleagues beside the talk: one whom Naima lets read of her home, one at another school, one for a
        child that hides. And whom Naima brings."""
        daan = self._ask_along("Yusuf with Naima", cast.daan)
        own = self.talks["Yusuf with Naima"].sides.get(person=cast.naima)
        daan.open_home(own, by=cast.naima, at=NOW)
        self._ask_along("Adam with both", cast.oscar)
        self._ask_along("Yusuf with both", cast.dijk)
        self._ask_along("Lotte with Karin", cast.daan)
        for name in ("Yusuf with Naima", "Adam with both"):
            side, token = self.talks[name].sides.get(person=cast.naima), self.plant(f"brought to {name}")
            made = Companion.bring(side, f"Tante {token}", "family", by=cast.naima, at=NOW)
            self._plant("companion", name, made, token)

    def _ask_along(self, name: str, person: Person) -> AskedAlong:
        talk, token = self.talks[name], self.plant(f"why {person.given_name} comes to {name}")
        asked = AskedAlong.ask(talk, person, f"Voor {token}", by=talk.by, at=NOW)
        self._plant("askedalong", f"{person.given_name} at {name}", asked, token)
        return asked

    def _answer_alone(self, talk: Talk, person: Person) -> None:
        """One of two parents did not answer the first question yet: she reads nothing of it."""
        Answer.objects.filter(side__talk=talk, side__person=person, question="proud").delete()

    def _say(self, name: str) -> None:
        """Each side its own: an answer, a point, and of home how it is there."""
        for side in self.talks[name].sides.order_by("pk"):
            who = f"{side.person.given_name} at {name}"
            words, point, home = (self.plant(f"{part} of {who}") for part in ("answer", "point", "home"))
            given = {"tiles": (), "voice": None, "by": side.person, "at": NOW}
            answer = Answer.give(side, "proud", words=f"Op {words}", **given)
            self._plant("said", who, answer, words)
            said = Point.add(side, "well", f"Over {point}", by=side.person, at=NOW)
            self._plant("point", who, said, point)
            if side.corner == "home":
                HomeSituation.tell(side, f"Wij {home}", by=side.person, at=NOW)
                self._plant("homesituation", who, HomeSituation.objects.get(side=side), home)

    def _write(self, name: str) -> None:
        talk = self.talks[name]
        notes, apart = self.plant(f"notes of {name}"), self.plant(f"staff note of {name}")
        TalkNotes.write(talk, f"Samen {notes}", seen="", by=talk.by, at=NOW)
        self._plant("tablenote", name, TalkNotes.objects.get(talk=talk), notes)
        if name != TO_COME:
            made = self.plant(f"record of {name}")
            self._plant("record", name, TalkRecord.close(talk, f"Wij {made}", by=talk.by, at=NOW), made)
        note = StaffNote.write(talk.student, talk.school, f"Let op {apart}", by=talk.by, at=NOW)
        self._plant("staffnote", name, note, apart)

    def _plant(self, kind: str, name: str, row: Any, token: str) -> None:
        self.named[kind][name] = row
        self.plant.belongs(kind, row.pk, token)

    def _were_there(self, name: str, person: Person, corner: str) -> None:
        Side.objects.create(talk=self.talks[name], person=person, corner=corner)

    def _hold(
        self, name: str, student: Person, school: School, host: Person, guardians: tuple[Person, ...]
    ) -> None:
        place, words, why = (self.plant(f"{part} of {name}") for part in ("place", "pledge", "why"))
        table = Table(student, school, NOW.date(), host)
        said: dict[str, Any] = {
            "token": uuid.uuid5(uuid.NAMESPACE_OID, name), "kind": "start", "moment": SOON, "minutes": 20,
            "place": f"Lokaal {place}", "guardians": {person.pk for person in guardians}, "colleagues": (),
            "with_student": name != "Yusuf with Rachid", "reason": f"Want {why}",
            "reason_alone": "Hij kan niet.",
        }  # fmt: skip
        talk = self.talks[name] = plan(table, said, now=NOW)
        doer = talk.sides.get(person=host)
        self.pledges[name] = Pledge.agree(talk, doer, f"Wij doen {words}", until=None, by=host, at=NOW)
        self.plant.belongs("meeting", talk.pk, place)
        if talk.left_out.exists():
            self.plant.belongs("table", talk.pk, why)
        self.plant.belongs("pledge", self.pledges[name].pk, words)


def meetings(life: "Life") -> list[tuple[object, ...]]:
    return [(talk.pk,) for talk in life.meetings.talks.values()]


def sides(life: "Life") -> list[tuple[object, ...]]:
    return [(talk.pk, n) for talk in life.meetings.talks.values() for n in (1, 2, 3, 6)]
