"""What is said about looking along in the cast's world, with a canary in every reason."""

import datetime as dt
from typing import TYPE_CHECKING

from driehoek.facts.looking.models import ExtraLook, LookAlong, Mode, Objection, Reason, Side
from driehoek.facts.people.models import Person
from driehoek.features.following import agreeing, objecting, worrying
from driehoek.features.following.moments import Moment
from tests.cast import NOW
from tests.oracle.canaries import Plant

if TYPE_CHECKING:
    from tests.oracle.life import Life

WEEKS = dt.timedelta(weeks=1)


class Along:
    """Two homes of Yusuf, each with a proposal and a reason of its own; one looks closer; Dewi objects."""

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
        self.objected: dict[str, Objection] = {"Dewi": objection}

    def _propose(self, student: Person, by: Person, life: "Life") -> LookAlong:
        words, today = self.plant(f"why {by.given_name} proposes this"), NOW.date()
        plan = {Mode.WEEKLY: Moment("", today + 8 * WEEKS), Mode.SHARES: Moment("", today + 16 * WEEKS)}
        made = agreeing.propose(
            student, by, life.cast.vlieger, plan, by=by, side=Side.GUARDIAN, at=NOW, reason=f"Omdat {words}."
        )
        reason = Reason.objects.get(agreement=made)
        self.plant.belongs("reason", reason.pk, words)
        return made
