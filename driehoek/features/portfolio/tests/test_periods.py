"""What a group works on, how far a student says she is, and what of her work she lays there."""

import datetime as dt

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from driehoek.facts.looking.models import Objection
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import Group
from driehoek.features.portfolio.forgetting import forget_periods
from driehoek.features.portfolio.models import Period, Standing, Work
from driehoek.features.portfolio.tests.works import made
from tests.cast import NOW, TODAY, Cast

pytestmark = pytest.mark.django_db
A_DAY = dt.timedelta(days=1)
SAID = {"title": "Bruggen bouwen", "assignment": "Bouw een brug.", "onward": "- Vulkanen\n\nEen bezoek\n"}
DAYS = {"starts_on": TODAY - 10 * A_DAY, "ends_on": TODAY + 10 * A_DAY}


def begun(group: Group, by: Person, **other: object) -> Period:
    return Period.begin(group, SAID | DAYS | other, by=by, at=NOW)


def page_of(period: Period, child: Person) -> str:
    return f"/kind/{child.pk}/thema/{period.pk}/"


def steps(browser: Client, period: Period, child: Person, step: str) -> int:
    return browser.post(f"{page_of(period, child)}stap/", {"step": step}).status_code


def lays(browser: Client, period: Period, child: Person, *works: Work) -> int:
    return browser.post(f"{page_of(period, child)}werk/", {"work": [one.pk for one in works]}).status_code


def test_a_teacher_sets_a_theme_and_home_reads_it(cast: Cast) -> None:
    address = f"/groep/{cast.groep_5.pk}/themas/"
    anouk, filled = cast.sign_in(cast.anouk), SAID | {name: f"{day}" for name, day in DAYS.items()}
    for _time in range(2):
        assert anouk.post(address, filled).status_code == 302
    period = Period.objects.get()
    assert "Bruggen bouwen" in anouk.get(address).text
    for reader in (cast.naima, cast.rachid, cast.yusuf):
        page = cast.sign_in(reader).get(page_of(period, cast.yusuf)).text
        assert "Bouw een brug." in page and "Vulkanen" in page and "- Vulkanen" not in page
        assert "Bruggen bouwen" in cast.sign_in(reader).get(f"/kind/{cast.yusuf.pk}/").text
    for other in (cast.daan, cast.naima, cast.yusuf):
        assert cast.sign_in(other).post(address, filled).status_code in (403, 404)


def test_a_theme_of_another_class_is_not_there(cast: Cast) -> None:
    period = begun(cast.groep_5, cast.anouk)
    assert cast.sign_in(cast.stefan).get(page_of(period, cast.luuk)).status_code == 404
    assert cast.sign_in(cast.naima).get(page_of(period, cast.adam)).status_code == 404  # hers, and not his
    assert cast.sign_in(cast.elif_).get(page_of(period, cast.yusuf)).status_code == 404  # not her child
    assert cast.sign_in(cast.naima).get(page_of(period, cast.yusuf)).status_code == 200


def test_what_is_still_to_come_only_colleagues_read(cast: Cast) -> None:
    period = begun(cast.groep_5, cast.anouk, starts_on=TODAY + A_DAY)
    assert cast.sign_in(cast.naima).get(page_of(period, cast.yusuf)).status_code == 404
    assert cast.sign_in(cast.anouk).get(page_of(period, cast.yusuf)).status_code == 200


def test_bad_input_gets_a_sentence_and_keeps_the_words(cast: Cast) -> None:
    anouk, address = cast.sign_in(cast.anouk), f"/groep/{cast.groep_5.pk}/themas/"
    for wrong, sentence in [
        ({"title": " "}, "Schrijf waar jullie over werken."),
        ({"starts_on": ""}, "Kies een dag."),
        ({"ends_on": "2026-01-01"}, "Kies een laatste dag na de eerste"),
        ({"ends_on": "2036-01-01"}, "Kies een laatste dag na de eerste"),
        ({"ends_on": "morgen"}, "Dit is geen dag."),
    ]:
        answer = anouk.post(address, SAID | {name: f"{day}" for name, day in DAYS.items()} | wrong)
        assert answer.status_code == 422 and sentence in answer.text and "Bouw een brug." in answer.text
    assert not Period.objects.exists()


def test_she_changes_it_and_takes_it_away_and_the_work_stays(cast: Cast) -> None:
    period, work, anouk = begun(cast.groep_5, cast.anouk), made(cast), cast.sign_in(cast.anouk)
    period.lay(cast.yusuf, {work.pk}, {work.pk})
    days = {name: f"{day}" for name, day in DAYS.items()}
    address, away = f"/thema/{period.pk}/veranderen/", f"/thema/{period.pk}/weghalen/"
    assert cast.sign_in(cast.naima).post(address, SAID | days).status_code == 403
    assert cast.sign_in(cast.naima).post(away).status_code == 403
    assert anouk.post(address, SAID | days | {"title": "Torens"}).status_code == 302
    assert Period.objects.get().title == "Torens"
    assert "Torens" in anouk.get(away).text and Period.objects.exists()
    assert anouk.post(away).status_code == 302
    assert not Period.objects.exists() and Work.objects.get().period is None


def test_he_says_how_far_he_is_and_home_does_not(cast: Cast) -> None:
    period, yusuf = begun(cast.groep_5, cast.anouk), cast.sign_in(cast.yusuf)
    page = cast.sign_in(cast.naima).get(page_of(period, cast.yusuf)).text
    assert "zei hier nog niets over" in page and 'name="step"' not in page
    for _time in range(2):
        assert steps(yusuf, period, cast.yusuf, "often") == 302
    assert steps(yusuf, period, cast.yusuf, "wizard") == 422
    assert steps(cast.sign_in(cast.naima), period, cast.yusuf, "able") == 403
    assert steps(cast.sign_in(cast.defne), period, cast.yusuf, "able") in (403, 404)
    assert Standing.objects.get().step == "often"
    assert "stap 2 van 3" in cast.sign_in(cast.naima).get(page_of(period, cast.yusuf)).text
    assert steps(cast.sign_in(cast.anouk), period, cast.yusuf, "able") == 302  # with him
    assert Standing.objects.get().by == cast.anouk
    assert steps(yusuf, period, cast.yusuf, "") == 302 and not Standing.objects.exists()


def test_how_far_he_is_stands_on_his_page_and_on_nobody_elses(cast: Cast) -> None:
    period = begun(cast.groep_5, cast.anouk)
    Standing.say(period, cast.yusuf, "able", by=cast.yusuf, at=NOW)
    assert "Ik kan het" in cast.sign_in(cast.naima).get(f"/kind/{cast.yusuf.pk}/").text
    assert "Ik kan het" not in cast.sign_in(cast.elif_).get(f"/kind/{cast.defne.pk}/").text
    for reader, sees in ((cast.naima, True), (cast.elif_, False), (cast.anouk, True), (cast.joris, False)):
        assert Standing.objects.visible_to(cast.viewer(reader)).exists() == sees


def test_he_chooses_what_lies_there_and_that_shows_nothing_new(cast: Cast) -> None:
    period, yusuf = begun(cast.groep_5, cast.anouk), cast.sign_in(cast.yusuf)
    shown, kept, other = made(cast), made(cast, "teacher", title="Geheim"), made(cast, title="Ander werk")
    assert lays(yusuf, period, cast.yusuf, shown, kept) == 302
    assert "checked" in yusuf.get(f"{page_of(period, cast.yusuf)}werk/").text
    page = cast.sign_in(cast.naima).get(page_of(period, cast.yusuf)).text
    assert "Mijn vulkaan" in page and "Geheim" not in page and "Ander werk" not in page
    assert lays(cast.sign_in(cast.naima), period, cast.yusuf, other) == 403
    assert lays(yusuf, period, cast.yusuf) == 302
    assert "Mijn vulkaan" not in cast.sign_in(cast.naima).get(page_of(period, cast.yusuf)).text
    assert Work.objects.count() == 3


def test_work_of_somebody_else_is_never_laid(cast: Cast) -> None:
    period, work = begun(cast.groep_5, cast.anouk), made(cast)
    assert lays(cast.sign_in(cast.defne), period, cast.defne, work) == 302
    assert Work.objects.get().period is None


def test_new_work_from_the_page_of_a_theme_lies_there(cast: Cast) -> None:
    period, adam = begun(cast.klas_1b, cast.dijk), cast.sign_in(cast.adam)
    filled = {"title": "Mijn kaart", "text": "Ik tekende het.", "whom": "home"}
    for key in (f"{period.pk}", "x", f"{10**30}", f"{begun(cast.groep_5, cast.anouk).pk}"):
        assert adam.post(f"/werk/nieuw/?thema={key}", filled | {"title": f"Kaart {key}"}).status_code == 302
    assert list(Work.objects.filter(period=period).values_list("title", flat=True)) == [f"Kaart {period.pk}"]
    assert Work.objects.filter(period=None).count() == 3


def test_who_is_objected_to_reads_neither_step_nor_work(cast: Cast) -> None:
    period = begun(cast.zorg_2a, cast.youssef)
    Standing.say(period, cast.dewi, "able", by=cast.dewi, at=NOW)
    assert Standing.objects.visible_to(cast.viewer(cast.sri)).exists()
    pair = {"student": cast.dewi, "guardian": cast.sri}
    Objection.objects.create(**pair, school=cast.delta, reason="Liever niet.", at=NOW)
    assert not Standing.objects.visible_to(cast.viewer(cast.sri)).exists()


def test_an_earlier_theme_stands_in_the_portfolio_and_not_on_the_page_of_the_child(cast: Cast) -> None:
    begun(cast.groep_5, cast.anouk, ends_on=TODAY - A_DAY)
    naima = cast.sign_in(cast.naima)
    assert "Bruggen bouwen" in naima.get(f"/kind/{cast.yusuf.pk}/werk/").text
    assert "Bruggen bouwen" not in naima.get(f"/kind/{cast.yusuf.pk}/").text
    assert "Bruggen bouwen" in cast.sign_in(cast.yusuf).get("/werk/mijn/").text


def test_the_pages_take_no_more_queries_for_three_themes_than_for_one(cast: Cast) -> None:
    naima, counts = cast.sign_in(cast.naima), []
    period = begun(cast.groep_5, cast.anouk)
    pages = (f"/kind/{cast.yusuf.pk}/", f"/kind/{cast.yusuf.pk}/werk/", page_of(period, cast.yusuf))
    for number in (1, 3):
        for more in range(1, number):
            begun(cast.groep_5, cast.anouk, title=f"Thema {more}")
        work = made(cast, title=f"Werk {number}")
        period.lay(cast.yusuf, {work.pk}, {work.pk})
        [naima.get(page) for page in pages]
        with CaptureQueriesContext(connection) as found:
            assert all(naima.get(page).status_code == 200 for page in pages)
        counts.append(len(found))
    assert counts[0] == counts[1]


def test_themes_of_two_school_years_ago_go(cast: Cast) -> None:
    old = begun(cast.groep_5, cast.anouk, starts_on=dt.date(2025, 6, 1), ends_on=dt.date(2025, 7, 1))
    begun(cast.groep_5, cast.anouk)
    forget_periods(NOW)
    assert not Period.objects.filter(pk=old.pk).exists() and Period.objects.count() == 1
