"""Whoever is invited says from the mail whether she comes; school hears of who cannot, no other home does."""

import datetime as dt

import pytest
import time_machine
from django.core import mail
from django.test import Client

from driehoek.backbone.notifications.tests.steps import answers_in, bring
from driehoek.facts.people.models import Person, Restriction
from driehoek.features.talks.models import Side, Talk
from driehoek.features.talks.tests.table import SOON, planned
from tests.cast import NOW, TODAY, Cast

pytestmark = pytest.mark.django_db
HOUR = dt.timedelta(hours=1)
AGAIN = "graag een ander moment voor een gesprek"


def invited(person: Person) -> dict[str, str]:
    """The buttons of her newest mail."""
    bring()
    found = answers_in(str([one.body for one in mail.outbox if one.to == [person.email]][-1]))
    return {key.partition("-")[0]: path for key, path in found.items()}


def replies(talk: Talk) -> dict[str, str]:
    return {side.person.given_name: side.reply for side in talk.sides.all() if side.reply}


def answer(path: str, key: str) -> int:
    """To the moment that this mail speaks of."""
    return Client().post(path, {"answer": at_moment(key, path.rpartition("-")[2])}).status_code


def at_moment(key: str, moment: object) -> str:
    return f"{key}-{moment}"


def test_two_taps_from_the_mail_say_that_she_comes_and_can_be_changed(cast: Cast) -> None:
    talk, visitor = planned(cast), Client()
    buttons = invited(cast.naima)
    page = visitor.get(buttons["comes"]).text
    assert "Kom je naar het gesprek over Yusuf op donderdag 26 november" in page and replies(talk) == {}
    said = at_moment("comes", int(SOON.timestamp()))
    after = visitor.post(buttons["comes"], {"answer": said}, follow=True).text
    assert "Fijn! School weet het." in after and "_auth_user_id" not in visitor.session
    for _twice in range(2):
        answer(buttons["other"], "other")
    assert replies(talk) == {"Naima": "other"}
    assert Client(enforce_csrf_checks=True).post(buttons["comes"], {"answer": said}).status_code == 403


def test_school_hears_of_who_cannot_come_then_and_of_nobody_else(cast: Cast) -> None:
    talk = planned(cast)
    answer(invited(cast.naima)["comes"], "comes")
    answer(invited(cast.rachid)["other"], "other")
    bring(NOW + HOUR)
    told = {one.to[0] for one in mail.outbox if AGAIN in one.subject}
    assert told == {cast.anouk.email}
    page = cast.sign_in(cast.anouk).get(talk.get_absolute_url()).text
    assert "Thuis · Komt" in page and "Thuis · Liever een ander moment" in page


def test_who_comes_after_all_is_told_of_as_nothing_and_one_home_hears_nothing_of_the_other(
    cast: Cast,
) -> None:
    talk = planned(cast)
    buttons = invited(cast.rachid)
    answer(buttons["other"], "other")
    answer(buttons["comes"], "comes")
    bring(NOW + HOUR)
    assert not [one for one in mail.outbox if AGAIN in one.subject]
    for person in (cast.naima, cast.yusuf):
        assert "· Komt" not in cast.sign_in(person).get(talk.get_absolute_url()).text
    assert "· Komt" in cast.sign_in(cast.rachid).get(talk.get_absolute_url()).text


def test_who_says_yes_and_no_without_end_mails_school_ten_times_a_day(cast: Cast) -> None:
    talk = planned(cast)
    path = invited(cast.rachid)["other"]
    for minute in range(12):
        with time_machine.travel(NOW + minute * dt.timedelta(minutes=1), tick=False):
            taken = [answer(path, key) for key in ("comes", "other")]
            bring(NOW + minute * dt.timedelta(minutes=1))
        assert taken == ([302, 302] if minute < 10 else [422, 422])
    assert len([one for one in mail.outbox if AGAIN in one.subject]) == 10
    rachid = cast.sign_in(cast.rachid)
    said = {"reply": at_moment("comes", int(SOON.timestamp()))}
    page = rachid.post(f"{talk.get_absolute_url()}komen/", said, follow=True).text
    assert "Kom morgen terug." in page and replies(talk) == {"Rachid": "other"}
    assert answer(invited(cast.naima)["comes"], "comes") == 302  # it is counted by person


def test_on_its_page_she_says_the_same_and_nobody_says_it_for_her(cast: Cast) -> None:
    talk = planned(cast)
    url = f"{talk.get_absolute_url()}komen/"
    naima = cast.sign_in(cast.naima)
    assert "Liever een ander moment" in naima.get(talk.get_absolute_url()).text
    assert naima.post(url, {"reply": at_moment("comes", int(SOON.timestamp()))}).status_code == 302
    assert naima.post(url, {"reply": "misschien"}).status_code == 302 and replies(talk) == {"Naima": "comes"}
    for person, code in ((cast.anouk, 403), (cast.yusuf, 403), (cast.esther, 404), (cast.tom, 404)):
        assert cast.sign_in(person).post(url, {"reply": "other"}).status_code == code, person
    assert replies(talk) == {"Naima": "comes"}


def test_a_talk_that_was_moved_asks_anew_and_one_that_is_off_asks_nothing(cast: Cast) -> None:
    talk = planned(cast)
    buttons = invited(cast.naima)
    answer(buttons["comes"], "comes")
    talk.move(moment=SOON + HOUR, minutes=20, place="Lokaal 5", by=cast.anouk, at=NOW)
    assert replies(talk) == {}
    assert answer(buttons["comes"], "comes") == 422 and replies(talk) == {}  # she read another moment
    url, before = f"{talk.get_absolute_url()}komen/", at_moment("comes", int(SOON.timestamp()))
    page = cast.sign_in(cast.naima).post(url, {"reply": before}, follow=True).text
    assert "Er is intussen iets veranderd." in page and replies(talk) == {}
    assert "op donderdag 26 november, 16:00" in Client().get(buttons["comes"]).text
    assert answer(invited(cast.naima)["comes"], "comes") == 302 and replies(talk) == {"Naima": "comes"}
    talk.cancel("Ziek", by=cast.anouk, at=NOW)
    assert answer(buttons["other"], "other") == 422 and replies(talk) == {"Naima": "comes"}


def test_who_is_kept_from_the_child_answers_nothing_any_more(cast: Cast) -> None:
    planned(cast)
    buttons = invited(cast.rachid)
    kept = {"student": cast.yusuf, "adult": cast.rachid, "kind": "no_access", "starts_on": TODAY}
    Restriction.objects.create(**kept, basis="-", entered_by=cast.marja)
    assert Client().get(buttons["comes"]).status_code == answer(buttons["comes"], "comes") == 404
    assert not Side.objects.exclude(reply="").exists()


def test_the_mail_says_where_in_a_mailbox_of_her_own_and_never_of_a_visit_at_home(cast: Cast) -> None:
    Person.objects.filter(pk=cast.cheryl.pk).update(email=cast.rachid.email)
    planned(cast)
    planned(cast, kind="home", place="Bij Naima thuis")
    bring()
    told = {one.to[0] for one in mail.outbox if "Waar: Lokaal 5" in one.body}
    assert cast.naima.email in told and cast.rachid.email not in told
    assert not any("Bij Naima thuis" in one.body for one in mail.outbox)
