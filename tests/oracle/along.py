"""What is said about looking along in the cast's world, with a canary in every reason."""

import datetime as dt
from typing import TYPE_CHECKING

from driehoek.facts.looking.models import ExtraLook, LookAlong, Mode, Objection, Reason, Side, Step
from driehoek.facts.looking.weeks import Week
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import School
from driehoek.features.following import agreeing, objecting, worrying
from driehoek.features.following.moments import Moment
from tests.cast import NOW
from tests.oracle.canaries import Plant

if TYPE_CHECKING:
    from tests.oracle.life import Life

WEEKS = dt.timedelta(weeks=1)


class Along:
    """Two homes of Yusuf, each with a proposal and a reason of its own; one looks closer; Dewi objects;
    of Adam's week his father reads a summary."""

    def __init__(self, life: "Life") -> None:
        self.plant, cast = Plant(life.canaries), life.cast
        self.proposals = {
            by.given_name: self._propose(cast.yusuf, by, life) for by in (cast.naima, cast.rachid)
        }
        self.reasons = {f"of {row.by.given_name}": row for row in Reason.objects.select_related("by")}
        words = self.plant("why Rachid looks closer")
        extra = worrying.look_closer(
            cast.yusuf, cast.rachid, f"Omdat {words}.", by=cast.anouk, at=NOW, today=NOW.date()
        )
        self.plant.belongs("closer", extra.pk, words)
        self.closer: dict[str, ExtraLook] = {"Rachid": extra}
        words = self.plant("why Dewi objects")
        objection = objecting.object_to(cast.dewi, cast.sri, cast.delta, f"Omdat {words}.", at=NOW)
        self.plant.belongs("objection", objection.pk, words)
        self._let_go(cast.adam, cast.rachid, cast.kompas)
        self.objected: dict[str, Objection] = {"Dewi": objection}

    def _let_go(self, student: Person, guardian: Person, school: School) -> None:
        """Signed by all three, and for a month at the step of a summary each week."""
        pair = {"student": student, "guardian": guardian, "school": school}
        signed = LookAlong.objects.create(**pair, proposed_at=NOW - 8 * WEEKS, sealed_at=NOW - 8 * WEEKS)
        for number, mode in enumerate(Mode):
            Step.objects.create(
                agreement=signed, mode=mode, starts_on=(NOW + (6 * number - 8) * WEEKS).date()
            )

    def _propose(self, student: Person, by: Person, life: "Life") -> LookAlong:
        words, today = self.plant(f"why {by.given_name} proposes this"), NOW.date()
        plan = {Mode.WEEKLY: Moment("", today + 8 * WEEKS), Mode.SHARES: Moment("", today + 16 * WEEKS)}
        made = agreeing.propose(
            student, by, life.cast.vlieger, plan, by=by, side=Side.GUARDIAN, at=NOW, reason=f"Omdat {words}."
        )
        reason = Reason.objects.get(agreement=made)
        self.plant.belongs("reason", reason.pk, words)
        return made


def weeks(life: "Life") -> list[tuple[object, ...]]:
    """Of Adam and of Yusuf, of whom there is none: the last one that came home, and the one that runs."""
    running = Week.of(NOW.date())
    children = (life.cast.adam.pk, life.cast.yusuf.pk)
    return [(child, week.name) for child in children for week in (running.before, running)]
