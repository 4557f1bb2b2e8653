"""Who would like an interpreter in the cast's world."""

from driehoek.features.languages.models import InterpreterRequest
from tests.cast import NOW, Cast


def ask_for_interpreters(cast: Cast) -> dict[str, InterpreterRequest]:
    """Of two homes each for itself; of a protected child; of a mother and of a student of age."""
    asking = {
        "of Naima": (cast.vlieger, cast.naima),
        "of Rachid": (cast.vlieger, cast.rachid),
        "of Karin": (cast.vlieger, cast.karin),
        "of Sri": (cast.delta, cast.sri),
        "of Kevin": (cast.delta, cast.kevin),
    }
    for school, person in asking.values():
        InterpreterRequest.ask(school, by=person, at=NOW)
    return {name: InterpreterRequest.objects.get(person=who) for name, (_school, who) in asking.items()}
