"""Urgent notices in the cast's world, each with a canary."""

import uuid
from typing import TYPE_CHECKING

from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import Group, School
from driehoek.features.alerts import public_page
from driehoek.features.alerts.models import Alert, What, Why
from driehoek.features.alerts.models.alert import Said
from driehoek.features.alerts.tests.sent import MIDNIGHT
from tests.cast import NOW

if TYPE_CHECKING:
    from tests.oracle.life import Life


def alert(life: "Life") -> dict[str, Alert]:
    """For a group, for a whole school, at another school, and one that was taken back."""
    cast = life.cast
    sent = {
        "groep 5": _send(life, "groep 5", cast.vlieger, cast.joris, cast.groep_5),
        "De Vlieger": _send(life, "De Vlieger", cast.vlieger, cast.joris),
        "1B": _send(life, "1B", cast.kompas, cast.peter, cast.klas_1b),
        "taken back": _send(life, "taken back", cast.vlieger, cast.joris, cast.groep_6),
    }
    sent["taken back"].withdraw(by=cast.joris, at=NOW)
    public_page.write(cast.vlieger, NOW)
    return sent


def _send(life: "Life", name: str, school: School, by: Person, *groups: Group) -> Alert:
    title, text = (life.canaries.new(f"{part} of urgent {name}") for part in ("title", "text"))
    said = Said(what=What.OTHER, title=f"Let op {title}", text=f"Er is {text}.", until=MIDNIGHT)
    sent = Alert.send(school, groups, said, token=uuid.uuid4(), why=Why.SAFETY, by=by, at=NOW)
    life.canaries.belongs(("alert", sent.pk), title, text)
    return sent
