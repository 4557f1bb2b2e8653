"""One week of news of a group whose parents get it all in one mail, on Friday."""

import datetime as dt

from django.db import models, transaction
from django.urls import reverse

from driehoek.backbone.access.querysets import Guarded
from driehoek.backbone.journal.models import record
from driehoek.base.core.clock import at, day_of
from driehoek.facts.schools.models import Group
from driehoek.features.feed.models.agreement import GroupAgreement, NewsRhythm
from driehoek.features.feed.models.kinds import Kind

FRIDAY = 4
AT_ONCE = (Kind.HOMEWORK, Kind.INFORMAL)  # what cannot wait, and what is mailed only to who asks for it


class NewsWeek(Guarded):
    """It exists since the first post of that week; what it tells is found when it is told."""

    group = models.ForeignKey(Group, models.CASCADE, related_name="+")
    ends_at = models.DateTimeField()  # the bell on Friday, when it is told

    class Meta:
        constraints = [models.UniqueConstraint(fields=["group", "ends_at"], name="one_mail_a_week")]

    def get_absolute_url(self) -> str:
        return reverse("feed:week", args=[self.pk])

    @classmethod
    @transaction.atomic
    def gather(cls, group: Group, *, due_at: dt.datetime, now: dt.datetime) -> None:
        """Something came out in this week. The first time, the mail is ordered for Friday."""
        ends_at = bell_on_friday(group, due_at)
        week, is_new = cls.objects.get_or_create(group=group, ends_at=ends_at)
        if is_new:
            record("feed.newsweek.begun", week, by=None, at=now, due_at=ends_at)


def bell_on_friday(group: Group, moment: dt.datetime) -> dt.datetime:
    """The first bell on a Friday that has not rung at this moment."""
    day = day_of(moment)
    friday = day + dt.timedelta(days=(FRIDAY - day.weekday()) % 7)
    bell = at(friday, group.school.bell_time)
    return bell if moment <= bell else at(friday + dt.timedelta(days=7), group.school.bell_time)


def waits_for_friday(group: Group | None, kind: str) -> bool:
    """Whether a post of this kind is told with the week instead of by itself."""
    if group is None or kind in AT_ONCE:
        return False
    return GroupAgreement.objects.filter(group=group, rhythm=NewsRhythm.WEEK).exists()
