"""News leaves people in peace: from seven to seven on school days, unless it is urgent."""

import datetime as dt

from driehoek.backbone.notifications.models import Delivery, Lane
from driehoek.backbone.notifications.notices import Notice
from driehoek.base.core.clock import day_of
from driehoek.facts.schools.hours import Closed, calm_time, holidays_of


def calm_moment(delivery: Delivery, notice: Notice, now: dt.datetime, closed: Closed) -> dt.datetime:
    """Now, or the morning on which this may come; `closed` are the holidays of its school."""
    is_urgent = delivery.lane == Lane.URGENT or notice.at_any_hour
    return now if is_urgent else calm_time(now, closed)


def calm_moment_of(notice: Notice, now: dt.datetime) -> dt.datetime:
    """When news that is not urgent may come; what is safe only at once comes at any hour."""
    return now if notice.at_any_hour else calm_time(now, closed_for(notice.about.school, now))


def closed_for(school: int | None, now: dt.datetime) -> Closed:
    """The holidays of this school, as they are planned now."""
    return holidays_of(school, day_of(now)) if school else ()
