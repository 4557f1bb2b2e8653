"""What the office decides about an adult and a child, and that nobody else comes near."""

import datetime as dt

import pytest
from django.urls import reverse

from driehoek.backbone.access.querysets import rows
from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.journal.models import Entry
from driehoek.facts.people.models import (
    Approval,
    Guardianship,
    Person,
    Protection,
    Restriction,
)
from tests.cast import NOW, Cast

pytestmark = pytest.mark.django_db
WAITING = reverse("guardianships:waiting")


def link(cast: Cast, kind: str = "custody", student: str = "yusuf") -> Guardianship:
    """An adult whom the last import brought and nobody agreed to."""
    adult = Person.objects.create(given_name="Karim", family_name="Wachtend")
    return Guardianship.objects.create(
        guardian=adult, student=getattr(cast, student), kind=kind, source="import",
        starts_on=dt.date(2026, 8, 1), sees_child=kind != "no_custody", sees_group=kind != "no_custody",
    )  # fmt: skip


def url(name: str, pk: int) -> str:
    return reverse(f"guardianships:{name}", args=[pk])


def wards(person: Person, now: dt.datetime = NOW) -> set[int]:
    return Viewer(person, "home", now).wards()


def test_the_office_agrees_and_from_then_on_he_sees_his_child(cast: Cast) -> None:
    waiting, office = link(cast), cast.sign_in(cast.marja)
    assert "Karim Wachtend" in office.get(WAITING).text
    assert wards(waiting.guardian) == set()
    for _ in range(2):  # a form may be sent twice
        assert office.post(url("approval", waiting.pk)).status_code == 302
    assert wards(waiting.guardian) == {cast.yusuf.pk}
    assert Approval.objects.get(guardianship=waiting).by == cast.marja
    assert Entry.objects.filter(verb="guardianships.guardianship.approved").count() == 1


def test_a_parent_without_custody_gets_nothing_by_a_mere_yes(cast: Cast) -> None:
    waiting, office = link(cast, "no_custody"), cast.sign_in(cast.marja)
    assert office.post(url("approval", waiting.pk)).url == url("grant", waiting.pk)
    assert not Approval.objects.filter(guardianship=waiting).exists()
    assert office.post(url("grant", waiting.pk), {"basis": ""}).status_code == 422
    assert office.post(url("grant", waiting.pk), {"basis": "Verzoek van 3 november"}).status_code == 302
    viewer = Viewer(waiting.guardian, "home", NOW)
    assert viewer.wards() == {cast.yusuf.pk} and viewer.groups() == set() and viewer.decides_for() == set()


def test_ending_ends_what_he_sees_after_that_day(cast: Cast) -> None:
    running = Guardianship.objects.get(guardian=cast.rachid, student=cast.yusuf)
    cast.sign_in(cast.marja).post(url("ending", running.pk), {"on": cast.today.isoformat()})
    assert cast.yusuf.pk in wards(cast.rachid)
    assert cast.yusuf.pk not in wards(cast.rachid, NOW + dt.timedelta(days=1))


def test_a_block_shuts_the_door_at_once_and_is_lifted_by_hand(cast: Cast) -> None:
    office = cast.sign_in(cast.marja)
    block = {
        "adult": cast.rachid.pk,
        "kind": "no_access",
        "starts_on": cast.today.isoformat(),
        "basis": "Vonnis",
    }
    for _ in range(2):
        assert office.post(url("restriction", cast.yusuf.pk), block).status_code == 302
    restriction = Restriction.objects.get(adult=cast.rachid, student=cast.yusuf)
    assert restriction.entered_by == cast.marja and cast.yusuf.pk not in wards(cast.rachid)
    office.post(url("lifting", restriction.pk), {"on": cast.today.isoformat()})
    assert cast.yusuf.pk in wards(cast.rachid, NOW + dt.timedelta(days=1))
    verbs = Entry.objects.filter(verb__startswith="guardianships.restriction.").values_list("verb", flat=True)
    assert sorted(verbs) == ["guardianships.restriction.entered", "guardianships.restriction.lifted"]


def test_a_block_without_a_ground_is_not_entered(cast: Cast) -> None:
    office = cast.sign_in(cast.marja)
    block = {"adult": cast.rachid.pk, "kind": "no_access", "starts_on": cast.today, "basis": ""}
    assert office.post(url("restriction", cast.yusuf.pk), block).status_code == 422
    assert not Restriction.objects.filter(adult=cast.rachid, student=cast.yusuf).exists()


def test_a_protected_child_is_seen_only_by_named_colleagues(cast: Cast) -> None:
    def sees(person: Person) -> bool:
        return rows(Person, cast.viewer(person), may="see").filter(pk=cast.yusuf.pk).exists()

    assert sees(cast.anouk) and sees(cast.marja)
    office = cast.sign_in(cast.marja)
    office.post(url("protection", cast.yusuf.pk), {"basis": "Geheim adres", "readers": []})
    assert not sees(cast.anouk) and sees(cast.marja)
    office.post(url("protection", cast.yusuf.pk), {"basis": "Geheim adres", "readers": [cast.anouk.pk]})
    assert sees(cast.anouk)
    assert Protection.objects.get(student=cast.yusuf).entered_by == cast.marja


def test_nobody_but_the_office_comes_near(cast: Cast) -> None:
    waiting = link(cast)
    pages = [url(name, waiting.pk) for name in ("approval", "grant", "ending")]
    pages += [url(name, cast.yusuf.pk) for name in ("restriction", "protection", "student")]
    pages += [url("group", cast.groep_5.pk)]
    strangers = [cast.sign_in(cast.anouk), cast.sign_in(cast.naima), cast.sign_in(cast.marja, "home")]
    for browser in strangers:
        assert browser.get(WAITING).status_code == 403
        for page in pages:
            for answer in (browser.get(page), browser.post(page, {"basis": "x", "on": "2026-11-19"})):
                assert answer.status_code in (404, 405)
    assert not Approval.objects.filter(guardianship=waiting).exists()


def test_the_office_of_one_school_does_not_see_another(cast: Cast) -> None:
    waiting = link(cast, student="adam")
    office = cast.sign_in(cast.marja)
    assert "Wachtend" not in office.get(WAITING).text
    assert office.post(url("approval", waiting.pk)).status_code == 404
    assert office.get(url("student", cast.adam.pk)).status_code == 404


def test_nobody_at_the_office_decides_about_her_own_family(cast: Cast) -> None:
    """Not who else may see her child; and what the other parent brought, a colleague reads."""
    waiting, office, head = link(cast), cast.sign_in(cast.marja), cast.sign_in(cast.joris)
    father = Guardianship.objects.get(guardian=cast.rachid, student=cast.yusuf)
    block = Restriction.objects.get(adult=cast.jeroen)
    for student in (cast.yusuf, block.student):
        Guardianship.objects.create(
            guardian=cast.marja, student=student, kind="custody", source="import",
            starts_on=dt.date(2020, 8, 1), ends_on=dt.date(2025, 7, 31),
        )  # fmt: skip
    pages = [url(name, cast.yusuf.pk) for name in ("student", "restriction", "protection")]
    pages += [url("ending", father.pk), url("grant", father.pk), url("lifting", block.pk)]
    assert {office.get(page).status_code for page in pages} == {404}
    assert office.post(url("approval", waiting.pk)).status_code == 404
    assert office.post(url("ending", father.pk), {"on": "2026-11-19"}).status_code == 404
    assert "Karim Wachtend" not in office.get(WAITING).text
    assert {head.get(page).status_code for page in pages} == {200}
    assert head.post(url("approval", waiting.pk)).status_code == 302
