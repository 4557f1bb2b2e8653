"""From collected rows to one mail: nothing lost, nothing twice, nothing that is no longer hers."""

import datetime as dt
from email.message import EmailMessage

import pytest

from driehoek.backbone.notifications.digests.gathering import ask_again, put_together
from driehoek.backbone.notifications.digests.tests.steps import FRIDAY, MONDAY, run, wish
from driehoek.backbone.notifications.models import Delivery, Digest, Notification
from driehoek.backbone.notifications.tests.steps import praise
from driehoek.backbone.notifications.urgent import declare_urgent
from driehoek.facts.people.models import Person, Restriction
from tests.cast import NOW, TODAY, Cast
from tests.servers.smtp import Mood, Postman

pytestmark = pytest.mark.django_db
MINUTE = dt.timedelta(minutes=1)


def told(cast: Cast, *people: Person, rhythm: str = "weekly") -> None:
    """Something about Yusuf, and something about Lina, collected on Thursday for these people."""
    for person in people:
        wish(person, rhythm)
    praise(cast.yusuf)
    praise(cast.lina)
    run(NOW)


def items_of(person: Person) -> list[tuple[str, str]]:
    rows = Delivery.objects.filter(notification__person=person).order_by("pk")
    return [(row.state, row.reason) for row in rows]


def messages_to(postman: Postman, person: Person) -> list[EmailMessage]:
    both = zip(postman.messages, postman.recipients, strict=True)
    return [message for message, to in both if to == [person.email]]


def text_of(message: EmailMessage) -> str:
    body = message.get_body(("plain",))
    assert isinstance(body, EmailMessage)
    return str(body.get_content())


def mails_to(postman: Postman, person: Person) -> list[str]:
    return [text_of(message) for message in messages_to(postman, person)]


def block(adult: Person, child: Person, *, by: Person) -> None:
    Restriction.objects.create(
        student=child, adult=adult, kind="no_access", starts_on=TODAY, basis="-", entered_by=by
    )


def test_on_friday_one_mail_comes_with_all_of_the_week(cast: Cast, postman: Postman) -> None:
    told(cast, cast.naima)
    run(FRIDAY - MINUTE)
    assert mails_to(postman, cast.naima) == []
    run(FRIDAY)
    (text,) = mails_to(postman, cast.naima)
    assert text.count("We bouwden een brug van papier.") == 2
    assert items_of(cast.naima) == [("done", ""), ("done", "")]
    assert len(mails_to(postman, cast.rachid)) == 2  # he gets each at once


def test_a_second_run_finds_nothing_and_a_late_one_loses_nothing(cast: Cast, postman: Postman) -> None:
    told(cast, cast.naima)
    run(MONDAY + dt.timedelta(hours=3))  # nobody worked on Friday
    run(MONDAY + dt.timedelta(hours=3))
    run(FRIDAY + dt.timedelta(days=7))
    assert len(mails_to(postman, cast.naima)) == 1


def test_nothing_new_means_no_mail(cast: Cast, postman: Postman) -> None:
    wish(cast.naima, "weekly")
    run(FRIDAY)
    assert not Digest.objects.exists() and postman.raw == []


def test_what_was_read_meanwhile_is_left_out_and_when_all_is_read_no_mail_comes(
    cast: Cast, postman: Postman
) -> None:
    told(cast, cast.naima, cast.rachid)
    Notification.objects.filter(person=cast.naima).update(read_at=NOW)
    Notification.objects.filter(person=cast.rachid, entry__subject_id=cast.lina.pk).update(read_at=NOW)
    run(FRIDAY)
    assert mails_to(postman, cast.naima) == []
    assert set(items_of(cast.naima)) == {("suppressed", "read")}
    assert mails_to(postman, cast.rachid)[0].count("brug van papier") == 1


def test_who_is_blocked_meanwhile_gets_nothing(cast: Cast, postman: Postman) -> None:
    told(cast, cast.naima, cast.rachid)
    for child in (cast.yusuf, cast.lina):
        block(cast.rachid, child, by=cast.marja)
    run(FRIDAY)
    assert mails_to(postman, cast.rachid) == []
    assert set(items_of(cast.rachid)) == {("suppressed", "access")}
    assert len(mails_to(postman, cast.naima)) == 1


def test_who_left_gets_nothing(cast: Cast, postman: Postman) -> None:
    told(cast, cast.naima)
    Person.objects.filter(pk=cast.naima.pk).update(is_active=False)
    run(FRIDAY)
    assert mails_to(postman, cast.naima) == []
    assert set(items_of(cast.naima)) == {("suppressed", "inactive")}


def test_who_shares_the_mailbox_with_somebody_blocked_gets_nothing(cast: Cast, postman: Postman) -> None:
    told(cast, cast.naima)
    block(cast.jeroen, cast.yusuf, by=cast.marja)
    Person.objects.filter(pk=cast.jeroen.pk).update(email=cast.naima.email)
    run(FRIDAY)
    assert mails_to(postman, cast.naima) == []


def test_a_classmate_s_guardian_who_may_not_see_the_child_is_never_told(cast: Cast, postman: Postman) -> None:
    told(cast, cast.naima, cast.esther)
    run(FRIDAY)
    assert mails_to(postman, cast.esther) == []
    assert set(items_of(cast.esther)) == {("suppressed", "access")}


def test_who_wants_it_at_once_by_now_gets_it_at_once_and_not_again(cast: Cast, postman: Postman) -> None:
    told(cast, cast.naima)
    wish(cast.naima, "now")
    ask_again(cast.naima, at=NOW + MINUTE)
    run(NOW + MINUTE)
    assert len(mails_to(postman, cast.naima)) == 2
    run(FRIDAY)
    assert len(mails_to(postman, cast.naima)) == 2


def test_who_wants_none_any_more_gets_none(cast: Cast, postman: Postman) -> None:
    told(cast, cast.naima)
    wish(cast.naima, "off")
    ask_again(cast.naima, at=NOW + MINUTE)
    run(FRIDAY)
    assert mails_to(postman, cast.naima) == [] and set(items_of(cast.naima)) == {("suppressed", "unwanted")}


def test_who_goes_from_weekly_to_daily_gets_it_the_same_day(cast: Cast, postman: Postman) -> None:
    told(cast, cast.naima)
    wish(cast.naima, "daily")
    ask_again(cast.naima, at=NOW + MINUTE)
    run(NOW + MINUTE)
    run(NOW + dt.timedelta(minutes=30))
    (text,) = mails_to(postman, cast.naima)
    assert text.count("brug van papier") == 2


def test_a_choice_that_nobody_passed_on_is_followed_when_the_digest_would_leave(
    cast: Cast, postman: Postman
) -> None:
    told(cast, cast.naima)
    wish(cast.naima, "now")
    run(FRIDAY)
    run(FRIDAY)
    assert len(mails_to(postman, cast.naima)) == 2
    assert set(items_of(cast.naima)) == {("done", "")} and Digest.objects.get().reason == "nothing new"


def test_two_runs_at_once_make_one_digest(cast: Cast) -> None:
    told(cast, cast.naima)
    assert put_together(cast.naima.pk, "email", FRIDAY)
    assert not put_together(cast.naima.pk, "email", FRIDAY)
    assert Digest.objects.count() == 1


def test_while_one_waits_what_comes_due_waits_for_the_next(cast: Cast, postman: Postman) -> None:
    told(cast, cast.naima, rhythm="daily")
    postman.mood = Mood.BUSY
    run(NOW + dt.timedelta(minutes=30))
    praise(cast.adam)
    run(FRIDAY - dt.timedelta(hours=1))
    run(FRIDAY)
    assert Digest.objects.count() == 1
    postman.mood = Mood.WELL
    run(FRIDAY + dt.timedelta(hours=2))
    run(FRIDAY + dt.timedelta(hours=2))
    assert [text.count("brug van papier") for text in mails_to(postman, cast.naima)] == [2, 1]
    assert set(items_of(cast.naima)) == {("done", "")}


def test_a_server_that_hangs_up_before_it_says_so_gets_the_same_message_again(
    cast: Cast, postman: Postman
) -> None:
    told(cast, cast.naima)
    postman.mood = Mood.DROPS_AFTER
    run(FRIDAY)
    postman.mood = Mood.WELL
    run(FRIDAY + dt.timedelta(minutes=2))
    hers = messages_to(postman, cast.naima)
    assert len(hers) == 2 and len({message["Message-ID"] for message in hers}) == 1


def test_what_may_have_come_in_a_digest_comes_by_itself_no_more(cast: Cast, postman: Postman) -> None:
    told(cast, cast.naima)
    postman.mood = Mood.DROPS_AFTER
    run(FRIDAY)
    wish(cast.naima, "now")
    postman.mood = Mood.WELL
    run(FRIDAY + dt.timedelta(minutes=2))
    hers = messages_to(postman, cast.naima)
    assert len(hers) == 2 and len({message["Message-ID"] for message in hers}) == 1


def test_what_may_have_come_by_itself_comes_in_no_digest_any_more(cast: Cast, postman: Postman) -> None:
    postman.mood = Mood.DROPS_AFTER
    told(cast, cast.naima, rhythm="now")
    wish(cast.naima, "weekly")
    postman.mood = Mood.WELL
    run(NOW + dt.timedelta(minutes=2))
    run(FRIDAY)
    hers = [message["Message-ID"] for message in messages_to(postman, cast.naima)]
    assert len(hers) == 4 and len(set(hers)) == 2


def test_an_address_that_refuses_is_told_of_each_item(cast: Cast, postman: Postman) -> None:
    told(cast, cast.naima)
    postman.mood = Mood.REFUSES
    run(FRIDAY)
    assert set(items_of(cast.naima)) == {("failed", "550")}


def test_late_in_the_evening_it_waits_for_a_school_morning(cast: Cast, postman: Postman) -> None:
    told(cast, cast.naima)
    run(FRIDAY + dt.timedelta(hours=5))
    assert mails_to(postman, cast.naima) == []
    run(MONDAY)
    assert len(mails_to(postman, cast.naima)) == 1


def test_urgent_news_never_waits_for_it(cast: Cast, postman: Postman) -> None:
    wish(cast.naima, "weekly")
    declare_urgent(praise(cast.yusuf), reason="De gymzaal staat onder water", by=cast.joris, at=NOW)
    run(NOW)
    assert len(mails_to(postman, cast.naima)) == 1


def test_a_digest_says_whom_it_was_for_and_is_no_more_than_that(cast: Cast, postman: Postman) -> None:
    told(cast, cast.naima)
    run(FRIDAY)
    (message,) = messages_to(postman, cast.naima)
    assert message["Subject"] == "Jouw week op school"
    assert "Yusuf" in text_of(message)
    assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
