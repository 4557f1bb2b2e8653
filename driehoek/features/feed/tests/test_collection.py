"""Homework, lessons and links of a group in one place, and all its photos by month."""

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from driehoek.features.feed.models import Kind, Post
from driehoek.features.feed.tests.posts import shared
from tests.cast import Cast
from tests.oracle.life import Life


def collected(cast: Cast, title: str, **fields: object) -> Post:
    post = shared(cast, title, with_students=True)
    Post.objects.filter(pk=post.pk).update(**{"kind": Kind.LINKS} | fields)
    return post


def found(client: Client, cast: Cast, **asked: str) -> str:
    return client.get(f"/groep/{cast.groep_5.pk}/huiswerk/", asked).content.decode()


def test_guardians_students_and_staff_find_it_in_one_place(cast: Cast) -> None:
    collected(cast, "Tafels oefenen", kind=Kind.HOMEWORK, due_on=cast.today)
    shared(cast, "Gewoon nieuws")
    for person in (cast.naima, cast.yusuf, cast.anouk, cast.joris):
        page = found(cast.sign_in(person), cast)
        assert "Tafels oefenen" in page and "Gewoon nieuws" not in page


def test_who_is_not_of_the_group_does_not_find_the_place(cast: Cast) -> None:
    for person in (cast.jeroen, cast.tom, cast.wouter, cast.daan, cast.petra):
        for page in ("huiswerk", "fotos"):
            answer = cast.sign_in(person).get(f"/groep/{cast.groep_5.pk}/{page}/")
            assert answer.status_code == 404


def test_one_looks_by_theme_kind_and_words(cast: Cast) -> None:
    collected(cast, "Tafels oefenen", kind=Kind.HOMEWORK, due_on=cast.today, theme="maths")
    collected(cast, "Een filmpje", theme="reading", text="Over boeken en heksen")
    naima = cast.sign_in(cast.naima)
    assert "Een filmpje" not in found(naima, cast, soort="homework")
    assert "Tafels oefenen" not in found(naima, cast, thema="reading")
    assert "Een filmpje" in found(naima, cast, woorden="heksen BOEKEN")
    assert "Niets gevonden" in found(naima, cast, woorden="heksen tafels")
    assert "Tafels oefenen" in found(naima, cast, soort="onzin")


def test_homework_that_comes_stands_first_by_its_day(cast: Cast) -> None:
    for day, title in ((26, "Later"), (20, "Eerst"), (10, "Voorbij")):
        collected(cast, title, kind=Kind.HOMEWORK, due_on=cast.today.replace(day=day))
    page = found(cast.sign_in(cast.naima), cast)
    assert page.index("Eerst") < page.index("Later") < page.index("Voorbij")


def test_more_posts_take_no_more_queries(cast: Cast) -> None:
    naima, counts = cast.sign_in(cast.naima), []
    for number in range(25):
        collected(cast, f"Link {number}")
        if number in (2, 24):
            with CaptureQueriesContext(
                connection,
            ) as asked:
                page = found(naima, cast)
            counts.append(len(asked))
    assert counts[0] >= counts[1] - 1 and "Eerder" in page
    assert "Link 0" in found(naima, cast, blad="2")


def test_the_next_page_looks_for_the_same_words(cast: Cast) -> None:
    for number in range(21):
        collected(cast, f"Taal & rekenen {number}")
    assert "?blad=2&amp;woorden=taal+%26" in found(cast.sign_in(cast.naima), cast, woorden="taal &")


def test_the_album_of_a_group_holds_only_photos_that_the_viewer_may_see(cast: Cast) -> None:
    life = Life(cast)
    page = cast.sign_in(cast.naima).get(f"/groep/{cast.groep_5.pk}/fotos/").content.decode()
    assert life.photos["clear"].token in page and "November 2026".casefold() in page.casefold()
    assert "Bewaar" in page
    assert life.photos["with Amira"].token not in page and life.photos["in the draft"].token not in page
