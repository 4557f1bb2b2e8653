"""The page of a school that anybody may read: without signing in, and without the database."""

import datetime as dt
from pathlib import Path

import pytest
import time_machine
from django.conf import LazySettings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from pytest_django import DjangoCaptureOnCommitCallbacks

from driehoek.backbone.notifications.delivering import deliver_due
from driehoek.backbone.notifications.telling import tell_due
from driehoek.facts.schools.models import School
from driehoek.features.alerts import public_page
from driehoek.features.alerts.tests.sent import MIDNIGHT, SNOW, post, sent
from tests.cast import NOW, Cast
from tests.servers.smtp import Postman

ADDRESS = "/dringend/de-vlieger/"


@pytest.fixture(autouse=True)
def own_folder(settings: LazySettings, tmp_path: Path) -> None:
    settings.PUBLIC_PAGES = tmp_path / "dringend"


@pytest.mark.django_db
def test_the_moment_it_is_sent_anybody_reads_it(
    cast: Cast, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    assert "Er is nu geen dringend bericht" in Client().get(ADDRESS).text
    with django_capture_on_commit_callbacks(execute=True):
        alert = post(cast.sign_in(cast.joris), cast)
    page = Client().get(ADDRESS)
    assert page.status_code == 200 and SNOW in page.text and "Wij zijn dicht" in page.text
    assert "Kapalıyız" in page.text and 'dir="rtl"' in page.text  # families of the school
    assert page["Cache-Control"] == "public, max-age=30" and "default-src" in page["Content-Security-Policy"]
    with django_capture_on_commit_callbacks(execute=True):
        cast.sign_in(cast.joris).post(f"{alert.get_absolute_url()}intrekken/")
    assert SNOW not in Client().get(ADDRESS).text


@pytest.mark.django_db
def test_it_ends_by_itself_without_anybody_awake(cast: Cast) -> None:
    sent(cast)
    sent(cast, text="Tot morgen geen gym.", until=MIDNIGHT + dt.timedelta(days=1))
    public_page.write(cast.vlieger, NOW)
    both, one, nothing = (
        public_page.page_at("de-vlieger", moment)
        for moment in (NOW, MIDNIGHT, MIDNIGHT + dt.timedelta(days=1))
    )
    assert both and SNOW in both and "geen gym" in both
    assert one and SNOW not in one and "geen gym" in one
    assert nothing and "Er is nu geen dringend bericht" in nothing


@pytest.mark.django_db
def test_a_notice_for_one_group_is_not_for_everybody(cast: Cast) -> None:
    sent(cast, cast.groep_5)
    public_page.write(cast.vlieger, NOW)
    assert SNOW not in Client().get(ADDRESS).text


@pytest.mark.django_db
def test_it_says_nothing_about_a_person(cast: Cast) -> None:
    sent(cast)
    public_page.write(cast.vlieger, NOW)
    page = Client().get(ADDRESS).text
    assert not [one for one in cast.everyone().values() if one.family_name and one.family_name in page]


@pytest.mark.django_db
def test_it_asks_the_database_nothing(cast: Cast) -> None:
    sent(cast)
    public_page.write(cast.vlieger, NOW)
    with CaptureQueriesContext(connection) as queries:
        page = cast.sign_in(cast.naima)
        before = len(queries)
        assert SNOW in page.get(ADDRESS).text
        assert len(queries) == before


@time_machine.travel(NOW, tick=False)
def test_it_stands_when_there_is_no_database_at_all(settings: LazySettings) -> None:
    """This test may not touch a database: pytest-django stops whoever tries."""
    settings.PUBLIC_PAGES.mkdir()
    held = f'{{"pages": [["{MIDNIGHT.isoformat()}", "<p>Wij zijn dicht</p>"]], "nothing": "<p>niets</p>"}}'
    (settings.PUBLIC_PAGES / "de-vlieger.json").write_text(held, encoding="utf-8")
    assert Client().get(ADDRESS).text == "<p>Wij zijn dicht</p>"
    with time_machine.travel(MIDNIGHT, tick=False):
        assert Client().get(ADDRESS).text == "<p>niets</p>"


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["../../etc/passwd", "..%2f..%2fetc", "nergens", "de-vlieger/x"])
def test_no_other_file_is_read(cast: Cast, address: str) -> None:
    assert Client().get(f"/dringend/{address}/").status_code == 404


@pytest.mark.django_db
def test_two_schools_of_one_name_have_each_their_own(cast: Cast) -> None:
    other = School.objects.create(board=cast.overkant, name="De Vlieger", sector="primary")
    assert public_page.address_of(cast.vlieger) == "de-vlieger"
    assert public_page.address_of(other) == f"de-vlieger-{other.pk}"


@pytest.mark.django_db
def test_every_night_each_school_has_its_page_and_former_names_go(cast: Cast, settings: LazySettings) -> None:
    public_page.write(cast.vlieger, NOW)
    School.objects.filter(pk=cast.vlieger.pk).update(name="De Nieuwe Vlieger")
    public_page.write_all(NOW)
    names = {file.stem for file in settings.PUBLIC_PAGES.iterdir()}
    assert "de-nieuwe-vlieger" in names and "de-vlieger" not in names
    assert len(names) == School.objects.count()


@pytest.mark.django_db
def test_a_disk_that_refuses_does_not_stop_the_notice(cast: Cast, settings: LazySettings) -> None:
    settings.PUBLIC_PAGES.parent.mkdir(exist_ok=True)
    settings.PUBLIC_PAGES.write_text("not a folder", encoding="utf-8")
    sent(cast)
    public_page.write(cast.vlieger, NOW)  # rings, and is tried again the next minute


@pytest.mark.django_db
def test_who_looks_before_the_page_was_written_reads_it_and_writes_nothing(
    cast: Cast, settings: LazySettings
) -> None:
    assert cast.vlieger.name in Client().get(public_page.path_of(cast.vlieger)).text
    assert not settings.PUBLIC_PAGES.exists()


@pytest.mark.django_db
def test_help_leads_there_for_who_belongs_to_that_school(cast: Cast) -> None:
    here, elsewhere = (public_page.path_of(school) for school in (cast.vlieger, cast.brug))
    page = cast.sign_in(cast.naima).get(reverse("shell:help")).text
    assert here in page and elsewhere not in page
    assert here not in Client().get(reverse("shell:help")).text


@pytest.mark.django_db
def test_an_urgent_mail_says_where_anybody_reads_what_holds_now(cast: Cast, postman: Postman) -> None:
    sent(cast)
    while tell_due(NOW):
        pass
    while deliver_due("email", clock=lambda: NOW):
        pass
    (one, *_others) = postman.messages
    body = one.get_body(("plain",))
    assert body is not None and public_page.path_of(cast.vlieger) in body.get_content()
