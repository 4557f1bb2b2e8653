"""The same as test_controls.py, for what a student tells at the kitchen table."""

import pytest

from driehoek.backbone.access.rules import gathering
from driehoek.backbone.access.rules.rule import Rule
from driehoek.backbone.access.sections import gathering as gathered
from driehoek.backbone.access.sections import kitchen
from tests.oracle.life import Life
from tests.oracle.switching import Control, open_to_all
from tests.oracle.test_rows import differences

pytestmark = [pytest.mark.slow, pytest.mark.once]


@pytest.mark.parametrize("word", ["wish", "reflection", "attachment spoken to be asked by"])
@pytest.mark.parametrize(("who", "of"), [("sri", "Dewi"), ("ronald", "Kevin")])
def test_when_it_is_for_every_guardian_the_sweep_goes_red(
    life: Life, monkeypatch: pytest.MonkeyPatch, who: str, of: str, word: str
) -> None:
    """Dewi objects to her mother; Kevin is of age, and shows his father other things."""

    def any_guardian(patch: pytest.MonkeyPatch) -> None:
        patch.setattr(kitchen.told_at_home, "rows_for", kitchen.table["guardian"].rows_for)

    control = Control(any_guardian, who, "home", f"{word} {of}")
    assert control.goes_red(life, monkeypatch)


@pytest.mark.parametrize("guard", ["told_at_home", "post"])
def test_when_one_guard_of_ask_me_lets_all_through_the_rows_differ(
    life: Life, monkeypatch: pytest.MonkeyPatch, guard: str
) -> None:
    assert not differences(life, ["eager"])
    rule = kitchen.post["see"] if guard == "post" else kitchen.told_at_home
    open_to_all(rule)(monkeypatch)
    assert differences(life, ["eager"])


@pytest.mark.parametrize(
    ("table", "guard"),
    [
        ("checks", gathering.own_side),
        ("checks", gathering.at_table),
        ("year_steps", gathered.at_my_school),
        ("followed_steps", gathering.of_her_year),
    ],
)
def test_when_a_guard_of_talks_lets_all_through_the_rows_differ(
    life: Life, monkeypatch: pytest.MonkeyPatch, table: str, guard: Rule
) -> None:
    assert not differences(life, [table])
    open_to_all(guard)(monkeypatch)
    assert differences(life, [table])
