"""Who leads a school says in plain rules when a mentor may think of a talk; everybody there can read them."""

import datetime as dt

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from driehoek.features.noticing.forgetting import forget
from driehoek.features.noticing.models import Invitation, SetAside, TalkRule, What
from tests.cast import NOW, TODAY, Cast

pytestmark = pytest.mark.django_db
WORDS = "4 keer te laat in 6 weken"


def add(browser: Client, school: int, **more: object) -> int:
    said = {"layer": 0, "what": "late", "times": 4, "weeks": 6} | more
    return browser.post(reverse("noticing:rules", args=[school]), said).status_code


def test_the_head_sets_a_rule_and_everybody_of_the_school_reads_it(cast: Cast) -> None:
    assert add(cast.sign_in(cast.joris), cast.vlieger.pk) == 302
    for who in (cast.naima, cast.rachid, cast.anouk):
        assert WORDS in cast.sign_in(who).get(reverse("noticing:explained")).text
    for who in (cast.petra, cast.youssef):
        assert WORDS not in cast.sign_in(who).get(reverse("noticing:explained")).text


def test_nobody_else_sets_or_removes_one(cast: Cast) -> None:
    add(cast.sign_in(cast.joris), cast.vlieger.pk)
    rule = TalkRule.objects.get()
    gone = reverse("noticing:rule_removal", args=[rule.pk])
    for who in (cast.anouk, cast.naima, cast.petra):
        browser = cast.sign_in(who)
        assert add(browser, cast.vlieger.pk, times=2) == 404
        assert browser.post(gone).status_code in (403, 404)
    assert list(TalkRule.objects.values_list("times", flat=True)) == [4]
    assert cast.sign_in(cast.joris).post(gone).status_code == 302
    assert not TalkRule.objects.exists()


@pytest.mark.parametrize("wrong", [{"times": 1}, {"times": 21}, {"weeks": 13}, {"weeks": "x"},
                                   {"what": "herkomst"}, {"layer": 77}])  # fmt: skip
def test_a_rule_has_bounds_and_says_them(cast: Cast, wrong: dict[str, object]) -> None:
    head, page = cast.sign_in(cast.joris), reverse("noticing:rules", args=[cast.vlieger.pk])
    answer = head.post(page, {"layer": 0, "what": "late", "times": 4, "weeks": 6} | wrong)
    assert answer.status_code == 422 and "Kies" in answer.text
    assert not TalkRule.objects.exists()


def test_a_second_rule_for_the_same_takes_the_place_of_the_first(cast: Cast) -> None:
    head = cast.sign_in(cast.joris)
    add(head, cast.vlieger.pk)
    add(head, cast.vlieger.pk, times=5)
    assert [(rule.what, rule.times) for rule in TalkRule.objects.all()] == [("late", 5)]


def test_the_usual_rules_come_in_one_tap_and_leave_what_is_there(cast: Cast) -> None:
    head, page = cast.sign_in(cast.joris), reverse("noticing:rules", args=[cast.vlieger.pk])
    add(head, cast.vlieger.pk, times=7)
    for _time in range(2):
        assert head.post(page, {"usual": "1"}).status_code == 302
    assert {rule.what for rule in TalkRule.objects.all()} == set(What.values)
    assert TalkRule.objects.get(what="late").times == 7


@pytest.mark.parametrize(("language", "times", "weeks", "words"), [
    ("nl", 3, 4, "3 keer te laat in 4 weken"),
    ("en", 2, 6, "late 2 times in 6 weeks"),
    ("ar", 2, 2, "متأخر مرتين خلال أسبوعين"),
    ("ar", 3, 10, "متأخر 3 مرات خلال 10 أسابيع"),
    ("ar", 12, 11, "متأخر 12 مرة خلال 11 أسبوعًا"),
    ("uk", 3, 4, "3 рази запізнення за 4 тижні"),
    ("uk", 5, 6, "5 разів запізнення за 6 тижнів"),
    ("pl", 4, 2, "4 razy spóźnienie w ciągu 2 tygodni"),
])  # fmt: skip
def test_a_rule_counts_as_its_language_does(language: str, times: int, weeks: int, words: str) -> None:
    rule = TalkRule(what=What.LATE, times=times, weeks=weeks)
    with override(language):
        assert str(rule.words) == words


def test_what_a_mentor_did_is_forgotten_when_no_rule_can_look_back_so_far(cast: Cast) -> None:
    for ago in (83, 85):
        day = TODAY - dt.timedelta(days=ago)
        by = {"by": cast.dijk, "day": day, "at": NOW}
        SetAside.put(cast.adam, cast.kompas, [What.LATE], "", **by)
        Invitation.note(cast.adam, cast.kompas, **by)
    forget(NOW)
    assert SetAside._default_manager.count() == Invitation._default_manager.count() == 1
