"""Answering the feed from a mail: a poll, and whether a question may be answered for all."""

import pytest
from django.core import mail
from django.test import Client

from driehoek.backbone.notifications.tests.steps import answers_in, bring
from driehoek.facts.people.models import Person
from driehoek.features.feed.models import PollAnswer, SharedQuestion
from driehoek.features.feed.tests.posts import HOUR, shared
from driehoek.features.feed.tests.test_polls import poll_on
from driehoek.features.feed.tests.test_questions import WORDS, proposed
from tests.cast import NOW, Cast

pytestmark = pytest.mark.django_db


def links(person: Person) -> dict[str, str]:
    sent = [one for one in mail.outbox if one.to == [person.email]]
    return answers_in("".join(str(one.body) for one in sent))


def answer(path: str, key: str) -> int:
    return Client().post(path, {"answer": key}).status_code


def test_a_poll_is_answered_from_the_mail_and_can_be_changed_until_it_closes(cast: Cast) -> None:
    poll = poll_on(shared(cast))
    bring(NOW + HOUR / 2)
    first, second = (str(option.pk) for option in poll.options.all())
    path = links(cast.naima)[first]
    page = Client().get(path).content.decode()
    assert "Waar gaan wij heen?" in page and page.index("Naturalis") < page.index("Het bos")
    answer(path, first)
    answer(path, second)
    assert PollAnswer.objects.get().option.text == "Het bos"
    assert "Het bos" in Client().get(path).content.decode()
    assert answer(path, "99999999") == 422
    poll.closes_at = NOW - HOUR
    poll.save()
    assert answer(path, first) == 422
    assert "De peiling is dicht." in Client().get(path).content.decode()


def test_who_teaches_gets_the_news_without_buttons(cast: Cast) -> None:
    post = shared(cast)
    poll_on(post)
    bring(NOW + HOUR / 2)
    assert links(cast.naima) and links(cast.rachid)
    assert not links(cast.anouk)


def test_a_yes_counts_for_the_words_that_she_read(cast: Cast) -> None:
    question = proposed(cast)
    bring()
    buttons = links(cast.naima)
    yes = f"ja-{question.words}"
    page = Client().get(buttons[yes]).content.decode()
    assert WORDS["question"] in page and WORDS["answer"] in page
    again = WORDS | {"answer": "Een uur."}
    SharedQuestion.objects.filter(pk=question.pk).update(**again)
    assert answer(buttons[yes], yes) == 422
    assert not SharedQuestion.objects.agreed().exists()
    answer(buttons[yes], f"ja-{SharedQuestion.objects.get().words}")
    assert SharedQuestion.objects.get().is_agreed
    answer(buttons["nee"], "nee")
    assert SharedQuestion.objects.get().is_refused
