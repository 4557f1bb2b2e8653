"""The same as test_controls.py, for talks about a student, for her work, and for who looks along with her."""

import pytest

from driehoek.backbone.access.querysets import rows
from driehoek.backbone.access.rules import following, gathering, looking, portfolio, rule, talking
from driehoek.backbone.access.rules.rule import Rule
from driehoek.facts.looking.models import ExtraLook, KindSwitch, LookAlong
from driehoek.facts.looking.models.objection import ObjectionQuerySet
from driehoek.facts.people.models import StudentGrant
from driehoek.facts.schools.models import Enrolment
from tests.cast import NOW
from tests.oracle.life import Life
from tests.oracle.switching import EVERY_ROW, Control, open_to_all
from tests.oracle.test_looking import agree

pytestmark = [pytest.mark.slow, pytest.mark.once]
Guard = tuple[Rule, str, str, str]  # who then reads, in which hat, what

TALKS: dict[str, Guard] = {
    "who of home was asked": (gathering.asked_home, "naima", "home", "meeting Yusuf with Rachid"),
    "whether the child was asked": (gathering.asked_child, "yusuf", "home", "meeting Yusuf with Rachid"),
    "who of school was asked": (gathering.asked_school, "anouk", "school", "tablenote Yusuf with Rachid"),
    "not before she is ready": (gathering.said, "anouk", "school", "said Naima at Yusuf with both"),
    "nothing of the other home": (gathering.for_home, "naima", "home", "said Rachid at Adam with both"),
    "first her own answer": (gathering.chose_herself, "rachid", "home", "said Yusuf at Yusuf with both"),
    "school shows its side last": (gathering.its_turn, "dewi", "home", "said Youssef at Dewi with Sri"),
    "how it is in the other home": (
        gathering.at_work, "naima", "home", "homesituation Rachid at Adam with both"
    ),
    "a point of the other home": (gathering.of_child, "naima", "home", "point Rachid at Adam with both"),
    "who was asked along": (gathering.was_asked_along, "daan", "school", "meeting Finn with Marieke"),
    "who comes along works there": (gathering.works_there, "dijk", "school", "meeting Yusuf with both"),
    "who comes along may know her": (gathering.of_open_child, "daan", "school", "meeting Lotte with Karin"),
    "home lets her read": (
        gathering.let_her_read, "oscar", "school", "homesituation Naima at Adam with both"
    ),
    "what was agreed is for who teaches her": (
        gathering.taught_at_table, "joris", "school", "pledge Yusuf with Naima"
    ),
    "a note is for who works with her": (
        gathering.works_with_her, "joris", "school", "staffnote Yusuf with Naima"
    ),
}  # fmt: skip
SPOKEN: dict[str, Guard] = {
    "a voice with a point of the other home": (
        gathering.of_child, "naima", "home", "attachment spoken of a point by Rachid at Yusuf with both"
    ),
    "a voice beside the notes is for the table": (
        gathering.asked_school, "joris", "school", "attachment spoken with the notes of Yusuf with both"
    ),
    "a voice with the record is for the table": (
        gathering.asked_school, "joris", "school", "attachment spoken with the record of Yusuf with both"
    ),
    "a voice of a goal between her and her teacher": (
        portfolio.goal_is_told, "naima", "home", "attachment spoken now of goal of Yusuf alone"
    ),
    "a voice of a goal as it was before is not for home": (
        portfolio.own, "naima", "home", "attachment spoken before of goal of Yusuf"
    ),
    "a voice of a goal as it was before is not for the leaders": (
        portfolio.teacher, "joris", "school", "attachment spoken before of goal of Yusuf"
    ),
}  # fmt: skip
WORK: dict[str, Guard] = {
    "work that was taken away": (portfolio.standing, "yusuf", "home", "parcel with what was taken away"),
    "work that nobody looked at": (portfolio.looked_at, "naima", "home", "work waiting"),
    "work between her and her teacher": (portfolio.usually, "naima", "home", "work for the teacher"),
    "work for one guardian": (portfolio.named, "rachid", "home", "work for Naima"),
    "work for another class": (portfolio.in_my_class, "dewi", "home", "work for the class"),
    "work that the class does not see": (portfolio.for_class, "mila", "home", "work for home"),
    "work of a child that hides": (portfolio.no_child_that_hides, "yusuf", "home", "work of Lotte"),
    "work is not for the leaders": (portfolio.teacher, "joris", "school", "work for home"),
    "a goal between her and her teacher": (
        portfolio.goal_is_told, "naima", "home", "goal of Yusuf alone"
    ),
    "of the banned nothing": (portfolio.welcome, "anouk", "school", "echo by Jeroen"),
    "put together by another": (rule.my_words, "naima", "home", "bundle by Yusuf"),
}  # fmt: skip
ALONG: dict[str, Guard] = {
    "a reason of the other home": (following.own_reason, "naima", "home", "reason of Rachid"),
}
GUARDS = TALKS | SPOKEN | WORK | ALONG


@pytest.mark.parametrize("name", GUARDS)
def test_without_this_guard_the_sweep_goes_red(
    life: Life, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    guard, *reads = GUARDS[name]
    assert Control(open_to_all(guard), *reads).goes_red(life, monkeypatch)


def test_without_this_guard_one_home_has_what_is_said_of_the_other(
    life: Life, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No page asks for these rows without naming the pair, so the rows are asked themselves."""
    naima = life.cast.viewer(life.cast.naima)
    for model in (ExtraLook, LookAlong):
        assert not rows(model, naima, may="see").filter(guardian=life.cast.rachid).exists()
    open_to_all(following.her_guardian)(monkeypatch)
    for model in (ExtraLook, LookAlong):
        assert rows(model, naima, may="see").filter(guardian=life.cast.rachid).exists()


def test_without_her_birthday_a_guardian_still_asks_the_mentor(
    life: Life, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of a student of 18 who shows her other things, and leaves shut what school says."""
    shown = StudentGrant.objects.filter(student=life.cast.kevin, guardian=life.cast.ronald)
    assert shown.filter(kind="news").delete()[0] and shown.exists()
    control = Control(open_to_all(talking.under_age), "ronald", "home", "message Ronald asks the mentor")
    assert control.goes_red(life, monkeypatch)


def test_without_her_objection_a_talk_is_read(life: Life, monkeypatch: pytest.MonkeyPatch) -> None:
    def objections(patch: pytest.MonkeyPatch) -> None:
        patch.setattr(ObjectionQuerySet, "standing", lambda rows: rows.none())

    control = Control(objections, "sri", "home", "meeting Dewi with Sri")
    assert control.goes_red(life, monkeypatch)


def test_without_the_friday_a_week_comes_home_too_early(life: Life, monkeypatch: pytest.MonkeyPatch) -> None:
    def friday(patch: pytest.MonkeyPatch) -> None:
        patch.setattr(looking, "_before_friday", lambda today, at, on: EVERY_ROW)

    cast = life.cast
    agree(cast.yusuf, cast.naima, cast.vlieger, weekly=NOW.date())
    control = Control(friday, "naima", "home", "result Yusuf, last week")
    assert control.goes_red(life, monkeypatch)


def test_without_the_step_work_and_goals_are_read(life: Life, monkeypatch: pytest.MonkeyPatch) -> None:
    def steps(patch: pytest.MonkeyPatch) -> None:
        patch.setattr(looking, "_tapered", lambda me: LookAlong.objects.none().values("student"))

    cast = life.cast
    agree(cast.yusuf, cast.naima, cast.vlieger, shares=NOW.date())
    for thing in ("work for home", "goal of Yusuf"):
        with monkeypatch.context() as patch:
            assert Control(steps, "naima", "home", thing).goes_red(life, patch)


def test_without_the_switch_of_school_a_result_is_read(life: Life, monkeypatch: pytest.MonkeyPatch) -> None:
    def switches(patch: pytest.MonkeyPatch) -> None:
        patch.setattr(looking, "_opened_by_a_school", lambda me, kind: Enrolment.objects.values("student"))
        patch.setattr(looking, "_as_its_school_says", lambda *about: EVERY_ROW)

    whole = {"school": life.cast.vlieger, "layer": 0, "kind": "results"}
    KindSwitch.objects.update_or_create(**whole, defaults={"is_open": False, "at": NOW})
    control = Control(switches, "naima", "home", "result Yusuf, last week")
    assert control.goes_red(life, monkeypatch)


def test_without_her_own_say_who_is_of_age_is_read(life: Life, monkeypatch: pytest.MonkeyPatch) -> None:
    def says(patch: pytest.MonkeyPatch) -> None:
        patch.setattr(looking, "_not_granted", lambda me, kind: Enrolment.objects.none().values("student"))
        patch.setattr(looking, "_as_its_school_says", lambda *about: EVERY_ROW)

    control = Control(says, "ronald", "home", "milestone Kevin long ago")
    assert control.goes_red(life, monkeypatch)
