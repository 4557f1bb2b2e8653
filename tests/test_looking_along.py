"""What looking along shuts comes by no other road: not by searching, and not in a digest."""

import datetime as dt

import pytest

from driehoek.backbone.index.finding import search
from driehoek.backbone.notifications.digests.tests.steps import FRIDAY, run, wish
from driehoek.backbone.notifications.models import Delivery
from driehoek.facts.looking.models import LookAlong, Mode, Step
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import School
from driehoek.features.feed.models import Post
from driehoek.features.feed.places import Place
from driehoek.features.feed.tests.posts import HOUR
from driehoek.features.following import objecting
from driehoek.features.portfolio.models import Work
from driehoek.features.portfolio.tests.works import made
from tests.cast import NOW, TODAY, Cast
from tests.servers.smtp import Postman

pytestmark = pytest.mark.django_db


def lets_go(student: Person, guardian: Person, school: School) -> None:
    """Signed by all three; since yesterday the student shares herself."""
    pair = {"student": student, "guardian": guardian, "school": school}
    made = LookAlong.objects.create(**pair, proposed_at=NOW, sealed_at=NOW)
    Step.objects.create(agreement=made, mode=Mode.SHARES, starts_on=TODAY - dt.timedelta(days=1))


def finds(cast: Cast, person: Person, sought: str) -> bool:
    return bool(search(cast.viewer(person), sought).hits)


def test_at_the_step_of_sharing_she_neither_sees_nor_finds_his_work(cast: Cast) -> None:
    made(cast)
    lets_go(cast.yusuf, cast.naima, cast.vlieger)
    sees = {p: Work.objects.visible_to(cast.viewer(p)).exists() for p in (cast.naima, cast.rachid)}
    assert sees == {cast.naima: False, cast.rachid: True}
    assert not finds(cast, cast.naima, "vulkaan") and not finds(cast, cast.naima, "lava")


def test_a_digest_that_was_collected_before_the_step_leaves_out_what_it_shut(
    cast: Cast, postman: Postman
) -> None:
    for person in (cast.naima, cast.rachid):
        wish(person, "weekly")
    made(cast)
    run(NOW)
    lets_go(cast.yusuf, cast.naima, cast.vlieger)
    run(FRIDAY)
    about_work = Delivery.objects.filter(notification__entry__verb="portfolio.work.shown", channel="email")
    assert dict(about_work.values_list("notification__person", "state")) == {
        cast.naima.pk: "suppressed",
        cast.rachid.pk: "done",
    }
    assert [to for to in postman.recipients if to == [cast.naima.email]] == []


def test_who_is_objected_to_finds_nothing_that_school_wrote_about_her(cast: Cast) -> None:
    place = Place(cast.delta, student=cast.dewi)
    post = Post.begin(place, by=cast.youssef, at=NOW - HOUR)
    post.write({"title": "Over Dewi", "text": "Zij leerde een drukverband leggen."}, place=place)
    post.share(by=cast.youssef, at=NOW - HOUR, due_at=NOW - HOUR)
    assert finds(cast, cast.sri, "drukverband")
    objecting.object_to(cast.dewi, cast.sri, cast.delta, "Liever niet.", at=NOW)
    assert not finds(cast, cast.sri, "drukverband")
