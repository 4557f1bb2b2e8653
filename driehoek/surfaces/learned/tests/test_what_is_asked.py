"""What a class worked on this week is what lies on the table of a child for whom nobody wrote a question."""

import datetime as dt

import pytest
from django.test import Client

from driehoek.features.feed.models import Kind, Post, Publication
from driehoek.features.feed.tests.posts import shared
from driehoek.features.kitchen.at_home import Question
from driehoek.features.kitchen.bank import Ready
from driehoek.features.kitchen.models import Talked
from driehoek.features.kitchen.notices import ours
from driehoek.surfaces.home.family import family_of
from driehoek.surfaces.home.kitchen_table import table_for
from tests.cast import NOW, Cast

pytestmark = pytest.mark.django_db
TABLE, A_DAY = "/keukentafel/", dt.timedelta(days=1)


def lesson(cast: Cast, theme: str, *, days_ago: int = 0) -> None:
    post = shared(cast, f"Over {theme}", with_students=True)
    Post.objects.filter(pk=post.pk).update(kind=Kind.LESSON, theme=theme)
    Publication.objects.filter(post=post).update(due_at=NOW - days_ago * A_DAY - dt.timedelta(hours=1))


def asked_of(cast: Cast, child: str, by: str = "naima") -> Question:
    viewer = cast.viewer(getattr(cast, by), "home")
    found = table_for(viewer, family_of(viewer)).questions
    return next(one for one in found if getattr(cast, child) in one.children)


def theme_of(question: Question) -> str:
    assert isinstance(question.source, Ready)
    return question.source.theme


def reads(browser: Client, question: Question, *pages: str) -> bool:
    assert question.shown is not None
    return all(question.shown.words in browser.get(page).text for page in pages)


def test_the_first_theme_of_the_week_decides_on_every_page_for_both_homes_and_in_the_digest(
    cast: Cast,
) -> None:
    before, naima = asked_of(cast, "yusuf"), cast.sign_in(cast.naima)
    other = next(one for one in ("maths", "reading", "world") if one != theme_of(before))
    lesson(cast, theme_of(before), days_ago=7)  # last week
    lesson(cast, other, days_ago=2)
    lesson(cast, theme_of(before))
    now = asked_of(cast, "yusuf")
    assert theme_of(now) == other and asked_of(cast, "yusuf", "rachid").key == now.key
    assert reads(naima, now, TABLE, f"/kind/{cast.yusuf.pk}/")
    supplied = [one.question for one in ours(cast.viewer(cast.naima, "home"), []) if not isinstance(one, int)]
    assert now.shown is not None and now.shown.words in map(str, supplied)
    assert asked_of(cast, "adam").key == asked_of(cast, "adam", "rachid").key  # of another class: her own


def test_what_was_shown_before_can_still_be_ticked_and_then_stays(cast: Cast) -> None:
    before = asked_of(cast, "yusuf")
    lesson(cast, next(one for one in ("maths", "reading") if one != theme_of(before)))
    assert asked_of(cast, "yusuf").key != before.key
    cast.sign_in(cast.naima).post(f"{TABLE}{before.key}/gepraat/", {"gepraat": "ja"})
    assert Talked.objects.get().key == before.key and asked_of(cast, "yusuf").key == before.key


def test_a_teachers_own_question_goes_before_ours_and_of_another_class_one_hears_nothing(cast: Cast) -> None:
    before = asked_of(cast, "lina", "naima").key
    lesson(cast, "maths")
    assert asked_of(cast, "lina", "naima").key == before and asked_of(cast, "yusuf").post is None
    Post.objects.update(ask_at_home="Hoe sterk is de brug?")
    assert asked_of(cast, "yusuf").post is not None
