"""What families of the demo talked about at the kitchen table."""

import datetime as dt

from driehoek.backbone.access.models import Role, Seat
from driehoek.base.core.clock import at, day_of
from driehoek.features.feed.models import Post
from driehoek.features.kitchen.models import Talked
from driehoek.surfaces.demo.loading.boards import People
from driehoek.surfaces.demo.loading.sources import read

DINNER = dt.time(18, 20)


def talk_at_home(posts: list[Post], people: People, now: dt.datetime) -> None:
    """Everything in demo/kitchen.toml."""
    said, asking = read("kitchen.toml"), [post for post in reversed(posts) if post.ask_at_home and post.group]
    hand_written = [people[row["by"]].pk for row in said["ticked"]]
    for row in said["talked"]:
        of_group = [post for post in asking if post.group and post.group.name == row["group"]]
        for post, families in zip(of_group, row["families"], strict=False):
            _some(post, families, hand_written, now)
    for row in said["ticked"]:
        for post in [post for post in asking if post.title == row["title"]][:1]:
            _tick(post, people[row["by"]].pk, people[row["child"]].pk, now)


def _some(post: Post, families: int, without: list[int], now: dt.datetime) -> None:
    """One adult of so many children of the class."""
    seats = Seat.objects.on(day_of(now)).filter(role=Role.GUARDIAN, group=post.group, sees_child=True)
    pairs = seats.exclude(person__in=without).order_by("person").values_list("student", "person")
    for child, person in list(dict(pairs).items())[:families]:
        _tick(post, person, child, now)


def _tick(post: Post, person: int, child: int | None, now: dt.datetime) -> None:
    evening = at(day_of(post.publication.due_at), DINNER)
    if child and evening <= now:
        Talked.objects.get_or_create(
            person_id=person, student_id=child, key=f"post-{post.pk}", defaults={"at": evening}
        )
