"""The mails of the last days, in a demo that begins at any hour."""

import datetime as dt

import pytest
from django.core import mail

from driehoek.backbone.notifications.models import Delivery, Telling
from driehoek.base.core.clock import AMSTERDAM
from driehoek.features.feed.models import Post
from driehoek.features.feed.tests.posts import draft
from driehoek.surfaces.demo.loading.told import tell_in_time
from tests.cast import Cast

pytestmark = pytest.mark.django_db
AFTERNOON = dt.datetime(2026, 11, 19, 15, 0, tzinfo=AMSTERDAM)  # Thursday
AT_NIGHT = dt.datetime(2026, 11, 19, 23, 30, tzinfo=AMSTERDAM)


def share(cast: Cast, at: dt.datetime) -> Post:
    post = draft(cast)
    post.share(by=cast.anouk, at=at, due_at=at)
    return post


def test_what_came_out_in_the_afternoon_was_told_then_and_the_cast_has_the_mail(cast: Cast) -> None:
    share(cast, AFTERNOON)
    tell_in_time([cast.naima], AT_NIGHT)
    assert [message.to for message in mail.outbox] == [[cast.naima.email]]
    rows = Delivery.objects.filter(channel="email")
    assert rows.count() > 10 and set(rows.values_list("state", flat=True)) == {Delivery.State.DONE}
    assert all(
        AFTERNOON <= at < AFTERNOON + dt.timedelta(minutes=1) for at in rows.values_list("sent_at", flat=True)
    )


def test_what_came_out_in_the_evening_waits_for_the_worker(cast: Cast) -> None:
    share(cast, AT_NIGHT - dt.timedelta(hours=1))
    tell_in_time([cast.naima], AT_NIGHT)
    assert mail.outbox == [] and not Delivery.objects.exists()
    assert Telling.objects.get().state == Telling.State.WAITING
