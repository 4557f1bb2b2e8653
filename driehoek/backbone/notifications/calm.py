"""News leaves people in peace: from seven to seven on school days, unless it is urgent."""

import datetime as dt

from driehoek.backbone.notifications.models import Delivery, Lane
from driehoek.backbone.notifications.notices import Notice
from driehoek.base.core.clock import day_of
from driehoek.facts.schools.hours import Closed, calm_time, holidays_of


def calm_moment(delivery: Delivery, notice: Notice, now: dt.datetime) -> dt.datetime:
    """Now, or the morning on which this may come."""
    return now if delivery.lane == Lane.URGENT else calm_moment_of(notice, now)


def calm_moment_of(notice: Notice, now: dt.datetime) -> dt.datetime:
    """When news that is not urgent may come; what is safe only at once comes at any hour."""
    return now if notice.at_any_hour else calm_time(now, _closed(notice.about.school, now))


def _closed(school: int | None, now: dt.datetime) -> Closed:
    return holidays_of(school, day_of(now)) if school else ()
