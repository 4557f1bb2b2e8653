"""Following an urgent notice: how far it is, and whom one must call."""

import datetime as dt

import pytest
from django.urls import reverse

from driehoek.backbone.notifications.models import Delivery, Notification
from driehoek.backbone.notifications.telling import tell_due
from driehoek.backbone.notifications.tests.steps import bring
from driehoek.backbone.sms.models import Receipt
from driehoek.facts.people.models import Person
from driehoek.features.alerts.following import Following
from driehoek.features.alerts.models import Call
from driehoek.features.alerts.tests.sent import sent
from tests.cast import NOW, Cast
from tests.servers.smtp import Mood, Postman

pytestmark = pytest.mark.django_db


def test_the_numbers_tell_the_truth_from_the_first_moment(cast: Cast, postman: Postman) -> None:
    Person.objects.filter(pk=cast.naima.pk).update(email="")
    alert = sent(cast, cast.groep_5)
    following = Following(alert, cast.viewer(cast.joris))
    assert following.is_busy and following.total == 0
    bring()
    after = Following(alert, cast.viewer(cast.joris))
    assert not after.is_busy
    assert after.counts["arrived"] == len(postman.raw) and after.counts["waiting"] == 0
    assert after.counts["no_road"] >= 1 and after.counts["failed"] == 0
    assert [road.channel for road in after.roads] == ["email"]


def test_who_got_nothing_stands_on_the_list_with_her_telephone_and_is_called_once(
    cast: Cast, postman: Postman
) -> None:
    Person.objects.filter(pk=cast.naima.pk).update(email="", mobile="+31612345678")
    alert = sent(cast, cast.groep_5)
    bring()
    head, list_ = cast.sign_in(cast.joris), reverse("alerts:calls", args=[alert.pk])
    page = head.get(list_).text
    assert "06 12 34 56 78" in page and cast.naima.full_name in page and cast.yusuf.full_name in page
    for _ in range(2):
        head.post(reverse("alerts:call", args=[alert.pk, cast.naima.pk]))
    assert Call.objects.get().person == cast.naima
    assert Following(alert, cast.viewer(cast.joris)).to_call < len(
        Following(alert, cast.viewer(cast.joris)).missed
    )


def test_the_number_of_a_family_that_hides_is_only_for_who_may_know_it(cast: Cast, postman: Postman) -> None:
    Person.objects.filter(pk=cast.marieke.pk).update(email="", mobile="+31687654321")
    Person.objects.filter(guardianships__student=cast.lotte).update(email="", mobile="+31600000001")
    alert = sent(cast)
    bring()
    office = cast.sign_in(cast.marja)
    page = office.get(reverse("alerts:calls", args=[alert.pk])).text
    assert "06 87 65 43 21" in page and "06 00 00 00 01" not in page
    assert "Vraag een collega die dat wel mag." in page
    hidden = Person.objects.filter(guardianships__student=cast.lotte).first()
    assert hidden is not None
    assert office.post(reverse("alerts:call", args=[alert.pk, hidden.pk])).status_code == 404
    assert not Call.objects.exists()


def test_a_receiver_reads_it_and_cannot_follow_it(cast: Cast) -> None:
    alert = sent(cast, cast.groep_5)
    for person in (cast.naima, cast.anouk):
        browser = cast.sign_in(person)
        page = browser.get(alert.get_absolute_url())
        assert page.status_code == 200 and "Hoe ver is het?" not in page.text
        for name in ("progress", "calls", "withdrawal"):
            assert browser.get(reverse(f"alerts:{name}", args=[alert.pk])).status_code == 403
    for name in ("progress", "calls"):
        assert cast.sign_in(cast.peter).get(reverse(f"alerts:{name}", args=[alert.pk])).status_code == 404
    assert "Hoe ver is het?" in cast.sign_in(cast.joris).get(alert.get_absolute_url()).text


def test_a_mail_server_that_refuses_shows_who_must_be_called(cast: Cast, postman: Postman) -> None:
    postman.mood = Mood.REFUSES
    alert = sent(cast, cast.groep_5)
    bring()
    bring(NOW + dt.timedelta(minutes=2))
    assert cast.naima in [one.person for one in Following(alert, cast.viewer(cast.joris)).missed]


def test_who_still_waits_after_some_minutes_stands_on_the_list_until_it_came(
    cast: Cast, postman: Postman
) -> None:
    Person.objects.filter(pk=cast.naima.pk).update(mobile="+31612345678")
    alert = sent(cast, cast.groep_5, now=NOW - dt.timedelta(minutes=10))
    while tell_due(NOW):
        pass
    head, progress = cast.sign_in(cast.joris), reverse("alerts:progress", args=[alert.pk])
    list_ = reverse("alerts:calls", args=[alert.pk])
    page = head.get(list_).text
    assert "06 12 34 56 78" in page and "Nog onderweg" in page and "wordt nog korter" in page
    assert f'href="{list_}"' in head.get(progress).text
    bring()
    assert "06 12 34 56 78" not in head.get(list_).text


def test_a_text_that_a_telephone_took_is_told_apart_from_one_that_was_only_sent(
    cast: Cast, postman: Postman
) -> None:
    alert = sent(cast, cast.groep_5)
    bring()
    told = Notification.objects.filter(entry=alert.entry).order_by("pk")[:3]
    for one, state in zip(told, ("delivered", "accepted", "undelivered"), strict=True):
        text = Delivery.objects.create(
            notification=one, channel="sms", state="done", due_at=NOW, first_due_at=NOW
        )
        Receipt.note(text.message_id, state, at=NOW)
    roads = {road.channel: road for road in Following(alert, cast.viewer(cast.joris)).roads}
    assert (roads["sms"].done, roads["sms"].delivered, roads["sms"].failed) == (2, 1, 1)
    assert roads["email"].done and not roads["email"].delivered
    page = cast.sign_in(cast.joris).get(reverse("alerts:progress", args=[alert.pk])).text
    assert "verstuurd: 2 · aangekomen: 1 · niet gelukt: 1" in " ".join(page.split())
    assert page.count("aangekomen") == 1


def test_in_the_first_minutes_nobody_is_called_for_what_is_underway(cast: Cast, postman: Postman) -> None:
    Person.objects.filter(pk=cast.naima.pk).update(mobile="+31612345678")
    alert = sent(cast, cast.groep_5)
    while tell_due(NOW):
        pass
    page = cast.sign_in(cast.joris).get(reverse("alerts:calls", args=[alert.pk])).text
    assert "06 12 34 56 78" not in page and "kan nog langer worden" in page
