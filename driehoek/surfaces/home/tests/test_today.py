"""Vandaag: one page for all children, and only for theirs."""

import datetime as dt

import pytest
import time_machine
from django.test import Client

from driehoek.backbone.access.models import Audience, Role
from driehoek.backbone.notifications.tests.steps import bring
from driehoek.facts.people.models import Person, Restriction
from driehoek.facts.schools.models import Group
from driehoek.features.feed.models import Post
from driehoek.features.newsletters.models import Copy
from driehoek.features.newsletters.tests.letters import BRIDGES, PUPPETS, TREES, begun, block, filled, out
from driehoek.features.talks.tests.table import planned
from driehoek.surfaces.home.today import Today
from tests.cast import NOW, TODAY, Cast

pytestmark = pytest.mark.django_db


def shared(
    author: Person, group: Group, *, title: str, ask: str = "", ago: dt.timedelta = dt.timedelta(hours=2)
) -> Post:
    """A post that came out some time ago for the guardians of a group."""
    audience = Audience.objects.create(school=group.school)
    audience.lines.create(role=Role.GUARDIAN, group=group)
    post = Post.objects.create(
        school=group.school, group=group, author=author, audience=audience, title=title, ask_at_home=ask,
        text="Dat ging goed.", created_at=NOW - ago,
    )  # fmt: skip
    post.share(by=author, at=NOW - ago, due_at=NOW - ago)
    return post


def page_of(browser: Client, address: str = "/") -> str:
    answer = browser.get(address)
    assert answer.status_code == 200, answer
    return answer.content.decode()


def test_one_page_shows_the_news_of_three_children_at_two_schools(cast: Cast) -> None:
    shared(cast.anouk, cast.groep_5, title="Bruggen van papier")
    shared(cast.daan, cast.groep_2, title="De herfsttafel")
    shared(cast.dijk, cast.klas_1b, title="De eerste toetsweek")
    page = page_of(cast.sign_in(cast.naima))
    for words in (
        "Bruggen van papier",
        "De herfsttafel",
        "De eerste toetsweek",
        "Alles gezien",
        "Lina",
        "Adam",
    ):
        assert words in page


def test_choosing_a_child_shows_only_what_is_about_her(cast: Cast) -> None:
    shared(cast.anouk, cast.groep_5, title="Bruggen van papier")
    shared(cast.daan, cast.groep_2, title="De herfsttafel")
    page = page_of(cast.sign_in(cast.naima), f"/?kind={cast.lina.pk}")
    assert "De herfsttafel" in page and "Bruggen van papier" not in page


def test_a_child_of_somebody_else_cannot_be_chosen(cast: Cast) -> None:
    shared(cast.anouk, cast.groep_5, title="Bruggen van papier")
    everyone = page_of(cast.sign_in(cast.naima), f"/?kind={cast.defne.pk}")
    assert "Bruggen van papier" in everyone and "Defne" not in everyone


def test_the_question_for_tonight_names_the_child(cast: Cast) -> None:
    shared(cast.anouk, cast.groep_5, title="Bruggen", ask="welke vorm maakt een brug sterk?")
    asked = 'Vraag eens aan Yusuf: <bdi lang="nl">welke vorm maakt een brug sterk?</bdi>'
    assert asked in page_of(cast.sign_in(cast.naima))
    assert "Vraag eens aan Yusuf" not in page_of(cast.sign_in(cast.dewi))


def test_the_kitchen_table_asks_at_most_three_questions_and_none_that_are_old(cast: Cast) -> None:
    shared(cast.anouk, cast.groep_5, title="Oud", ask="een oude vraag?", ago=dt.timedelta(days=8))
    shared(
        cast.anouk, cast.groep_5, title="Eerder", ask="een vraag van eergisteren?", ago=dt.timedelta(days=2)
    )
    shared(cast.anouk, cast.groep_5, title="Nieuw", ask="een vraag van vandaag?")
    page = page_of(cast.sign_in(cast.naima), "/keukentafel/")
    assert "een vraag van vandaag?" in page
    assert "een oude vraag?" not in page and "eergisteren" not in page


def test_at_most_three_things_wait_and_the_rest_is_one_tap_away(cast: Cast) -> None:
    page = page_of(cast.sign_in(cast.naima))
    assert page.count('class="todo"') <= 3


def test_a_person_without_a_child_is_shown_a_way_in(cast: Cast) -> None:
    stranger = Person.objects.create(given_name="Nieuw")
    page = page_of(cast.sign_in(stranger, hat="home"))
    assert "Nog niets te zien" in page and "Ik heb een brief" in page


def test_a_person_without_a_child_is_led_nowhere_that_has_nothing_for_her(cast: Cast) -> None:
    ways = ('href="/van-thuis/"', 'href="/nieuwsbrieven/"', 'aria-label="Snel"')
    hers, empty = (page_of(cast.sign_in(someone, hat="home")) for someone in (cast.naima, cast.gerda))
    assert [way in hers for way in ways] == [True, True, True]
    assert [way in empty for way in ways] == [False, False, False]


def test_at_work_the_first_page_is_about_work(cast: Cast) -> None:
    answer = cast.sign_in(cast.anouk).get("/")
    assert answer.status_code == 302 and answer["Location"] == "/werk/"


def test_vandaag_asks_the_database_no_more_for_more_news(
    cast: Cast, django_assert_max_num_queries: object
) -> None:
    browser = cast.sign_in(cast.naima)
    shared(cast.anouk, cast.groep_5, title="Een", ask="een vraag?")
    page_of(browser)
    with django_assert_max_num_queries(12):  # type: ignore[operator]  # a fixture without a public type
        page_of(browser)
    for number in range(20):
        shared(cast.anouk, cast.groep_5, title=f"Nummer {number}")
        shared(cast.dijk, cast.klas_1b, title=f"Nummer {number}")
    page_of(browser)
    with django_assert_max_num_queries(12):  # type: ignore[operator]
        page_of(browser)


def test_a_talk_of_these_days_stands_under_what_is_to_do_and_costs_no_question(
    cast: Cast, django_assert_max_num_queries: object
) -> None:
    """For who was asked, until it is over; ready or not."""
    link, fill = "Kijk wat wij bespreken", "Vul jouw kant in"
    far = planned(cast)  # in a week
    near = planned(cast, moment=NOW + dt.timedelta(days=4), guardians=[cast.naima.pk], reason="Apart.")
    naima = page_of(cast.sign_in(cast.naima))
    assert f"/gesprek/{near.pk}/#punten" in naima and fill in naima and f"/gesprek/{far.pk}/" not in naima
    assert link in page_of(cast.sign_in(cast.yusuf)) and link not in page_of(cast.sign_in(cast.rachid))
    assert link in cast.sign_in(cast.naima).get("/nog-doen/").text
    browser = cast.sign_in(cast.naima)
    page_of(browser)
    with django_assert_max_num_queries(12):  # type: ignore[operator]
        page_of(browser)
    near.sides.update(ready_at=NOW)
    ready = page_of(browser)
    assert link in ready and fill not in ready
    with time_machine.travel(near.ends_at, tick=False):
        assert f"/gesprek/{near.pk}/" not in page_of(browser)
    near.cancel("Ziek.", by=cast.anouk, at=NOW)
    assert link not in page_of(browser)


def test_a_talk_that_is_over_does_not_hide_the_next_one(cast: Cast) -> None:
    first = planned(cast, moment=NOW - dt.timedelta(minutes=10), minutes=20)
    next_one = planned(cast, moment=NOW + dt.timedelta(hours=3))
    browser = cast.sign_in(cast.naima)
    page = page_of(browser)
    assert f"/gesprek/{first.pk}/" in page and f"/gesprek/{next_one.pk}/" not in page
    with time_machine.travel(first.ends_at, tick=False):
        page = page_of(browser)
        assert f"/gesprek/{first.pk}/" not in page and f"/gesprek/{next_one.pk}/" in page


@pytest.mark.parametrize(
    ("hour", "greeting"), [(4, "Goedenavond"), (5, "Goedemorgen"), (12, "Goedemiddag"), (18, "Goedenavond")]
)
def test_the_greeting_fits_the_hour_in_amsterdam(cast: Cast, hour: int, greeting: str) -> None:
    viewer = cast.viewer(cast.naima, now=NOW.replace(hour=hour, minute=0))
    assert Today(viewer, "").greeting == f"{greeting}, Naima"


def test_a_parent_of_a_child_who_is_fetched_arranges_it_from_here(cast: Cast) -> None:
    link = "Ophalen of later"
    assert link in page_of(cast.sign_in(cast.naima)) and link in page_of(cast.sign_in(cast.rachid))
    for other in (cast.yusuf, cast.gerda, cast.tom):  # a student, who fetched until October, no custody
        assert link not in page_of(cast.sign_in(other, "home")), other.name


def test_a_question_for_the_whole_school_asks_a_student_nothing_about_home(cast: Cast) -> None:
    post = shared(cast.anouk, cast.groep_5, title="Bruggen", ask="Hoe sterk is papier?")
    post.audience.lines.create(role=Role.STUDENT, group=cast.groep_5)
    for address in ("/", "/keukentafel/"):
        page = page_of(cast.sign_in(cast.yusuf), address)
        assert "Hoe sterk is papier?" in page and "Vraag eens" not in page
        assert "Vraag eens aan" in page_of(cast.sign_in(cast.naima), address)


def test_a_new_newsletter_lies_on_top_and_once_read_among_what_is_of_the_school(cast: Cast) -> None:
    newsletter, mother = out(filled(cast), cast), cast.sign_in(cast.naima)
    bring()
    copy = Copy.objects.get(newsletter=newsletter, person=cast.naima)
    page = page_of(mother)
    before, _sec, after = page.partition("<h2>Nieuws</h2>")
    assert newsletter.title in before and f"{BRIDGES} · {PUPPETS} · {TREES}" in before
    assert newsletter.title not in after
    mother.get(copy.get_absolute_url())
    before, _sec, after = page_of(mother).partition("<h2>Van de hele school</h2>")
    assert newsletter.title in after and newsletter.title not in before


def test_a_newsletter_lies_there_for_the_child_it_came_through_and_for_nobody_else(cast: Cast) -> None:
    newsletter = begun(cast)
    block(newsletter, cast.anouk, BRIDGES, cast.groep_5)
    out(newsletter, cast)
    bring()
    mother = cast.sign_in(cast.naima)
    assert newsletter.title in page_of(mother, f"/?kind={cast.yusuf.pk}")
    assert newsletter.title not in page_of(mother, f"/?kind={cast.lina.pk}")
    assert newsletter.title not in page_of(cast.sign_in(cast.dewi))
    block_of = {"adult": cast.naima, "kind": Restriction.Kind.NO_ACCESS, "starts_on": TODAY}
    Restriction.objects.create(student=cast.yusuf, entered_by=cast.joris, basis="Gezien", **block_of)
    assert newsletter.title not in page_of(cast.sign_in(cast.naima))


def test_a_student_is_asked_herself_and_her_mother_about_her(cast: Cast) -> None:
    post = shared(cast.anouk, cast.groep_5, title="Bruggen", ask="Hoe sterk is papier?")
    post.audience.lines.create(role=Role.STUDENT, group=cast.groep_5)
    for _ in range(2):  # the second time from what was drawn for the other
        own, home = page_of(cast.sign_in(cast.yusuf)), page_of(cast.sign_in(cast.naima))
        assert "Wat zeg jij ervan?" in own and "Wat zeggen de kinderen ervan?" not in own
        assert "Wat zeggen de kinderen ervan?" in home and "Wat zeg jij ervan?" not in home
        assert "Thuis vragen ze jou: " in own and "Thuis vragen ze jou" not in home
