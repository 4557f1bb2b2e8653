"""Newsletters go when their time is over; the terms are those of docs/retention.md."""

import datetime as dt

import pytest

from driehoek.backbone.access.models import Audience
from driehoek.backbone.journal.models import Forgotten
from driehoek.features.newsletters.forgetting import forget
from driehoek.features.newsletters.models import Block, Newsletter
from driehoek.features.newsletters.tests.letters import filled
from tests.cast import NOW, Cast

pytestmark = pytest.mark.django_db
A_DAY = dt.timedelta(days=1)


def test_a_sheet_that_nobody_sent_goes_after_400_days(cast: Cast) -> None:
    audiences = Audience.objects.count()
    filled(cast)
    assert forget(NOW + 399 * A_DAY) == 0 and Newsletter.objects.exists()
    assert forget(NOW + 401 * A_DAY) == 1 and not Block.objects.exists()
    assert Audience.objects.count() == audiences
    assert forget(NOW + 401 * A_DAY) == 0
    assert Forgotten.objects.get().what == "newsletters"


def test_what_was_sent_stays_this_school_year_and_the_next(cast: Cast) -> None:
    filled(cast).send(by=cast.joris, at=NOW, due_at=NOW)
    forget(NOW.replace(year=2028, month=7, day=31))
    assert Newsletter.objects.exists()
    forget(NOW.replace(year=2028, month=8, day=2))
    assert not Newsletter.objects.exists() and not Block.objects.exists()
