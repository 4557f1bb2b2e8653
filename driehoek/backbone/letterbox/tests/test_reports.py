"""What servers and readers report about our mails: it did not arrive, or it is not wanted."""

import datetime as dt

import pytest
from django.urls import reverse

from driehoek.backbone.journal.models import record
from driehoek.backbone.letterbox.models import Arrival, Complaint
from driehoek.backbone.letterbox.tests.post import drop, news, return_path, told
from driehoek.backbone.notifications.models import Delivery, Digest, Notification, Preference, Refusal
from driehoek.backbone.notifications.preferences import prefer
from driehoek.facts.people.models import Person
from driehoek.features.unreached.reaching import unreached_by
from tests.cast import NOW, Cast

pytestmark = pytest.mark.django_db
DAY = dt.timedelta(days=1)
DSN = """From: MAILER-DAEMON@mx.example
To: {to}
Subject: Undelivered Mail Returned to Sender
Message-ID: <{name}@mx.example>
Auto-Submitted: auto-replied
Return-Path: <>
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="b"

--b
Content-Type: text/plain

I'm sorry to have to inform you that your message could not be delivered.
--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example
Arrival-Date: Thu, 19 Nov 2026 15:00:00 +0100

Final-Recipient: rfc822; iemand@thuis.example
Action: {action}
Status: {status}
Diagnostic-Code: smtp; 550 no such user
--b
Content-Type: message/rfc822

Subject: Nieuws

Dag
--b--
"""
ARF = """From: fbl@provider.example
To: {to}
Subject: complaint
Message-ID: <{name}@provider.example>
MIME-Version: 1.0
Content-Type: multipart/report; report-type=feedback-report; boundary="b"

--b
Content-Type: text/plain

This is an abuse report.
--b
Content-Type: message/feedback-report

Feedback-Type: {kind}
User-Agent: Provider/1.0
Version: 1

--b
Content-Type: message/rfc822

From: Driehoek <school@driehoek.example>
Message-ID: <{message_id}@driehoek.example>
Subject: Nieuws

Dag
--b--
"""


def bounced(person: Person, *, name: str = "1", action: str = "failed", status: str = "5.1.1") -> None:
    to = return_path(told(person))
    at = NOW + int(name) * DAY
    drop(DSN.format(to=to, name=name, action=action, status=status).encode(), to, at=at)


def sent_to(person: Person) -> Delivery:
    return Delivery.objects.get(notification=told(person), channel="email")


def test_what_bounces_is_not_called_delivered(cast: Cast) -> None:
    news(cast)
    assert sent_to(cast.naima).state == "done"
    bounced(cast.naima)
    assert (sent_to(cast.naima).state, sent_to(cast.naima).reason) == ("failed", "bounced 5.1.1")
    assert sent_to(cast.rachid).state == "done"
    assert Refusal.objects.get().address == cast.naima.email


def test_after_three_such_days_the_office_is_asked_for_another_address(cast: Cast) -> None:
    news(cast)
    for day in "112":
        bounced(cast.naima, name=day)
    assert not unreached_by(cast.viewer(cast.marja))
    bounced(cast.naima, name="3")
    assert [one.person for one in unreached_by(cast.viewer(cast.marja))] == [cast.naima]


@pytest.mark.parametrize(
    ("action", "status", "state"),
    [
        ("delayed", "4.4.1", "done"),
        ("relayed", "2.0.0", "done"),
        ("failed", "5.2.2", "failed"),
        ("failed", "5.7.1", "failed"),
    ],
)
def test_a_delay_a_full_box_or_a_filter_does_not_make_an_address_wrong(
    cast: Cast, action: str, status: str, state: str
) -> None:
    news(cast)
    bounced(cast.naima, action=action, status=status)
    assert sent_to(cast.naima).state == state
    assert not Refusal.objects.exists()


def test_a_server_that_knows_no_standard_is_understood_and_a_holiday_is_not_a_bounce(cast: Cast) -> None:
    news(cast)
    to = return_path(told(cast.naima))
    drop(
        b"From: n@thuis.example\r\nMessage-ID: <a@x>\r\nPrecedence: bulk\r\n\r\nIk ben weg. 5.1.1\r\n",
        to,
    )
    assert sent_to(cast.naima).state == "done"
    drop(b"From: MAILER-DAEMON@x.example\r\nMessage-ID: <b@x>\r\n\r\nNo such user (#5.1.1)\r\n", to)
    assert sent_to(cast.naima).state == "failed"


def complaint(person: Person, *, kind: str = "abuse", to: str = "antwoord@post.driehoek.example") -> bytes:
    return ARF.format(to=to, name=kind, kind=kind, message_id=sent_to(person).message_id).encode()


def test_a_complaint_ends_that_kind_for_that_person(cast: Cast) -> None:
    news(cast)
    for _time in range(2):
        drop(complaint(cast.naima), "antwoord@post.driehoek.example")
    assert (Complaint.objects.get().person, Complaint.objects.get().category) == (cast.naima, "news")
    choice = Preference.objects.get()
    assert (choice.person, choice.category, choice.channel, choice.rhythm) == (
        cast.naima,
        "news",
        "email",
        "off",
    )


def test_her_choices_say_that_a_complaint_ended_it_until_she_chooses_again(cast: Cast) -> None:
    news(cast)
    drop(complaint(cast.naima), "antwoord@post.driehoek.example")
    page, said = reverse("choices:own"), "Je mailprogramma noemde dit ongewenst."
    assert said in cast.sign_in(cast.naima).get(page).content.decode()
    assert said not in cast.sign_in(cast.rachid).get(page).content.decode()
    prefer(cast.naima, category="news", channel="email", rhythm="now")
    assert said not in cast.sign_in(cast.naima).get(page).content.decode()


def test_a_complaint_about_what_comes_on_request_is_named_too(cast: Cast) -> None:
    Complaint.note(cast.naima, "thinking", at=NOW)
    page, said = reverse("choices:own"), "Je mailprogramma noemde dit ongewenst."
    Preference.objects.all().delete()  # it is off by itself, so that her own no need not be kept
    assert said in cast.sign_in(cast.naima).get(page).content.decode()
    prefer(cast.naima, category="thinking", channel="email", rhythm="now")
    assert said not in cast.sign_in(cast.naima).get(page).content.decode()


def test_not_spam_after_all_ends_nothing(cast: Cast) -> None:
    news(cast)
    drop(complaint(cast.naima, kind="not-spam"), "antwoord@post.driehoek.example")
    assert not Complaint.objects.exists() and Arrival.objects.get().reason == "nothing to do"


def test_a_report_about_a_mail_that_is_not_ours_ends_nothing(cast: Cast) -> None:
    news(cast)
    raw = complaint(cast.naima).replace(
        str(sent_to(cast.naima).message_id).encode(), b"0" * 8 + b"-0000-4000-8000-" + b"0" * 12
    )
    drop(raw, "antwoord@post.driehoek.example")
    assert not Complaint.objects.exists()


def test_a_complaint_about_a_digest_ends_all_kinds_that_were_in_it(cast: Cast) -> None:
    news(cast)
    digest = Digest.objects.create(person=cast.naima, channel="email", due_at=NOW, first_due_at=NOW)
    one = sent_to(cast.naima)
    raw = complaint(cast.naima).replace(str(one.message_id).encode(), str(digest.message_id).encode())
    Delivery.objects.filter(pk=one.pk).update(digest=digest)
    for kind, state in (("results", "done"), ("talks", "suppressed")):  # the last was left out of it
        entry = record("people.person.praised", cast.yusuf, by=None, at=NOW)
        more = Notification.objects.create(person=cast.naima, entry=entry, category=kind)
        Delivery.objects.create(
            notification=more, channel="email", state=state, digest=digest, due_at=NOW, first_due_at=NOW
        )
    drop(raw, "antwoord@post.driehoek.example")
    ended = {("news", "off"), ("results", "off")}
    assert set(Preference.objects.filter(person=cast.naima).values_list("category", "rhythm")) == ended
    assert {(one.person, one.category) for one in Complaint.objects.all()} == {
        (cast.naima, "news"), (cast.naima, "results"),
    }  # fmt: skip
    assert Preference.objects.count() == len(ended)
