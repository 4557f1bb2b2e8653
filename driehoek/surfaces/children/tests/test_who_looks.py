"""The page of a child says who looks along, and leads to what is kept about that, agreement or not."""

import pytest

from driehoek.facts.looking.models import Objection
from tests.cast import NOW, Cast

pytestmark = pytest.mark.django_db


def test_of_every_child_a_guardian_comes_to_who_looked_and_to_her_rights(cast: Cast) -> None:
    naima = cast.sign_in(cast.naima)
    for child in (cast.lina, cast.yusuf, cast.adam):
        page, here = naima.get(f"/kind/{child.pk}/").text, f"/kind/{child.pk}"
        assert f"Jij en school kijken mee met <bdi>{child.given_name}</bdi>." in page
        assert f'href="{here}/meekijken/"' in page and f'href="{here}/wie-keek/"' in page
        assert "Rachid" not in page[page.index('id="meekijken"') :]  # of another guardian she learns nothing
    small = naima.get(f"/kind/{cast.yusuf.pk}/meekijken/").text
    assert "School vertelt het." in small and "Dat staat in de wet." in small and "De mentor" not in small
    assert "De mentor vertelt het." in naima.get(f"/kind/{cast.adam.pk}/meekijken/").text


def test_a_student_reads_who_looks_along_and_who_looked(cast: Cast) -> None:
    page = cast.sign_in(cast.adam).get(f"/kind/{cast.adam.pk}/").text
    assert "Naima en Rachid" in page and 'href="/wie-ziet-wat/"' in page and "/wie-keek/" not in page


def test_who_is_objected_to_is_not_said_to_look_along(cast: Cast) -> None:
    pair = {"student": cast.dewi, "guardian": cast.sri}
    address = f"/kind/{cast.dewi.pk}/"
    assert "Sri" in cast.sign_in(cast.dewi).get(address).text
    Objection.objects.create(**pair, school=cast.delta, reason="Liever niet.", at=NOW)
    assert "Er kijkt nu geen ouder mee." in cast.sign_in(cast.dewi).get(address).text
    hers = cast.sign_in(cast.sri).get(address).text
    assert "<bdi>Dewi</bdi> kiest wat jij ziet." in hers and "Jij en school kijken mee" not in hers


def test_her_own_page_has_the_same_road_to_the_school_year(cast: Cast) -> None:
    road = f'href="/kind/{cast.yusuf.pk}/aanwezig/"'
    for person in (cast.naima, cast.yusuf):
        assert road in cast.sign_in(person).get(f"/kind/{cast.yusuf.pk}/").text
