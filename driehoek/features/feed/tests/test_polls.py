"""Polls: one tap answers, it can be changed until it closes, and numbers tell of nobody."""

import datetime as dt

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from driehoek.backbone.journal.models import Entry
from driehoek.backbone.notifications.digests.moments import Moments
from driehoek.backbone.notifications.models import Rhythm
from driehoek.backbone.notifications.notices import notice_of
from driehoek.backbone.translation.reading import put_in_words
from driehoek.facts.people.models import Person
from driehoek.features.feed.models import Poll, PollAnswer, Post
from driehoek.features.feed.poll_form import PollForm
from driehoek.features.feed.polls import Ballot
from driehoek.features.feed.tests.posts import HOUR, shared
from driehoek.features.feed.tests.test_composing import sheet
from tests.cast import Cast

ASKED = {
    "poll_question": "Waar gaan wij heen?", "poll_answers": "Naturalis\nHet bos\n", "poll_shows": "voted",
    "poll_closes_on": "2026-11-26",
}  # fmt: skip


def poll_on(post: Post, *answers: str, shows: str = "voted", open_for: dt.timedelta = HOUR) -> Poll:
    poll = Poll.objects.create(
        post=post, question="Waar gaan wij heen?", shows=shows, closes_at=Cast.now + open_for
    )
    poll.offer(list(answers) or ["Naturalis", "Het bos"])
    return poll


def tap(client: Client, poll: Poll, number: int) -> int:
    option = poll.options.all()[number].pk
    return client.post(f"/peiling/{poll.pk}/antwoord/", {"option": option}).status_code


def voters(cast: Cast) -> list[Person]:
    return [cast.naima, cast.rachid, cast.esther, cast.bas, cast.cheryl]


def answered(cast: Cast, poll: Poll, people: list[Person], number: int = 0) -> None:
    for person in people:
        assert poll.answer(poll.options.all()[number], by=person, at=cast.now)


def test_a_poll_is_written_on_the_sheet_and_goes_with_the_post(cast: Cast) -> None:
    client = cast.sign_in(cast.anouk)
    client.post("/maken/delen/", sheet(cast, when="now", **ASKED))
    poll = Poll.objects.get()
    assert [option.text for option in poll.options.all()] == ["Naturalis", "Het bos"]
    home = cast.sign_in(cast.naima)
    assert "Waar gaan wij heen?" in home.get("/").content.decode()
    assert "Na je antwoord zie je de uitslag." in home.get(poll.post.get_absolute_url()).content.decode()


def test_a_sheet_that_comes_after_sharing_takes_no_answer_away(cast: Cast) -> None:
    poll = poll_on(shared(cast))
    answered(cast, poll, [cast.naima])
    form = PollForm(ASKED | {"poll_answers": "Nemo\nArtis"}, post=poll.post, now=cast.now)
    form.keep()
    assert [option.text for option in poll.options.all()] == ["Naturalis", "Het bos"]
    assert PollAnswer.objects.count() == 1


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"poll_answers": "Naturalis"}, "Schrijf een vraag en minstens twee antwoorden."),
        ({"poll_question": ""}, "Schrijf een vraag en minstens twee antwoorden."),
        ({"poll_answers": "\n".join("abcdefg")}, "Geef hooguit zes korte antwoorden."),
        ({"poll_closes_on": "2026-11-01"}, "Kies een dag die nog komt."),
    ],
)
def test_a_poll_that_makes_no_sense_is_not_shared(cast: Cast, wrong: dict[str, str], sentence: str) -> None:
    answer = cast.sign_in(cast.anouk).post("/maken/delen/", sheet(cast, **ASKED | wrong))
    assert answer.status_code == 422 and sentence in answer.content.decode()
    assert not Post.objects.get().is_shared


def test_in_the_room_of_one_child_nobody_polls(cast: Cast) -> None:
    room = {"place": f"child-{cast.yusuf.pk}", "told": f"child-{cast.yusuf.pk}"}
    answer = cast.sign_in(cast.anouk).post("/maken/delen/", sheet(cast, **ASKED | room))
    assert answer.status_code == 422 and "Een peiling is voor een hele groep." in answer.content.decode()


def test_one_tap_answers_and_another_changes_it(cast: Cast) -> None:
    poll, naima = poll_on(shared(cast)), cast.sign_in(cast.naima)
    assert [tap(naima, poll, number) for number in (0, 0, 1)] == [302, 302, 302]
    assert PollAnswer.objects.get().option == poll.options.all()[1]
    assert "Je kunt nog iets anders kiezen." in naima.get(poll.post.get_absolute_url()).content.decode()


def test_the_database_keeps_one_answer_each(cast: Cast) -> None:
    poll = poll_on(shared(cast))
    answered(cast, poll, [cast.naima])
    with pytest.raises(IntegrityError), transaction.atomic():
        PollAnswer.objects.create(poll=poll, option=poll.options.first(), person=cast.naima, at=cast.now)


def test_only_families_of_the_group_answer(cast: Cast) -> None:
    poll = poll_on(shared(cast))
    assert tap(cast.sign_in(cast.meryem), poll, 0) == 403  # colleagues look
    assert tap(cast.sign_in(cast.anouk, "home"), poll, 0) == 404
    for person in (cast.jeroen, cast.gerda, cast.wouter, cast.tom):
        assert tap(cast.sign_in(person), poll, 0) == 404
    assert not PollAnswer.objects.exists()


def test_the_answer_of_another_poll_is_no_answer(cast: Cast) -> None:
    poll, other = poll_on(shared(cast)), poll_on(shared(cast, "Een ander bericht"))
    client, option = cast.sign_in(cast.naima), other.options.first().pk
    for sent in ({"option": option}, {}):
        assert client.post(f"/peiling/{poll.pk}/antwoord/", sent).status_code == 302
    assert not PollAnswer.objects.exists()


def test_after_it_closed_nothing_changes(cast: Cast) -> None:
    poll = poll_on(shared(cast), open_for=-HOUR)
    assert not poll.answer(poll.options.first(), by=cast.naima, at=cast.now)
    tap(cast.sign_in(cast.naima), poll, 0)
    assert not PollAnswer.objects.exists()


def test_the_result_comes_after_ones_own_answer_and_never_under_five(cast: Cast) -> None:
    poll, people = poll_on(shared(cast)), voters(cast)
    answered(cast, poll, people[:4])
    assert not ballot(cast, poll, people[0]).is_split and ballot(cast, poll, people[0]).total == 4
    answered(cast, poll, people[4:], 1)
    assert [row.votes for row in ballot(cast, poll, people[0]).rows] == [4, 1]
    assert [row.votes for row in ballot(cast, poll, cast.elif_).rows] == [None, None]


def test_or_it_comes_when_the_poll_is_closed(cast: Cast) -> None:
    poll, people = poll_on(shared(cast), shows="closed"), voters(cast)
    answered(cast, poll, people)
    assert not ballot(cast, poll, people[0]).tells
    Poll.objects.update(closes_at=cast.now - HOUR)
    poll.refresh_from_db()
    assert ballot(cast, poll, cast.elif_).is_split


def test_the_teacher_sees_numbers_and_no_names(cast: Cast) -> None:
    poll = poll_on(shared(cast))
    answered(cast, poll, voters(cast))
    page = cast.sign_in(cast.anouk).get(poll.post.get_absolute_url()).content.decode()
    assert "5 antwoorden." in page and not any(person.name in page for person in voters(cast))
    for person in (cast.anouk, cast.rachid):
        assert not PollAnswer.objects.visible_to(cast.viewer(person)).exclude(person=person).exists()


def ballot(cast: Cast, poll: Poll, person: Person) -> Ballot:
    found = Ballot(poll, cast.viewer(person), hears=False)
    put_in_words([found], now=cast.now)
    return found


def test_a_poll_that_closes_before_her_digest_is_told_at_once(cast: Cast) -> None:
    """Told on a Thursday; her digest comes on Friday."""
    post = shared(cast)
    entry = Entry.objects.get(verb="feed.post.shared")
    for open_for, waits in ((HOUR, False), (dt.timedelta(days=7), True)):
        Poll.objects.all().delete()
        poll_on(post, open_for=open_for)
        told = notice_of(Entry.objects.get(pk=entry.pk))
        moments = Moments(told, [cast.naima.pk], cast.now)
        assert moments.of(cast.naima.pk, Rhythm.WEEKLY)[0].is_collected is waits
