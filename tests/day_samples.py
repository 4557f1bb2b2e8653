"""The same as samples.py, for the daily arrangements: who is away, who fetches, leave, and days off."""

import datetime as dt
from collections.abc import Callable

from driehoek.facts.schools.models import Holiday
from driehoek.features.absences.exporting import close_batch
from driehoek.features.absences.models import Export, MorningQuestion
from tests.cast import NOW
from tests.oracle.life import Life

Arguments = tuple[object, ...]


def absence(life: Life) -> Arguments:
    """Yusuf is ill; Naima told it."""
    return (life.absences["yusuf ill"].pk,)


def missed(life: Life) -> Arguments:
    """Noor is not there, and nobody told why."""
    return (life.absences["noor missed"].pk,)


def told(life: Life) -> Arguments:
    """What Naima told about Yusuf."""
    return (life.absences["yusuf ill"].report_id,)


def morning(life: Life) -> Arguments:
    return (MorningQuestion.objects.first().pk,)  # type: ignore[union-attr]  # life asked it


def leave(life: Life) -> Arguments:
    """What Naima asked for Yusuf."""
    return (life.arranged.leaves["Naima for Yusuf"].pk,)


def swap(life: Life) -> Arguments:
    """What Naima asked the care group for Yusuf."""
    return (life.arranged.swaps["Naima for Yusuf"].pk,)


def export(life: Life) -> Arguments:
    """What went from De Vlieger to its student information system."""
    made = close_batch(life.cast.vlieger, by=life.cast.marja, at=NOW)
    return ((made or Export.objects.latest("pk")).pk,)


def near(life: Life) -> Arguments:
    """Whom Naima named for Yusuf."""
    return (life.arranged.near["of Naima"].pk,)


def correction(life: Life) -> Arguments:
    """What Naima says is different."""
    return (life.arranged.corrections["Naima"].pk,)


def study_day(life: Life) -> Arguments:
    """A day off of De Vlieger that lies ahead."""
    day = NOW.date() + dt.timedelta(days=30)
    holiday, _new = Holiday.objects.get_or_create(
        school=life.cast.vlieger, starts_on=day, defaults={"name": "studiedag", "ends_on": day}
    )
    return (holiday.pk,)


def meeting(life: Life) -> Arguments:
    """Juf Anouk about Yusuf, with him and his mother."""
    return (life.meetings.talks["Yusuf with Naima"].pk,)


def side(life: Life) -> Arguments:
    """The first question of it."""
    return (*meeting(life), 1)


def point(life: Life) -> Arguments:
    """What Naima wants to talk about there."""
    return (life.meetings.named["point"]["Naima at Yusuf with Naima"].pk,)


def asked_along(life: Life) -> Arguments:
    """Meester Daan, who comes along there."""
    return (life.meetings.named["askedalong"]["Daan at Yusuf with Naima"].pk,)


def companion(life: Life) -> Arguments:
    """Whom Naima brings."""
    return (life.meetings.named["companion"]["Yusuf with Naima"].pk,)


def staff_note(life: Life) -> Arguments:
    """What Anouk noted for her colleagues."""
    return (life.meetings.named["staffnote"]["Yusuf with Naima"].pk,)


def year_of_talks(life: Life) -> Arguments:
    return (life.cast.vlieger.pk,)


def step(life: Life) -> Arguments:
    """What everybody of groep 5 has in a year."""
    return (life.meetings.named["yearstep"][f"{life.cast.vlieger.name} 5"].pk,)


def pledge(life: Life) -> Arguments:
    """What Anouk said there that she does."""
    return (life.meetings.pledges["Yusuf with Naima"].pk,)


def proposal(life: Life) -> Arguments:
    """What Naima proposed about looking along with Yusuf."""
    return (life.along.proposals["Naima"].pk,)


def objection(life: Life) -> Arguments:
    """What Dewi does not want, at another school."""
    return (life.along.objected["Dewi"].pk,)


OF_THE_DAY: dict[Callable[[Life], Arguments], str] = {
    absence: "absences:absence absences:change absences:withdrawal absences:recovery",
    missed: "absences:explanation absences:presence",
    told: "absences:told absences:undoing",
    morning: "absences:morning",
    leave: "absences:leave absences:leave_decision absences:leave_reversal absences:leave_forwarding"
    " absences:leave_withdrawal",
    swap: "absences:swap absences:swap_change absences:swap_answer absences:swap_reversal"
    " absences:swap_withdrawal",
    meeting: "talks:talk talks:moving talks:cancelling talks:calendar talks:pledges talks:own"
    " talks:readiness talks:contact talks:points talks:run talks:notes talks:staff_note talks:asking_along"
    " talks:bringing talks:reply",
    asked_along: "talks:along_removal talks:home_opening",
    companion: "talks:companion_removal",
    side: "talks:question",
    point: "talks:point_removal discussed:laying",
    staff_note: "talks:staff_note_removal",
    year_of_talks: "talks:cycle",
    step: "talks:step_removal",
    pledge: "talks:pledge talks:confirmation talks:outcome talks:change",
    export: "absences:export_file",
    near: "corrections:near_removal corrections:near_answer",
    correction: "corrections:answer",
    proposal: "following:signature following:refusal following:step",
    objection: "following:objection_ending following:weighing",
    study_day: "holidays:holiday holidays:removal",
}
