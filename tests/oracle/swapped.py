"""Days that are swapped in the cast's world, each with a secret in its words."""

import datetime as dt
import uuid

from driehoek.facts.people.models import Person
from driehoek.features.absences.models import SwapRequest
from driehoek.features.absences.swapping import ask_swap
from tests.cast import NOW, Cast
from tests.oracle.canaries import Plant

SOON = NOW.date() + dt.timedelta(days=7)


def swap(cast: Cast, plant: Plant) -> dict[str, SwapRequest]:
    """Two homes of one child, one of them answered, and another child of the group whose day is off."""
    asking = {
        "Naima for Yusuf": (cast.yusuf, cast.naima),
        "Rachid for Yusuf": (cast.yusuf, cast.rachid),
        "Cheryl for Jayden": (cast.jayden, cast.cheryl),
    }
    swaps = {name: _ask(cast, plant, *who) for name, who in asking.items()}
    said, answered = plant("answer to a swap of Rachid"), swaps["Rachid for Yusuf"]
    answered.decide(is_granted=True, reason=f"Ja, {said}.", by=cast.samira, at=NOW)
    plant.belongs("swap", answered.pk, said)
    why, off = plant("why a swap is off"), swaps["Cheryl for Jayden"]
    off.decide(is_granted=True, reason="", by=cast.samira, at=NOW)
    off.reverse(f"Het is {why}.", by=cast.samira, at=NOW)
    plant.belongs("swap", off.pk, why)
    return swaps


def _ask(cast: Cast, plant: Plant, child: Person, by: Person) -> SwapRequest:
    words = plant(f"swap of {by.given_name}")
    asked = ask_swap(
        child, cast.bso, token=uuid.uuid5(uuid.NAMESPACE_OID, words), home_on=SOON, comes_on=None,
        words=f"Het is {words}.", by=by, at=NOW, today=NOW.date(),
    )  # fmt: skip
    plant.belongs("swap", asked.pk, words)
    return asked
