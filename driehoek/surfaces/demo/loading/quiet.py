"""What the demo leaves untold: news that everybody heard weeks ago."""

import datetime as dt

from driehoek.backbone.access.models import Seat
from driehoek.backbone.notifications.models import Telling
from driehoek.facts.people.models import Person
from driehoek.features.feed.models import Post

FRESH = dt.timedelta(days=4)  # news younger than this is still told, and still new to everyone


def leave_untold(now: dt.datetime) -> None:
    """No mail about what is old."""
    old = Telling.objects.filter(entry__at__lt=now - FRESH)
    old.update(state=Telling.State.SUPPRESSED, reason="before the demo began")


def read_already(posts: list[Post], readers: list[Person], now: dt.datetime, day: dt.date) -> None:
    """The cast has seen what is older; so their page begins with what is new."""
    here = set(Seat.objects.on(day).filter(person__in=readers).values_list("person", flat=True))
    for post in posts:
        if post.publication.due_at < now - FRESH:
            for reader in post.audience.people(day).filter(pk__in=here):
                post.mark_read(by=reader, at=post.publication.due_at + dt.timedelta(hours=5))
