"""Giving and withdrawing consent: who may, what each one sees, and what nobody sees."""

import datetime as dt
import re

import pytest
from django.http import HttpResponse
from django.urls import reverse

from driehoek.backbone.access.parts import read
from driehoek.facts.consent.effective import may_be_shown
from driehoek.facts.consent.models import ConsentAnswer, CurrentAnswer, answer
from driehoek.facts.consent.purposes import Purpose
from driehoek.facts.people.models import Person
from driehoek.features.consents.questions import OpenQuestion, open_questions
from driehoek.features.consents.views import answers
from tests.cast import NOW, TODAY, Cast

CLASS_APP = Purpose.CLASS_APP


def photos_page(child: Person) -> str:
    return reverse("consents:photos", args=[child.pk])


def get(cast: Cast, person: Person, child: Person) -> HttpResponse:
    return cast.sign_in(person).get(photos_page(child))


def post(cast: Cast, person: Person, child: Person, **answers: str) -> HttpResponse:
    return cast.sign_in(person).post(photos_page(child), answers)


def shown(child: Person, purpose: str = CLASS_APP, day: dt.date = TODAY) -> bool:
    return may_be_shown(purpose, on=day).filter(pk=child.pk).exists()


def test_a_mother_answers_for_her_child(cast: Cast) -> None:
    response = post(cast, cast.naima, cast.yusuf, class_app="yes", press="no")
    assert response.status_code == 302
    assert shown(cast.yusuf) and not shown(cast.yusuf, Purpose.PRESS)
    said = {(row.purpose, row.shown, row.by) for row in ConsentAnswer.objects.all()}
    assert said == {("class_app", True, cast.naima), ("press", False, cast.naima)}


def test_sent_twice_it_is_one_answer(cast: Cast) -> None:
    for _time in range(2):
        post(cast, cast.naima, cast.yusuf, class_app="yes")
    assert ConsentAnswer.objects.count() == 1


def test_withdrawing_is_the_same_form(cast: Cast) -> None:
    post(cast, cast.naima, cast.yusuf, class_app="yes")
    post(cast, cast.naima, cast.yusuf, class_app="no")
    assert not shown(cast.yusuf)
    assert [row.shown for row in ConsentAnswer.objects.order_by("number")] == [True, False]


def test_nothing_is_chosen_beforehand(cast: Cast) -> None:
    html = get(cast, cast.naima, cast.yusuf).content.decode()
    assert html.count('type="radio"') == 2 * len(Purpose)
    assert not re.search(r'type="radio"[^>]*checked', html)
    assert not shown(cast.yusuf)


def test_a_form_without_an_answer_is_explained_and_changes_nothing(cast: Cast) -> None:
    response = post(cast, cast.naima, cast.yusuf)
    assert response.status_code == 422
    assert "ja of nee" in response.content.decode()
    assert not ConsentAnswer.objects.exists()


def test_nonsense_is_refused(cast: Cast) -> None:
    assert post(cast, cast.naima, cast.yusuf, class_app="misschien").status_code == 422
    assert not ConsentAnswer.objects.exists()


def test_her_own_answer_stands_there_when_she_comes_back(cast: Cast) -> None:
    post(cast, cast.naima, cast.yusuf, class_app="yes")
    html = get(cast, cast.naima, cast.yusuf).content.decode()
    assert "Jouw antwoord nu: ja" in html
    assert len(re.findall(r'type="radio"[^>]*checked', html)) == 1


GENERAL = "Wij tonen een foto van je kind alleen als niemand van jullie nee zegt."


@pytest.mark.parametrize("mine", ["yes", "no", None])
def test_a_page_is_the_same_whatever_the_co_parent_said(cast: Cast, mine: str | None) -> None:
    if mine:
        post(cast, cast.naima, cast.yusuf, class_app=mine)
    before = told(get(cast, cast.naima, cast.yusuf))
    assert GENERAL in before and "Rachid" not in before
    for value in (True, False):
        answer(cast.yusuf, CLASS_APP, shown=value, by=cast.rachid, at=NOW)
        assert told(get(cast, cast.naima, cast.yusuf)) == before


def told(response: HttpResponse) -> str:
    """The page itself, without what differs at every visit."""
    return re.sub(r'(nonce|value)="[\w-]{20,}"', "", response.text)


def test_a_sentence_for_parents_is_not_on_the_page_of_who_decides_herself(sixteen: Cast) -> None:
    for person in (sixteen.adam, sixteen.naima):
        assert GENERAL not in get(sixteen, person, sixteen.adam).text


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        ({"class_app": "yes", "press": "yes"}, "Bewaard. Jij zei ja."),
        ({"class_app": "no"}, "Bewaard. Jij zei nee. Wij verbergen de foto&#x27;s."),
        ({"press": "no"}, "Bewaard. Jij zei nee."),
        ({"class_app": "yes", "press": "no"}, "Bewaard. Hier zie je wat jij zei."),
    ],
)
def test_she_reads_what_happens_with_what_she_said(cast: Cast, answers: dict[str, str], words: str) -> None:
    answer(cast.yusuf, CLASS_APP, shown=False, by=cast.rachid, at=NOW)
    page = cast.sign_in(cast.naima).post(photos_page(cast.yusuf), answers, follow=True)
    assert words in page.text and "verbergen" not in page.text.replace(words, "")


def test_a_tap_on_the_home_page_says_it_too(cast: Cast) -> None:
    taps = {"purpose": "class_app", "answer": "no", "next": "/"}
    page = cast.sign_in(cast.naima).post(reverse("consents:answer", args=[cast.lina.pk]), taps, follow=True)
    assert "Bewaard. Jij zei nee. Wij verbergen de foto&#x27;s." in page.text


def test_a_parent_without_custody_reads_why_he_cannot_answer(cast: Cast) -> None:
    html = get(cast, cast.tom, cast.mila).content.decode()
    assert "ouder met gezag" in html and "radio" not in html
    assert post(cast, cast.tom, cast.mila, class_app="yes").status_code == 403
    assert not ConsentAnswer.objects.exists()


@pytest.mark.parametrize(("who", "child"), [("gerda", "noor"), ("dennis", "jayden"), ("elif_", "yusuf")])
def test_whoever_may_not_see_the_child_finds_no_page(cast: Cast, who: str, child: str) -> None:
    assert get(cast, getattr(cast, who), getattr(cast, child)).status_code == 404
    assert post(cast, getattr(cast, who), getattr(cast, child), class_app="yes").status_code == 404
    assert not ConsentAnswer.objects.exists()


def test_a_foster_parent_may_answer(cast: Cast) -> None:
    assert post(cast, cast.hanneke, cast.amira, class_app="yes").status_code == 302
    assert shown(cast.amira)


@pytest.mark.parametrize("who", ["elif_", "anouk", "joris"])
def test_nobody_else_answers_for_a_child(cast: Cast, who: str) -> None:
    response = post(cast, getattr(cast, who), cast.yusuf, class_app="yes")
    assert response.status_code in (403, 404)
    assert not ConsentAnswer.objects.exists()


@pytest.fixture
def sixteen(cast: Cast) -> Cast:
    """Adam of klas 1B turned sixteen today; his mother said yes last year."""
    answer(cast.adam, CLASS_APP, shown=True, by=cast.naima, at=NOW)
    Person.objects.filter(pk=cast.adam.pk).update(birth_date=TODAY.replace(year=TODAY.year - 16))
    return cast


def test_from_sixteen_the_student_answers(sixteen: Cast) -> None:
    assert shown(sixteen.adam)  # the old value stays
    assert "Jij beslist" in get(sixteen, sixteen.adam, sixteen.adam).content.decode()
    assert post(sixteen, sixteen.adam, sixteen.adam, class_app="no").status_code == 302
    assert not shown(sixteen.adam)


def test_from_sixteen_a_guardian_reads_why_not(sixteen: Cast) -> None:
    html = get(sixteen, sixteen.naima, sixteen.adam).content.decode()
    assert "beslist nu zelf" in html and "radio" not in html
    assert post(sixteen, sixteen.naima, sixteen.adam, class_app="no").status_code == 403
    assert shown(sixteen.adam)


def test_the_day_before_it_is_still_the_guardian(sixteen: Cast) -> None:
    tomorrow = TODAY.replace(year=TODAY.year - 16) + dt.timedelta(days=1)
    Person.objects.filter(pk=sixteen.adam.pk).update(birth_date=tomorrow)
    assert post(sixteen, sixteen.adam, sixteen.adam, class_app="no").status_code == 403
    assert post(sixteen, sixteen.naima, sixteen.adam, class_app="no").status_code == 302


def test_one_tap_from_the_home_page(cast: Cast) -> None:
    address = reverse("consents:answer", args=[cast.lina.pk])
    taps = {"purpose": "class_app", "answer": "yes", "next": "/"}
    for _time in range(2):
        assert cast.sign_in(cast.naima).post(address, taps).url == "/"
    assert shown(cast.lina)
    assert cast.sign_in(cast.elif_).post(address, taps | {"answer": "no"}).status_code == 404
    assert shown(cast.lina)


def test_a_tap_leads_to_our_own_pages_only(cast: Cast) -> None:
    address = reverse("consents:answer", args=[cast.lina.pk])
    taps = {"purpose": "class_app", "answer": "yes", "next": "https://elders.example/"}
    assert cast.sign_in(cast.naima).post(address, taps).url == "/"


def test_the_home_page_asks_for_each_child_until_she_answered(cast: Cast) -> None:
    def asked(person: Person) -> set[Person]:
        return {question.student for question in read(open_questions(cast.viewer(person, "home")))}

    assert asked(cast.naima) == {cast.yusuf, cast.lina, cast.adam}
    post(cast, cast.naima, cast.lina, class_app="no")
    assert asked(cast.naima) == {cast.yusuf, cast.adam}
    assert cast.lina in asked(cast.rachid)  # what one answered, the other is not told
    assert OpenQuestion(cast.yusuf) in read(open_questions(cast.viewer(cast.naima, "home")))


def test_open_questions_take_as_many_queries_for_three_children_as_for_one(
    cast: Cast, django_assert_num_queries: object
) -> None:
    for person in (cast.naima, cast.elif_):
        viewer = cast.viewer(person, "home")
        assert viewer.seats
        with django_assert_num_queries(1):
            read(open_questions(viewer))


def test_the_page_takes_as_many_queries_with_answers_as_without(
    cast: Cast, django_assert_max_num_queries: object
) -> None:
    client = cast.sign_in(cast.naima)
    for purpose in Purpose.values:
        answer(cast.yusuf, purpose, shown=True, by=cast.naima, at=NOW)
    client.get(photos_page(cast.yusuf))  # the first time of the day it is noted that she looked
    with django_assert_max_num_queries(12):
        client.get(photos_page(cast.yusuf))
    assert CurrentAnswer.objects.count() == len(Purpose)


def test_who_came_from_her_first_steps_goes_back_there(cast: Cast) -> None:
    browser, address = cast.sign_in(cast.naima), f"{photos_page(cast.yusuf)}?next=/eerste-stappen/"
    form = browser.get(address).text.partition('<form method="post"')[2].partition(">")[0]
    assert "action" not in form  # it goes to the address of the page, with where she came from
    assert browser.post(address, {CLASS_APP: "yes"}).url == "/eerste-stappen/"


def test_a_yes_has_its_measure_and_a_no_is_always_taken(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(answers, "YES", answers.Limit("consents.yes", 2, dt.timedelta(days=1)))
    for said, status in (("yes", 302), ("no", 302), ("yes", 302), ("no", 302), ("yes", 429), ("no", 302)):
        assert post(cast, cast.naima, cast.yusuf, class_app=said).status_code == status, said
    assert not shown(cast.yusuf) and ConsentAnswer.objects.count() == 4
    tap = {"purpose": CLASS_APP, "answer": "yes", "next": "/"}
    tapped = cast.sign_in(cast.naima).post(reverse("consents:answer", args=[cast.yusuf.pk]), tap)
    assert tapped.status_code == 429 and "Dat is vaak ja op een dag." in tapped.text
    assert ConsentAnswer.objects.count() == 4
