"""Everything that comes back by the clock, in one list. Times are on a Dutch clock."""

import datetime as dt

from driehoek.base.core.recurring import Recurring

MINUTE, HOUR = dt.timedelta(minutes=1), dt.timedelta(hours=1)
NIGHT = dt.time(3, 40)

RECURRING = [
    Recurring(name="bring-news", path="driehoek.backbone.notifications.jobs.sweep", every=MINUTE),
    Recurring(name="forget-jobs", path="driehoek.base.core.tasks.forget_finished", at=NIGHT),
]
