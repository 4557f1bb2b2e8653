"""Each guard, switched off, makes the sweep go red. A sweep that stays green then sees nothing."""

from functools import cached_property

import pytest
from django.db.models import Q

from driehoek.backbone.access import policy, viewer
from driehoek.backbone.access.models import Role, Seat, seat
from driehoek.backbone.access.rules import (
    absences,
    around,
    audiences,
    children,
    looking,
    photos,
    posts,
    pulse,
    questions,
    results,
    talking,
)
from driehoek.backbone.access.rules.rule import Rule
from driehoek.backbone.access.rules.through import through
from driehoek.backbone.access.viewer import Viewer
from driehoek.facts.looking.models import LookAlong
from driehoek.facts.looking.models.objection import ObjectionQuerySet
from driehoek.facts.people.models import Restriction
from driehoek.facts.schools.models import Enrolment, School
from tests.cast import NOW
from tests.oracle.life import Life
from tests.oracle.switching import AT_HOME, EVERY_ROW, Control, open_to_all
from tests.oracle.test_looking import agree

pytestmark = [pytest.mark.slow, pytest.mark.once]


def restrictions(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(seat, "_restrictions", lambda day, kind: Restriction.objects.none())


def of_age(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(seat, "_still_minor", lambda day: EVERY_ROW)


def end_of_guardianship(patch: pytest.MonkeyPatch) -> None:
    every = {"in_group": Q(sees_group=True), "hears_of_child": Q(sees_child=True)}
    patch.setattr(seat.SeatQuerySet, "recent", lambda seats, day: seats.annotate(**every))


def end_of_job(patch: pytest.MonkeyPatch) -> None:
    every = cached_property(lambda me: me._recent)
    every.__set_name__(Viewer, "seats")
    patch.setattr(Viewer, "seats", every)


def group_only_with_custody(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Seat, "opens_group", property(lambda seat: True), raising=False)


def audience(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(audiences, "_in_audience_of", lambda seats: EVERY_ROW)


def hats(patch: pytest.MonkeyPatch) -> None:
    patch.setitem(viewer.WORN, "home", tuple(Role))


def schools(patch: pytest.MonkeyPatch) -> None:
    # asked beforehand: a rule asks nothing while it is put together
    everywhere = set(School.objects.values_list("pk", flat=True))
    patch.setattr(Viewer, "schools", lambda me, functions: everywhere)


def protection(patch: pytest.MonkeyPatch) -> None:
    def all_pupils(me: Viewer) -> object:
        here = me.schools(functions=children.LEADERS)
        return Enrolment.objects.on(me.today).filter(group__school__in=here).values("student")

    patch.setattr(children, "pupils_of", all_pupils)


def day_of_any_child(patch: pytest.MonkeyPatch) -> None:
    patch.setitem(policy.POLICY, "dayreports.dayreport.see", Rule(lambda me: EVERY_ROW))


def answering_for_a_child(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(posts.room["decider"], "rows_for", lambda me: EVERY_ROW)


CONTROLS = {
    "answering for the child": Control(
        answering_for_a_child, "tom", "home", "absence mila ill since yesterday"
    ),
    "a list of one's own": Control(open_to_all(absences.named_by_me), "naima", "home", "near of Rachid"),
    "a block": Control(restrictions, "jeroen", "home", "post news"),
    "eighteen": Control(of_age, "zehra", "home", "post about aylin"),
    "the end of a guardianship": Control(end_of_guardianship, "gerda", "home", "post about noor"),
    "the end of a job": Control(end_of_job, "gijs", "school", "post news"),
    "only about the child": Control(group_only_with_custody, "tom", "home", "post news"),
    "the audience": Control(audience, "wouter", "home", "post news"),
    "the hat": Control(hats, "anouk", "home", "child yusuf"),
    "the wall between schools": Control(schools, "peter", "school", "post news"),
    "the secret address": Control(protection, "marja", "school", "child lotte"),
    "not before its time": Control(open_to_all(posts.shown), "naima", "home", "post scheduled"),
    "not after it was withdrawn": Control(open_to_all(posts.shown), "naima", "home", "post withdrawn"),
    "a line of one's own": Control(open_to_all(posts.my_line), "naima", "home", "comment Rachid to school"),
    "an answer before the morning": Control(
        open_to_all(posts.is_due), "naima", "home", "comment for the morning"
    ),
    "an answer on the board before the morning": Control(
        open_to_all(questions.answer_is_due), "naima", "home", "answer for the morning"
    ),
    "a family that hides, to all": Control(
        open_to_all(posts.in_the_open), "naima", "home", "comment Karin to all"
    ),
    "the day of another child": Control(day_of_any_child, "naima", "home", "day jayden"),
    "a question without a yes": Control(
        open_to_all(posts.agreed), "naima", "home", "question not answered yet", AT_HOME
    ),
    "an answer for all before the morning": Control(
        open_to_all(posts.agreed), "rachid", "home", "question agreed for the morning", AT_HOME
    ),
    "a removed comment": Control(open_to_all(posts.stands), "naima", "home", "comment removed"),
    "consent, for the bytes": Control(open_to_all(photos.consented), "naima", "home", "photo with Amira"),
    "consent, for the list": Control(
        open_to_all(photos.not_held), "naima", "home", "photo with Amira", "feed:photos"
    ),
    "what carries an attachment": Control(
        open_to_all(photos.carried), "naima", "home", "attachment with Rachid to school"
    ),
    "who brought it": Control(
        open_to_all(photos.brought), "naima", "home", "attachment of Rachid, not sent yet"
    ),
    "a film as its still": Control(
        open_to_all(photos.in_a_photo), "naima", "home", "attachment film with Amira"
    ),
    "another home's conversation": Control(open_to_all(talking.line), "naima", "home", "message Rachid asks"),
    "not before the morning": Control(
        open_to_all(talking.talk_is_due), "naima", "home", "message for the morning"
    ),
    "who may know the family": Control(
        open_to_all(around.known_adult), "marja", "school", "interpreter of Karin"
    ),
    "what the leaders took away": Control(
        open_to_all(talking.let_be), "naima", "home", "hidden message", "conversations:conversation"
    ),
    "of whoever is in the team": Control(open_to_all(talking.team), "imane", "school", "message Naima asks"),
    "what is done, for who stands in": Control(
        open_to_all(talking.not_done), "daan", "school", "message done"
    ),
    "a mark, before home may see it": Control(
        open_to_all(results.is_home), "naima", "home", "result Yusuf, today"
    ),
    "a mark, before it comes out": Control(
        open_to_all(results.is_out), "dewi", "home", "result Dewi, tomorrow", f"{AT_HOME} results:mine"
    ),
    "a mark that nobody showed": Control(
        open_to_all(results.shown_by_herself), "naima", "home", "result Yusuf, tomorrow"
    ),
    "words of fewer than five": Control(
        open_to_all(pulse.enough), "joris", "school", "sentence De Vlieger over students"
    ),
    "words while others still answer": Control(
        open_to_all(pulse.at_its_end), "joris", "school", "sentence De Vlieger running guardians"
    ),
    "for some parents only": Control(
        open_to_all(photos.among_us), "naima", "home", "photo for Bram's parents"
    ),
}


@pytest.mark.parametrize("name", CONTROLS)
def test_without_this_guard_the_sweep_goes_red(
    life: Life, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    assert CONTROLS[name].goes_red(life, monkeypatch)


def test_without_the_step_of_looking_along_the_sweep_goes_red(
    life: Life, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They agreed that Yusuf shares himself, and the rule forgets it."""

    def steps(patch: pytest.MonkeyPatch) -> None:
        patch.setattr(looking, "_tapered", lambda me: LookAlong.objects.none().values("student"))

    cast = life.cast
    agree(cast.yusuf, cast.naima, cast.vlieger, shares=NOW.date())
    control = Control(steps, "naima", "home", "result Yusuf, last week")
    assert control.goes_red(life, monkeypatch)


def test_without_a_reader_of_her_own_beside_a_point_the_sweep_goes_red(
    life: Life, monkeypatch: pytest.MonkeyPatch
) -> None:
    def only_the_point(patch: pytest.MonkeyPatch) -> None:
        patch.setitem(policy.POLICY, "discussed.pointresult.see", through("point", "talks.point"))

    control = Control(only_the_point, "naima", "home", "result Yusuf, tomorrow", "talks:talk")
    assert control.goes_red(life, monkeypatch)


def test_without_her_objection_the_sweep_goes_red(life: Life, monkeypatch: pytest.MonkeyPatch) -> None:
    def objections(patch: pytest.MonkeyPatch) -> None:
        patch.setattr(ObjectionQuerySet, "standing", lambda rows: rows.none())

    control = Control(objections, "sri", "home", "result Dewi, last week")
    assert control.goes_red(life, monkeypatch)
