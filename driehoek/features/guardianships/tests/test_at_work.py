"""An adult with a block or a child of his own who also works at the school of that child."""

import pytest
from django.urls import reverse

from driehoek.facts.people.models import Guardianship, Person, Restriction
from driehoek.facts.schools.models import Appointment, Function
from tests.cast import TODAY, Cast

pytestmark = pytest.mark.django_db


def works(cast: Cast, person: Person, function: str) -> None:
    group = cast.groep_5 if function == Function.TEACHER else None
    Appointment.objects.create(
        person=person, board=cast.vlieger.board, school=cast.vlieger, group=group, function=function,
        starts_on=TODAY,
    )  # fmt: skip


def block(cast: Cast, kind: str = "no_access") -> Restriction:
    return Restriction.objects.create(
        student=cast.yusuf, adult=cast.rachid, kind=kind, starts_on=TODAY, basis="test", entered_by=cast.marja
    )


def test_a_blocked_parent_does_not_meet_the_child_at_work(cast: Cast) -> None:
    works(cast, cast.rachid, Function.TEACHER)
    browser, page = cast.sign_in(cast.rachid, "school"), reverse("children:pupil", args=[cast.yusuf.pk])
    letters = reverse("entry:group_letters", args=[cast.groep_5.pk])
    assert browser.get(page).status_code == 200 and cast.naima.full_name in browser.get(letters).text
    block(cast)
    assert browser.get(page).status_code == 404 and cast.naima.full_name not in browser.get(letters).text
    assert browser.get(reverse("children:pupil", args=[cast.amira.pk])).status_code == 200


@pytest.mark.parametrize("kind", Restriction.Kind.values)
def test_a_head_lifts_no_block_on_himself(cast: Cast, kind: str) -> None:
    works(cast, cast.rachid, Function.HEAD)
    page = reverse("guardianships:lifting", args=[block(cast, kind).pk])
    assert cast.sign_in(cast.marja).get(page).status_code == 200
    assert cast.sign_in(cast.rachid, "school").post(page, {"on": TODAY}).status_code == 404
    assert Restriction.objects.get(adult=cast.rachid).ends_on is None


def test_nobody_decides_about_her_own_guardianship_or_that_of_the_other_parent(cast: Cast) -> None:
    works(cast, cast.rachid, Function.OFFICE)
    family = Guardianship.objects.filter(student=cast.yusuf)
    stranger = Guardianship.objects.get(guardian=cast.elif_, student=cast.defne)
    browser = cast.sign_in(cast.rachid, "school")
    assert browser.get(reverse("guardianships:ending", args=[stranger.pk])).status_code == 200
    for link in family:
        for act in ("approval", "grant", "ending"):
            assert browser.post(reverse(f"guardianships:{act}", args=[link.pk])).status_code == 404


def test_the_form_says_whose_looking_on_ends(cast: Cast) -> None:
    link = Guardianship.objects.get(student=cast.yusuf, guardian=cast.rachid)
    page = cast.sign_in(cast.marja).get(reverse("guardianships:ending", args=[link.pk])).text
    assert cast.rachid.full_name in page and cast.yusuf.full_name in page
    assert cast.naima.full_name not in page
