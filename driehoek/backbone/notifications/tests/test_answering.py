"""Answering from a mail, without signing in: a link opens one question for one person, and nothing else."""

import datetime as dt

import pytest
import time_machine
from django.conf import settings
from django.core import mail
from django.test import Client, override_settings

from driehoek.backbone.notifications.answering import SLIPS, slip
from driehoek.backbone.notifications.models import Notification
from driehoek.backbone.notifications.sealing import seal, unseal
from driehoek.backbone.notifications.telling import tell_due
from driehoek.backbone.notifications.tests.steps import answers_in, bring
from driehoek.facts.people.models import Guardianship, Person, Protection, Restriction
from driehoek.features.absences.models import MorningAnswer, MorningQuestion
from driehoek.features.absences.tests.told import A_DAY, ill
from driehoek.features.absences.watching import ask_who_is_better
from tests.cast import NOW, TODAY, Cast

pytestmark = pytest.mark.django_db
MORNING = NOW.replace(hour=7, minute=15)


@pytest.fixture
def asked(cast: Cast) -> MorningQuestion:
    """Yusuf was ill yesterday; both his guardians have the mail."""
    ill(cast.yusuf, by=cast.naima, since=TODAY - A_DAY, at=NOW - A_DAY)
    ask_who_is_better(MORNING)
    bring()
    return MorningQuestion.objects.get()


def links(person: Person) -> dict[str, str]:
    (sent,) = [one for one in mail.outbox if one.to == [person.email]]
    assert all(path in str(sent.alternatives[0][0]) for path in answers_in(str(sent.body)).values())  # type: ignore[attr-defined]
    return answers_in(str(sent.body))


def answer(path: str, key: str) -> int:
    return Client().post(path, {"answer": key}).status_code


def test_two_taps_from_the_mail_and_school_knows(cast: Cast, asked: MorningQuestion) -> None:
    buttons, visitor = links(cast.naima), Client()
    assert list(buttons) == ["better", "ill"]
    page = visitor.get(buttons["better"]).content.decode()
    assert "Is <bdi>Yusuf</bdi> weer beter?" in page.replace("<bdi>Is Yusuf", "Is <bdi>Yusuf</bdi>")
    assert "Je antwoordt als <bdi>Naima</bdi>." in page
    assert not MorningAnswer.objects.exists()  # programs that scan mail open every link
    after = visitor.post(buttons["better"], {"answer": "better"}, follow=True).content.decode()
    assert "Fijn! School weet het." in after and "Toch anders?" in after
    given = MorningAnswer.objects.get()
    assert (given.by, given.still_ill) == (cast.naima, False)


def test_the_link_opens_nothing_else_of_the_portal(cast: Cast, asked: MorningQuestion) -> None:
    visitor = Client()
    page = visitor.get(links(cast.naima)["ill"]).content.decode()
    assert "_auth_user_id" not in visitor.session
    assert visitor.get("/").status_code == 302
    assert 'href="/' not in page.partition("<body")[2].replace('href="/static', "")


def test_a_post_without_the_page_records_nothing(cast: Cast, asked: MorningQuestion) -> None:
    scanner = Client(enforce_csrf_checks=True)
    assert scanner.post(links(cast.naima)["ill"], {"answer": "ill"}).status_code == 403
    assert not MorningAnswer.objects.exists()


def test_she_may_change_her_mind_and_twice_is_once(cast: Cast, asked: MorningQuestion) -> None:
    path = links(cast.naima)["better"]
    assert [answer(path, key) for key in ("better", "better", "ill")] == [302, 302, 302]
    asked.absence.refresh_from_db()
    assert MorningAnswer.objects.get().still_ill and asked.absence.ends_on is None
    answer(path, "better")
    asked.absence.refresh_from_db()
    assert asked.absence.ends_on == TODAY - A_DAY


def test_the_other_guardian_learns_that_it_is_answered_and_not_what(
    cast: Cast, asked: MorningQuestion
) -> None:
    answer(links(cast.naima)["ill"], "ill")
    page = Client().get(links(cast.rachid)["better"]).content.decode()
    assert "Hier kun je nu niet meer op antwoorden." in page
    assert "Naima" not in page and "<button" not in page
    assert answer(links(cast.rachid)["better"], "better") == 422
    assert MorningAnswer.objects.get().by == cast.naima


def test_an_answer_that_is_none_says_so(cast: Cast, asked: MorningQuestion) -> None:
    assert answer(links(cast.naima)["ill"], "misschien") == 422
    assert not MorningAnswer.objects.exists()


def blocked(cast: Cast) -> None:
    Restriction.objects.create(
        student=cast.yusuf, adult=cast.naima, kind="no_access", starts_on=TODAY, basis="-",
        entered_by=cast.marja,
    )  # fmt: skip


def no_guardian(cast: Cast) -> None:
    Guardianship.objects.get(guardian=cast.naima, student=cast.yusuf).end(on=TODAY - A_DAY)


def gone(cast: Cast) -> None:
    Person.objects.filter(pk=cast.naima.pk).update(is_active=False)


def moved(cast: Cast) -> None:
    Person.objects.filter(pk=cast.naima.pk).update(email="naima@nieuw.example")


def shared_mailbox(cast: Cast) -> None:
    """Somebody who must keep away from Yusuf opens the same mailbox."""
    Person.objects.filter(pk=cast.jeroen.pk).update(email=cast.naima.email)
    Restriction.objects.create(
        student=cast.yusuf, adult=cast.jeroen, kind="no_access", starts_on=TODAY, basis="-",
        entered_by=cast.marja,
    )  # fmt: skip


@pytest.mark.parametrize("lost", [blocked, no_guardian, gone, moved, shared_mailbox])
def test_the_policy_is_asked_again_at_the_link(cast: Cast, asked: MorningQuestion, lost: object) -> None:
    path = links(cast.naima)["ill"]
    assert Client().get(path).status_code == 200
    lost(cast)  # type: ignore[operator]
    page = Client().get(path)
    assert page.status_code == 404 and "Yusuf" not in page.content.decode()
    assert answer(path, "ill") == 404
    assert not MorningAnswer.objects.exists()


def test_a_link_runs_out(cast: Cast, asked: MorningQuestion) -> None:
    path = links(cast.naima)["ill"]
    with time_machine.travel(NOW + dt.timedelta(days=29), tick=False):
        assert Client().get(path).status_code == 200
    with time_machine.travel(NOW + dt.timedelta(days=31), tick=False):
        assert Client().get(path).status_code == 404


def test_a_changed_link_opens_nothing(cast: Cast, asked: MorningQuestion) -> None:
    token = links(cast.naima)["ill"].split("/")[2]
    others = {notice.pk for notice in Notification.objects.exclude(person=cast.naima)}
    guesses = [token[:-1] + ("a" if token[-1] != "a" else "b"), token.partition("-")[0], "x", "-", "9" * 40]
    guesses += [f"{key}-{token.partition('-')[2]}" for key in others]
    assert [Client().get(f"/antwoord/{guess}/").status_code for guess in guesses] == [404] * len(guesses)


def test_a_key_is_good_for_one_purpose_and_survives_a_change_of_secrets(cast: Cast) -> None:
    ill(cast.yusuf, by=cast.naima, since=TODAY - A_DAY, at=NOW - A_DAY)
    ask_who_is_better(MORNING)
    tell_due(NOW)
    told = Notification.objects.get(person=cast.naima)
    key = seal(told, "answer")
    assert unseal(key, "answer") == told == unseal(key.upper(), "answer")
    assert unseal(key, "reply") is None
    with override_settings(SECRET_KEY="n" * 50, SECRET_KEY_FALLBACKS=["x"]):
        assert unseal(key, "answer") is None
    with override_settings(SECRET_KEY="n" * 50, SECRET_KEY_FALLBACKS=[settings.SECRET_KEY]):
        assert unseal(key, "answer") == told


def test_the_page_comes_in_her_language_whoever_is_signed_in_here(cast: Cast, asked: MorningQuestion) -> None:
    Person.objects.filter(pk=cast.naima.pk).update(language="ar", text_size="large")
    page = cast.sign_in(cast.daan).get(links(cast.naima)["ill"])
    assert page["Content-Language"] == "ar"
    html = page.content.decode()
    assert 'dir="rtl"' in html and 'data-text="large"' in html
    assert cast.daan.given_name not in html and "<nav" not in html


def test_a_protected_child_is_not_named(cast: Cast, asked: MorningQuestion) -> None:
    Protection.objects.create(student=cast.yusuf, basis="-", entered_by=cast.marja, entered_at=NOW)
    page = Client().get(links(cast.naima)["ill"])
    assert page.status_code == 200 and "Is je kind weer beter?" in page.content.decode()
    assert "Yusuf" not in page.content.decode()


def test_who_may_not_answer_gets_no_buttons(cast: Cast, asked: MorningQuestion) -> None:
    """The mail of the school has none; that of a guardian has, beside it in one batch."""
    assert links(cast.rachid)
    assert [one.to for one in mail.outbox if "/antwoord/" in str(one.body)] == [
        [one.to[0]] for one in mail.outbox
    ]


def test_a_verb_has_one_slip() -> None:
    verb = next(iter(SLIPS))
    with pytest.raises(ValueError, match=verb):
        slip(verb)(SLIPS[verb])
