"""Home is told that there is new work, and the child that somebody answered."""

import datetime as dt

from django.db import connection
from django.test.utils import CaptureQueriesContext

from driehoek.backbone.notifications.models import Notification
from driehoek.backbone.notifications.telling import tell_due
from driehoek.facts.schools.models import Enrolment
from driehoek.features.portfolio.forgetting import KEPT, forget
from driehoek.features.portfolio.models import Echo, Goal, Work
from driehoek.features.portfolio.tests.works import chosen, made
from tests.cast import NOW, Cast

A_DAY = dt.timedelta(days=1)


def told(cast: Cast, verb: str) -> set[str]:
    while tell_due(NOW):
        pass
    people = Notification.objects.filter(entry__verb=verb).values_list("person", flat=True)
    return {name for name, person in cast.everyone().items() if person.pk in set(people)}


def test_home_hears_of_new_work_once_somebody_looked(cast: Cast) -> None:
    made(cast, looked=False)
    assert told(cast, "portfolio.work.shown") == set()
    Work.objects.get().approve(by=cast.anouk, at=NOW)
    assert told(cast, "portfolio.work.shown") == {"naima", "rachid"}


def test_of_several_works_in_a_week_one_line_leads_to_the_portfolio(cast: Cast) -> None:
    work, portfolio = made(cast), f'href="/kind/{cast.yusuf.pk}/werk/"'
    assert told(cast, "portfolio.work.shown") == {"naima", "rachid"}
    naima = cast.sign_in(cast.naima)
    alone = naima.get("/deze-week/").text
    assert f'href="{work.get_absolute_url()}"' in alone and portfolio not in alone
    for number in range(2):
        made(cast, title=f"Werk {number}")
    told(cast, "portfolio.work.shown")
    together = naima.get("/deze-week/").text
    assert together.count("3 nieuwe werken") == together.count(portfolio) == 1
    assert work.get_absolute_url() not in together


def test_nobody_hears_of_work_that_is_not_for_home(cast: Cast) -> None:
    made(cast, "teacher")
    chosen(cast, "teacher")
    assert told(cast, "portfolio.work.shown") | told(cast, "portfolio.goal.chosen") == set()


def test_the_child_hears_of_an_answer_and_the_other_home_does_not(cast: Cast) -> None:
    work = made(cast)
    cast.sign_in(cast.naima).post(f"{work.get_absolute_url()}reactie/", {"text": "Knap!"})
    assert told(cast, "portfolio.echo.said") == {"yusuf"}


def test_of_what_he_heard_already_he_is_told_nothing_more(cast: Cast) -> None:
    work, goal = made(cast), chosen(cast)
    for thing in (work, goal):
        cast.sign_in(cast.naima).post(f"{thing.get_absolute_url()}reactie/", {"text": "Knap!"})
    assert told(cast, "portfolio.echo.said") == {"yusuf"}
    for thing in (work, goal):
        cast.sign_in(cast.yusuf).get(thing.get_absolute_url())
    assert not Notification.objects.filter(person=cast.yusuf, read_at=None).exists()


def test_a_year_after_she_left_everything_goes(cast: Cast) -> None:
    work = made(cast)
    chosen(cast)
    cast.sign_in(cast.naima).post(f"{work.get_absolute_url()}reactie/", {"text": "Knap!"})
    forget(NOW)
    assert Work.objects.count() == 1  # he is still here
    Enrolment.objects.filter(student=cast.yusuf).update(ends_on=cast.today)
    forget(NOW + KEPT - A_DAY)
    assert Work.objects.count() == 1
    forget(NOW + KEPT + A_DAY)
    assert not Work.objects.exists() and not Goal.objects.exists() and not Echo.objects.exists()


def asked_by_the_page(cast: Cast) -> int:
    naima = cast.sign_in(cast.naima)
    with CaptureQueriesContext(connection) as asked:
        assert naima.get(f"/kind/{cast.yusuf.pk}/").status_code == 200
    return len(asked)


def test_the_page_of_a_child_asks_no_more_for_twelve_works_than_for_four(cast: Cast) -> None:
    for number in range(4):
        made(cast, title=f"Werk {number}")
    asked_by_the_page(cast)
    few = asked_by_the_page(cast)
    for number in range(4, 12):
        made(cast, title=f"Werk {number}")
    assert asked_by_the_page(cast) == few
