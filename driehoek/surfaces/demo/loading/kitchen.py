"""What families of the demo talked about at the kitchen table, and what their children ask and think."""

import datetime as dt
from typing import Any

from driehoek.backbone.access.models import Role, Seat
from driehoek.backbone.access.viewer import Viewer
from driehoek.base.core.clock import at, day_of
from driehoek.facts.schools.models import School
from driehoek.features.feed.models import AskMe, Post
from driehoek.features.kitchen.models import Reflection, Talked, Wish
from driehoek.features.kitchen.models.reflection import OF_THE_WEEK
from driehoek.features.kitchen.own_corner import OwnCorner
from driehoek.surfaces.demo.loading.boards import People
from driehoek.surfaces.demo.loading.moments import moment
from driehoek.surfaces.demo.loading.sources import read

A_WEEK = dt.timedelta(weeks=1)
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
    for row in said["ask_me"]:
        for post in [post for post in posts if post.title == row["title"]][:1]:
            AskMe.say(post.pk, by=people[row["of"]], at=now)


def own_corners(schools: dict[str, School], people: People, now: dt.datetime) -> None:
    """What children ask to be asked this week, and how they looked back on earlier ones."""
    said = read("kitchen.toml")
    for row in said["wish"]:
        corner = OwnCorner(Viewer(people[row["of"]], "home", now))
        picked = corner.choices[row["picked"]].key if "picked" in row else ""
        Wish.ask(people[row["of"]], schools[row["school"]], row.get("words", ""), picked=picked, at=now)
    for row in said["reflection"]:
        said_at = _said_at(row, now)
        corner = OwnCorner(Viewer(people[row["of"]], "home", said_at))
        asked = OF_THE_WEEK if "week" in row else corner.looks_back_on.key
        Reflection.give(
            people[row["of"]], schools[row["school"]], asked, row["text"],
            for_teacher=row.get("for_teacher", False), at=said_at,
        )  # fmt: skip


def _said_at(row: dict[str, Any], now: dt.datetime) -> dt.datetime:
    """So many weeks ago, or beside the last weekly summary that came home."""
    return moment(f"week {row['week']} 16:05", now) if "week" in row else now - row["weeks"] * A_WEEK


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
