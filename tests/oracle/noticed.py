"""What mentors set aside in the cast's world, each with a canary for her own reason."""

from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import School
from driehoek.features.noticing.models import SetAside, What
from tests.cast import NOW, TODAY, Cast
from tests.oracle.canaries import Plant


def set_aside(cast: Cast, plant: Plant) -> dict[str, SetAside]:
    """By mentors of today, by one who left the class, and by a colleague who teaches another."""
    return {
        "Adam by his mentor": _put(plant, cast.adam, cast.kompas, cast.dijk),
        "Yusuf by his teacher": _put(plant, cast.yusuf, cast.vlieger, cast.anouk),
        "Finn by his teacher": _put(plant, cast.finn, cast.vlieger, cast.anouk),
        "Yusuf by who left": _put(plant, cast.yusuf, cast.vlieger, cast.gijs),
        "Yusuf by another": _put(plant, cast.yusuf, cast.vlieger, cast.daan),
        "Dewi by her mentor": _put(plant, cast.dewi, cast.delta, cast.youssef),
    }


def _put(plant: Plant, student: Person, school: School, by: Person) -> SetAside:
    token = plant(f"why {by.given_name} sees no need to talk about {student.given_name}")
    SetAside.put(student, school, [What.LATE], f"Door de {token}.", by=by, day=TODAY, at=NOW)
    row = SetAside._default_manager.get(student=student, by=by)
    plant.belongs("setaside", row.pk, token)
    return row
