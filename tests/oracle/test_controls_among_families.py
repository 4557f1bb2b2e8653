"""The same as test_controls.py, for what families tell, ask and share, and for what was reported."""

import pytest

from driehoek.backbone.access import policy
from driehoek.backbone.access.rules import meeting, order, portfolio, questions, staff
from driehoek.backbone.access.rules.rule import Rule
from driehoek.facts.people.models import Guardianship
from tests.oracle.life import Life
from tests.oracle.switching import EVERY_ROW, Control, open_to_all

pytestmark = [pytest.mark.slow, pytest.mark.once]
OF_FAMILIES = (
    "choices:own introductions:class moderation:case moderation:hiding paper:answers portfolio:parcel"
    " portfolio:work questions:question stories:story"
)


def families_that_hide(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(meeting, "hidden_families", lambda guardian: Guardianship.objects.none())


def any_telephone(patch: pytest.MonkeyPatch) -> None:
    patch.setitem(policy.POLICY, "notifications.pushsubscription.see", Rule(lambda me: EVERY_ROW))


def any_letter(patch: pytest.MonkeyPatch) -> None:
    for act in ("see", "hand_out"):
        patch.setitem(policy.POLICY, f"notifications.paperletter.{act}", Rule(lambda me: EVERY_ROW))


CONTROLS = {
    "a telephone of one's own": Control(any_telephone, "naima", "home", "phone of Rachid"),
    "a letter that goes along with a child who hides": Control(
        any_letter, "marja", "school", "carried with Lotte"
    ),
    "told to the teacher alone": Control(
        open_to_all(meeting.for_class), "elif_", "home", "story to the teacher"
    ),
    "in the class of the child": Control(
        open_to_all(meeting.in_groups_at_home), "annelies", "home", "story to the class"
    ),
    "hidden by the leaders": Control(
        open_to_all(meeting.told), "naima", "home", "hidden advert", "introductions:class stories:story"
    ),
    "words of one's own that were hidden": Control(
        open_to_all(meeting.my_hidden_words), "naima", "home", "hidden advert"
    ),
    "a report is for the leaders": Control(
        open_to_all(staff.leader_of_its_school), "anouk", "school", "case advert"
    ),
    "a file of absences is for the leaders": Control(
        open_to_all(staff.leader_of_its_school), "anouk", "school", "upload of De Vlieger"
    ),
    "a report about who hides is not for the office": Control(
        open_to_all(order.of_open_families), "marja", "school", "case of who hides"
    ),
    "what a parent lets her class know": Control(
        open_to_all(meeting.in_my_class), "naima", "home", "trait of karin"
    ),
    "what a parent told and a leader took away": Control(
        open_to_all(meeting.shared_still), "naima", "home", "trait of esther"
    ),
    "a face in one class and not in the other": Control(
        open_to_all(meeting.in_my_class), "elif_", "home", "face of naima"
    ),
    "a face of who hides": Control(
        families_that_hide, "elif_", "home", "face of karin", "portraits:portrait"
    ),
    "how to reach the other home": Control(
        open_to_all(meeting.contact_stays_home), "rachid", "home", "contact naima"
    ),
    "asked of one class": Control(
        open_to_all(questions.in_class), "annelies", "home", "asked by Naima", OF_FAMILIES
    ),
    "a family that hides": Control(families_that_hide, "naima", "home", "asked by Karin", OF_FAMILIES),
    "work for her teacher alone": Control(open_to_all(portfolio.for_home), "elif_", "home", "work for home"),
    "a parcel in which something is no longer hers": Control(
        open_to_all(portfolio.nothing_closed), "naima", "home", "parcel with the other home"
    ),
    "a parcel with a photo that is held": Control(
        open_to_all(portfolio.part_seen), "anouk", "school", "parcel with a held photo"
    ),
    "a parcel after its days": Control(open_to_all(portfolio.still_kept), "yusuf", "home", "parcel too old"),
    "an echo of the other home": Control(open_to_all(portfolio.for_her), "naima", "home", "echo by Rachid"),
    "an answer that was hidden": Control(
        open_to_all(questions.answer_stands),
        "naima",
        "home",
        "hidden answer",
        "introductions:class questions:question",
    ),
}


@pytest.mark.parametrize("name", CONTROLS)
def test_without_this_guard_the_sweep_goes_red(
    life: Life, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    assert CONTROLS[name].goes_red(life, monkeypatch)


def test_without_the_guard_of_a_case_its_voice_is_heard(life: Life, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = open_to_all(staff.leader_of_its_school)
    control = Control(opened, "anouk", "school", "attachment heard in a case")
    assert control.goes_red(life, monkeypatch)


def test_without_the_guard_of_leave_one_home_hears_the_other(
    life: Life, monkeypatch: pytest.MonkeyPatch
) -> None:
    def any_leave(patch: pytest.MonkeyPatch) -> None:
        patch.setitem(policy.POLICY, "absences.leaverequest.see", Rule(lambda me: EVERY_ROW))

    control = Control(any_leave, "naima", "home", "attachment spoken for the leave of Rachid for Yusuf")
    assert control.goes_red(life, monkeypatch)
