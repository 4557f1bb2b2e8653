"""Results in the cast's world: at home already, with the student alone, not out yet; each with secrets in the
word, the remark and the name of the work."""

import datetime as dt

from driehoek.facts.looking.models import KindSwitch
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import School
from driehoek.features.results.models import Item, MissedWork, Moment, Result, Source
from tests.cast import NOW, Cast
from tests.oracle.canaries import Plant

A_DAY = dt.timedelta(days=1)
OUT = {  # opens, comes home: days from now
    "last week": (-7, -6),
    "today": (-0.1, 0.9),
    "tomorrow": (1, 2),
}


def mark(cast: Cast, plant: Plant) -> dict[str, Result]:
    """Of a child with two homes, who has a protection, whom a block is about; of nearly and just of age."""
    KindSwitch.objects.create(school=cast.vlieger, kind="results", is_open=True, at=NOW)  # a primary school
    marks = {}
    for child, school in (
        (cast.yusuf, cast.vlieger), (cast.finn, cast.vlieger), (cast.lotte, cast.vlieger),
        (cast.dewi, cast.delta), (cast.aylin, cast.delta),
    ):  # fmt: skip
        for when, days in OUT.items():
            name = f"{child.given_name}, {when}"
            marks[name] = _mark(plant, name, child, school, days)
    marks["Dewi, shown"] = _mark(plant, "Dewi, shown", cast.dewi, cast.delta, OUT["today"])
    marks["Dewi, shown"].tell(shows=True, by=cast.dewi, at=NOW)
    marks["Dewi, said"] = _mark(plant, "Dewi, said", cast.dewi, cast.delta, OUT["today"])
    marks["Dewi, said"].tell(shows=False, by=cast.dewi, at=NOW)
    return marks


def _mark(plant: Plant, name: str, child: Person, school: School, days: tuple[float, float]) -> Result:
    word, remark, work = (plant(f"{part} of the mark: {name}") for part in ("word", "remark", "work"))
    source, _new = Source.objects.get_or_create(school=school, name="Magister")
    opens_at, home_at = (NOW + day * A_DAY for day in days)
    moment, _made = Moment.objects.get_or_create(school=school, opens_at=opens_at, home_at=home_at)
    item = Item.objects.create(source=source, key=name, school=school, subject="Rekenen", title=work)
    result = Result.objects.create(
        source=source, key=name, student=child, school=school, item=item, text=word,
        comment=f"Het is {remark}.",
        status="missing", scored_on=NOW.date(), stamped_at=NOW - 8 * A_DAY, moment=moment,
    )  # fmt: skip
    MissedWork.note(moment, NOW)
    plant.belongs("result", result.pk, word)
    plant.belongs("result", result.pk, remark)
    plant.belongs("result", result.pk, work)
    return result
