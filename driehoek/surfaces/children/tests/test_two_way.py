"""The head of a school sees what comes back from home, in numbers that tell of nobody."""

import datetime as dt
from collections.abc import Sequence

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.html import strip_tags

from driehoek.backbone.access.models import Role, Seat
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import Group
from driehoek.features.conversations.models import Conversation
from driehoek.features.feed.models import Post
from driehoek.features.feed.models.traces import Reaction
from driehoek.features.feed.places import Place
from driehoek.surfaces.children.two_way import GroupShare, TwoWay
from tests.cast import Cast

pytestmark = pytest.mark.django_db
PAGE = reverse("children:two_way")
EARLIER = dt.timedelta(days=10)  # in the six whole weeks
HOUR = dt.timedelta(hours=1)


def news(cast: Cast, title: str, ago: dt.timedelta = EARLIER, student: Person | None = None) -> Post:
    place = Place(cast.vlieger, student=student) if student else Place(cast.vlieger, group=cast.groep_5)
    post = Post.begin(place, by=cast.anouk, at=cast.now - ago)
    post.write({"title": title, "text": "Wij lazen."}, place=place, with_students=True)
    post.share(by=cast.anouk, at=cast.now - ago, due_at=cast.now - ago)
    return post


def families(cast: Cast, fewest: int = 5) -> Sequence[tuple[Person, Person]]:
    """Guardians of groep 5, each with a child there."""
    seats = Seat.objects.on(cast.today).filter(group=cast.groep_5, role=Role.GUARDIAN)
    found = {seat.person: seat.student for seat in seats.select_related("person", "student").order_by("pk")}
    assert len(found) >= fewest
    return [(guardian, child) for guardian, child in found.items() if child][:fewest]


def ask(cast: Cast, guardian: Person, child: Person, answered: dt.timedelta | None = None) -> None:
    at = cast.now - EARLIER
    begun = Conversation.begin(
        cast.vlieger, [child], line_of=guardian, by=guardian, corner="home", text="Een vraag.", at=at,
        told_at=at,
    )  # fmt: skip
    if answered is not None:
        begun.say("Ja.", by=cast.anouk, corner="school", at=at + answered, told_at=at + answered)


def share_of(cast: Cast, group: Group) -> GroupShare:
    found = TwoWay(cast.viewer(cast.joris))
    return next(row for about in found.schools for row in about.groups if row.group == group)


def test_of_the_news_it_counts_words_and_a_mooi_apart_and_once(cast: Cast) -> None:
    talked, liked, _silent = news(cast, "Bruggen"), news(cast, "Lezen"), news(cast, "Rekenen")
    for person in (cast.naima, cast.rachid):
        talked.comment("Mooi!", by=person, corner="home", at=cast.now - EARLIER + HOUR, in_line_of=person)
    for post in (talked, liked):
        Reaction.objects.create(post=post, person=cast.naima, corner="home", at=cast.now - EARLIER + HOUR)
    counted = share_of(cast, cast.groep_5).news
    assert (counted.out, counted.answered, counted.mooi, counted.silent) == (3, 1, 1, 1)
    page = strip_tags(cast.sign_in(cast.joris).get(PAGE).text)
    assert "Antwoord op 1 van de 3 berichten · alleen Mooi: 1" in page


def test_what_school_says_itself_is_no_answer_from_home(cast: Cast) -> None:
    post = news(cast, "Bruggen")
    post.comment("Nog iets.", by=cast.anouk, corner="school", at=cast.now - EARLIER + HOUR)
    Reaction.objects.create(post=post, person=cast.meryem, corner="school", at=cast.now - EARLIER + HOUR)
    counted = share_of(cast, cast.groep_5).news
    assert (counted.out, counted.answered, counted.mooi) == (1, 0, 0)


def test_news_about_one_child_and_of_this_week_is_in_no_number(cast: Cast) -> None:
    news(cast, "Alleen Yusuf", student=cast.yusuf)
    news(cast, "Vandaag", ago=HOUR)
    assert share_of(cast, cast.groep_5).news.out == 0


def test_conversations_are_counted_from_five_families_on(cast: Cast) -> None:
    parents = families(cast)
    for guardian, child in parents[:4]:
        ask(cast, guardian, child)
    share = share_of(cast, cast.groep_5)
    assert (share.by_home, share.by_school) == (0, 0)
    ask(cast, *parents[4])
    share = share_of(cast, cast.groep_5)
    assert (share.by_home, share.by_school) == (5, 0)


def test_how_fast_school_answers_is_told_of_the_whole_school_alone(cast: Cast) -> None:
    waits = [HOUR, HOUR, HOUR, dt.timedelta(days=6), None]
    for (guardian, child), wait in zip(families(cast), waits, strict=True):
        ask(cast, guardian, child, wait)
    about = TwoWay(cast.viewer(cast.joris)).schools[0]
    assert (about.questions, about.in_time) == (5, 3)
    page = cast.sign_in(cast.joris).get(PAGE).text
    assert page.count("Van 5 vragen kregen 3 binnen twee schooldagen antwoord.") == 1
    assert not [person for person in cast.everyone().values() if f">{person.full_name}<" in page]


def test_a_group_with_few_guardians_is_too_small_to_show(cast: Cast) -> None:
    small = next(row for row in TwoWay(cast.viewer(cast.joris)).schools[0].groups if row.is_small)
    guardians = Seat.objects.on(cast.today).filter(group=small.group, role=Role.GUARDIAN)
    assert guardians.values("person").distinct().count() < 5 and small.news.out == 0
    assert "Te klein om te tonen" in cast.sign_in(cast.joris).get(PAGE).text


def test_groups_stand_by_name_and_a_quiet_one_brings_one_suggestion(cast: Cast) -> None:
    browser = cast.sign_in(cast.joris)
    assert "Stel eens een vraag" not in browser.get(PAGE).text
    news(cast, "Bruggen")
    page = browser.get(PAGE).text
    assert page.count('aria-label="Stel eens een vraag"') == 1 and reverse("tips:library") in page
    names = [row.group.order for row in TwoWay(cast.viewer(cast.joris)).schools[0].groups]
    assert names == sorted(names)


def test_it_is_for_the_head_and_stands_where_she_looks(cast: Cast) -> None:
    assert PAGE in cast.sign_in(cast.joris).get(reverse("children:work")).text
    assert PAGE not in cast.sign_in(cast.marja).get(reverse("children:work")).text
    for person in (cast.naima, cast.yusuf, cast.anouk, cast.marja, cast.petra, cast.tom):
        assert cast.sign_in(person).get(PAGE).status_code == 403
    assert cast.sign_in(cast.joris, "home").get(PAGE).status_code == 403


def test_more_news_and_conversations_take_no_more_questions_to_the_database(cast: Cast) -> None:
    browser = cast.sign_in(cast.joris)
    browser.get(PAGE)
    counts = []
    for number, (guardian, child) in enumerate(families(cast)):
        news(cast, f"Nieuws {number}")
        ask(cast, guardian, child, HOUR)
        with CaptureQueriesContext(connection) as asked:
            browser.get(PAGE)
        counts.append(len(asked))
    assert len(set(counts)) == 1
