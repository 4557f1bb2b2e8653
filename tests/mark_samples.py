"""The same as samples.py, for results and what a school brings."""

from collections.abc import Callable

from driehoek.features.absences.models import Upload as Absences
from driehoek.features.results.models import Connection, Source, Upload
from driehoek.features.rosters.models import Connection as Roster
from tests.cast import NOW
from tests.oracle.life import Life

Arguments = tuple[object, ...]


def marks(life: Life) -> Arguments:
    """Results that the office brought for De Vlieger."""
    brought = Upload.objects.filter(school=life.cast.vlieger).first()
    source, _new = Source.objects.get_or_create(school=life.cast.vlieger, name="ParnasSys")
    by = {"by": life.cast.marja, "at": NOW}
    return ((brought or Upload.receive(life.cast.vlieger, [], source=source, **by)).pk,)


def result(life: Life) -> Arguments:
    """What Dewi alone knows until tomorrow."""
    return (life.results["Dewi, today"].pk,)


def vlieger(life: Life) -> Arguments:
    """Whose office joined a system that does not answer, for results and for its roster."""
    school = life.cast.vlieger
    said = {"name": "ParnasSys", "address": "https://sis.example/ims/oneroster", "client_id": "driehoek"}
    said["token_address"] = "https://sis.example/token"
    if not Connection.objects.filter(school=school).exists():
        Connection.set_up(school, said, secret="s" * 20, by=life.cast.marja, at=NOW)
    if not Roster.objects.filter(school=school).exists():
        Roster.set_up(school, said, secret="s" * 20, by=life.cast.marja, at=NOW)
    return (school.pk,)


def absences(life: Life) -> Arguments:
    """A file of absences that the office brought for De Vlieger."""
    brought = Absences.objects.filter(school=life.cast.vlieger).first()
    by = {"source": "ParnasSys", "by": life.cast.marja, "at": NOW}
    return ((brought or Absences.receive(life.cast.vlieger, [], **by)).pk,)


def played(life: Life) -> Arguments:
    """A system that the demo plays."""
    return ("het-kompas",)


def played_rows(life: Life) -> Arguments:
    return ("het-kompas", "gradebook", "results")


OF_MARKS: dict[Callable[[Life], Arguments], str] = {
    marks: "results:proposal results:columns results:agreement results:refusal",
    absences: "absences:brought absences:brought_agreement absences:columns absences:kinds",
    result: "results:telling",
    vlieger: "results:connection results:fetching results:trying results:cutting"
    " rosters:connection rosters:fetching rosters:trying rosters:cutting",
    played: "demo:system_token",
    played_rows: "demo:system",
}
