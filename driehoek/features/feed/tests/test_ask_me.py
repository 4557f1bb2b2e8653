"""A student says beside a question for home: ask me."""

import datetime as dt

import pytest

from driehoek.facts.looking.models import Objection
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import Group
from driehoek.features.feed.forgetting import forget
from driehoek.features.feed.models import AskMe, Post, ReadMark
from driehoek.features.feed.models.ask_me import KEPT
from driehoek.features.feed.places import Place
from driehoek.features.feed.tests.posts import HOUR
from driehoek.features.feed.tests.test_reading import queries
from tests.cast import NOW, Cast

pytestmark = pytest.mark.django_db
QUESTION = "Waarom werd het water blauw?"
SAID = "zag dit en zegt: vraag het mij maar."
A_DAY = dt.timedelta(days=1)


def asking(group: Group, by: Person, question: str = QUESTION, *, with_students: bool = True) -> Post:
    """News of a class, half an hour old, with a question for home."""
    place = Place(group.school, group=group)
    post = Post.begin(place, by=by, at=NOW - HOUR)
    words = {"title": "In het lab", "text": "Wij deden een proef.", "ask_at_home": question}
    post.write(words, place=place, with_students=with_students)
    post.share(by=by, at=NOW - HOUR, due_at=NOW - HOUR / 2)
    return post


def address(post: Post) -> str:
    return f"/bericht/{post.pk}/vraag-het-mij/"


def says(cast: Cast, who: Person, post: Post, said: str = "ja") -> int:
    return cast.sign_in(who).post(address(post), {"vraag": said}).status_code


def reads(cast: Cast, who: Person, post: Post) -> bool:
    """On the page of the post, on her first page and at the kitchen table alike."""
    browser = cast.sign_in(who, "home")
    found = {SAID in browser.get(page).text for page in (post.get_absolute_url(), "/", "/keukentafel/")}
    assert len(found) == 1
    return found.pop()


def test_home_reads_that_he_saw_it_because_he_says_so(cast: Cast) -> None:
    post = asking(cast.klas_1b, cast.dijk)
    page = cast.sign_in(cast.adam).get(post.get_absolute_url()).text
    assert "Vraag het mij maar" in page and 'aria-pressed="false"' in page
    assert ReadMark.objects.filter(person=cast.adam).exists()
    assert not any(reads(cast, guardian, post) for guardian in (cast.naima, cast.rachid))
    assert says(cast, cast.adam, post) == says(cast, cast.adam, post) == 302
    assert AskMe.objects.count() == 1
    assert all(reads(cast, guardian, post) for guardian in (cast.naima, cast.rachid))
    child = cast.sign_in(cast.naima).get(f"/kind/{cast.adam.pk}/").text
    assert f"Adam {SAID}" in child
    own = cast.sign_in(cast.adam)
    assert "leest nu dat jij dit zag" in own.get(post.get_absolute_url()).text
    assert "Jij zei: vraag het mij maar" in own.get("/keukentafel/").text


def test_nobody_else_reads_it(cast: Cast) -> None:
    post = asking(cast.klas_1b, cast.dijk)
    says(cast, cast.adam, post)
    for other in (cast.nicole, cast.lisa):  # of a class mate, and she herself
        assert not reads(cast, other, post)
    for colleague in (cast.dijk, cast.peter):
        assert SAID not in cast.sign_in(colleague).get(post.get_absolute_url()).text
        assert not AskMe.objects.visible_to(cast.viewer(colleague)).exists()


def test_he_takes_it_back_also_when_he_is_in_the_class_no_more(cast: Cast) -> None:
    post = asking(cast.klas_1b, cast.dijk)
    for said in ("nee", "ja", "nee"):
        assert says(cast, cast.adam, post, said) == 302
    assert not AskMe.objects.exists() and not reads(cast, cast.naima, post)


def test_only_a_student_of_twelve_is_asked(cast: Cast) -> None:
    post = asking(cast.groep_5, cast.anouk)
    for somebody in (cast.yusuf, cast.naima, cast.anouk):  # he is nine
        assert says(cast, somebody, post) == 403
        page = cast.sign_in(somebody).get(post.get_absolute_url()).text
        assert "Vraag het mij maar" not in page
    assert says(cast, cast.adam, post) == 404 and not AskMe.objects.exists()
    assert says(cast, cast.adam, asking(cast.klas_1b, cast.dijk)) == 302


@pytest.mark.parametrize(("born", "answer"), [("2014-11-19", 302), ("2014-11-20", 403)])
def test_from_the_day_on_which_she_is_twelve(cast: Cast, born: str, answer: int) -> None:
    post = asking(cast.klas_1b, cast.dijk)
    Person.objects.filter(pk=cast.lisa.pk).update(birth_date=born)
    assert says(cast, cast.lisa, post) == answer


def test_without_a_question_or_without_students_there_is_nothing_to_say(cast: Cast) -> None:
    assert says(cast, cast.adam, asking(cast.klas_1b, cast.dijk, "")) == 403
    unseen = asking(cast.klas_1b, cast.dijk, with_students=False)
    assert says(cast, cast.adam, unseen) == says(cast, cast.adam, unseen, "nee") == 404
    assert says(cast, cast.adam, asking(cast.klas_1b, cast.dijk)) == 302


def test_a_guardian_to_whom_she_objects_does_not_read_it(cast: Cast) -> None:
    post = asking(cast.zorg_2a, cast.youssef)
    assert says(cast, cast.dewi, post) == 302
    heard = AskMe.objects.visible_to(cast.viewer(cast.sri))
    assert heard.exists() and reads(cast, cast.sri, post)
    pair = {"student": cast.dewi, "guardian": cast.sri}
    Objection.objects.create(**pair, school=cast.delta, reason="Liever niet.", at=NOW)
    assert not AskMe.objects.visible_to(cast.viewer(cast.sri)).exists()


def test_of_age_he_shows_it_only_to_whom_he_grants_the_table(cast: Cast) -> None:
    post = asking(cast.lassen_2, cast.wendy)
    assert says(cast, cast.kevin, post) == 302
    assert not AskMe.objects.visible_to(cast.viewer(cast.ronald)).exists()
    chosen = {"kinds": ["table", "news"]}
    assert cast.sign_in(cast.kevin).post(f"/wie-ziet-wat/{cast.ronald.pk}/", chosen).status_code == 302
    assert AskMe.objects.visible_to(cast.viewer(cast.ronald)).exists()
    assert f"Kevin {SAID}" in cast.sign_in(cast.ronald).get(post.get_absolute_url()).text


def test_when_school_takes_the_post_away_it_says_nothing_any_more(cast: Cast) -> None:
    post = asking(cast.klas_1b, cast.dijk)
    says(cast, cast.adam, post)
    post.withdraw(by=cast.dijk, at=NOW)
    assert not AskMe.objects.visible_to(cast.viewer(cast.naima)).exists()


def test_the_page_takes_no_more_queries_for_it(cast: Cast) -> None:
    post = asking(cast.klas_1b, cast.dijk)
    pages = [(who, page) for who in (cast.naima, cast.adam) for page in (post.get_absolute_url(), "/")]
    before = [queries(cast.sign_in(who), page) for who, page in pages]
    for child in (cast.adam, cast.lisa):
        says(cast, child, post)
    assert [queries(cast.sign_in(who), page) for who, page in pages] == before and max(before) <= 12


def test_it_is_kept_for_a_term(cast: Cast) -> None:
    says(cast, cast.adam, asking(cast.klas_1b, cast.dijk))
    forget(NOW + KEPT - A_DAY)
    assert AskMe.objects.exists()
    forget(NOW + KEPT + A_DAY)
    assert not AskMe.objects.exists()
