"""Letters that came in by mail in the cast's world: of two homes of one child, and of a mother elsewhere."""

from typing import TYPE_CHECKING

from driehoek.backbone.letterbox.models import Arrival, Complaint, Response
from driehoek.facts.people.models import Person
from tests.cast import NOW

if TYPE_CHECKING:
    from tests.oracle.life import Life


class Letters:
    """What was typed, which stays with us until its writer says that it is hers; and what she hears of it."""

    def __init__(self, life: "Life") -> None:
        self.life, self.heard = life, dict[str, Response]()
        cast = life.cast
        for name, person in {"Naima": cast.naima, "Rachid": cast.rachid, "Tom": cast.tom}.items():
            self._hears(f"doubt of {name}", person, Response.Kind.DOUBT)
            self._hears(f"files of {name}", person, Response.Kind.FILES)
        self.complaints = dict(self._complaint(one) for one in (cast.naima, cast.tom))

    def _hears(self, name: str, person: Person, kind: str) -> None:
        typed, named = (self.life.canaries.new(f"{part} {name}") for part in ("typed in", "named in"))
        raw = f"From: x@elders.example\n\nWij denken {typed}".encode()
        Arrival.keep(raw, address=f"antwoord+r{person.pk}", message_id=name, at=NOW)
        arrival = Arrival.objects.latest("pk")
        response = Response.give(arrival, kind, person=person, details=[f"{named}.exe"], at=NOW)
        self.life.canaries.belongs(("letter", arrival.pk), typed)
        self.life.canaries.belongs(("response", response.pk), named)
        self.heard[name] = response

    def _complaint(self, person: Person) -> tuple[str, Complaint]:
        Complaint.note(person, "thinking", at=NOW)
        return f"of {person.given_name}", Complaint.objects.get(person=person)
