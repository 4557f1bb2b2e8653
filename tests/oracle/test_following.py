"""Who may know how far a post came: who wrote it and who leads the school, never of one about one child."""

import datetime as dt

import pytest
from django.urls import reverse

from tests.cast import NOW
from tests.oracle.extract import world_now
from tests.oracle.life import Life
from tests.oracle.rules import Row, World, day_of, is_out, leads, live, writes_at_work
from tests.oracle.test_sweep import READERS


def follows(world: World, who: int, hat: str, post: Row, now: dt.datetime) -> bool:
    if post["student"] or not is_out(post, now):
        return False
    here = live(world, who, "school", day_of(now)) if hat == "school" else []
    leads_there = any(row["school"] == post["school"] and leads(row) for row in here)
    return leads_there or writes_at_work(world, who, hat, post, day_of(now))


@pytest.mark.slow
@pytest.mark.parametrize(("key", "hat"), READERS)
def test_the_numbers_are_for_who_sent_it_and_who_leads(life: Life, key: str, hat: str) -> None:
    person, world = getattr(life.cast, key), world_now()
    browser = life.cast.sign_in(person, hat)
    for name, post in life.posts.items():
        opened = browser.get(reverse("feed:brought", args=[post.pk])).status_code == 200
        assert opened == follows(world, person.pk, hat, world["posts"][post.pk], NOW), name


def test_somebody_may_follow_something(life: Life) -> None:
    world = world_now()
    rows = [world["posts"][post.pk] for post in life.posts.values()]
    assert any(follows(world, life.cast.anouk.pk, "school", row, NOW) for row in rows)
    assert any(not follows(world, life.cast.anouk.pk, "school", row, NOW) for row in rows)
