"""What a school decided stands above what a reader chose, and her interest limits what is about all."""

import pytest

from driehoek.backbone.notifications import notices
from driehoek.backbone.notifications.belonging import About
from driehoek.backbone.notifications.categories import Category, Offer, Readers
from driehoek.backbone.notifications.models import HouseRule, Interest, Preference, Rhythm
from driehoek.backbone.notifications.preferences import prefer, stop
from driehoek.backbone.notifications.wishes import Way, rhythms, rhythms_of_each
from driehoek.facts.people.models import Person
from tests.cast import NOW, TODAY, Cast

pytestmark = pytest.mark.django_db


def rhythm(person: Person, about: About, category: str = "news", **more: object) -> Rhythm:
    found = rhythms([person.pk], about, TODAY, category=category, channel="email", **more)  # type: ignore[arg-type]
    return found[person.pk]


def decide(cast: Cast, offer: str, *, readers: str = Readers.GUARDIANS, category: str = "news") -> None:
    HouseRule.decide(cast.vlieger, {(category, readers): offer}, by=cast.marja, at=NOW)


def of_school(cast: Cast) -> About:
    return About(school=cast.vlieger.pk)


def off(person: Person) -> None:
    prefer(person, category="news", channel="email", rhythm="off")


@pytest.mark.parametrize(
    ("offer", "without", "chosen_off"),
    [
        ("usually", "now", "off"),
        ("always", "now", "now"),
        ("never", "off", "off"),
        ("on_request", "off", "off"),
    ],
)
def test_a_school_sends_a_kind_always_never_on_request_or_until_somebody_says_no(
    cast: Cast, offer: str, without: str, chosen_off: str
) -> None:
    decide(cast, offer)
    assert rhythm(cast.naima, of_school(cast)) == without
    off(cast.naima)
    assert rhythm(cast.naima, of_school(cast)) == chosen_off


def test_who_asks_for_what_comes_on_request_gets_it(cast: Cast) -> None:
    decide(cast, Offer.ON_REQUEST)
    prefer(cast.naima, category="news", channel="email", rhythm="now")
    assert Preference.objects.exists()
    assert rhythm(cast.naima, of_school(cast)) == "now"


def test_who_stopped_a_kind_stays_without_it_when_a_school_begins_to_send_it(cast: Cast) -> None:
    stop(cast.naima, category="thinking", channel="email")
    decide(cast, Offer.USUALLY, category="thinking")
    assert rhythm(cast.naima, of_school(cast), "thinking") == "off"
    assert rhythm(cast.rachid, of_school(cast), "thinking") == "now"


def test_a_rule_counts_for_its_readers_and_its_school_alone(cast: Cast) -> None:
    decide(cast, Offer.NEVER, readers=Readers.STAFF)
    assert rhythm(cast.naima, of_school(cast)) == "now"
    assert rhythm(cast.marja, of_school(cast), hats=("school",)) == "off"
    assert rhythm(cast.marja, About(school=cast.kompas.pk), hats=("school",)) == "now"


def test_who_looks_at_her_own_child_hears_nothing_of_the_whole_school(cast: Cast) -> None:
    Interest.choose(cast.naima, "child")
    assert rhythm(cast.naima, of_school(cast)) == "off"
    assert rhythm(cast.naima, About(school=cast.vlieger.pk, group=cast.groep_5.pk)) == "now"
    assert rhythm(cast.naima, of_school(cast), "tasks") == "now"
    decide(cast, Offer.ALWAYS)
    assert rhythm(cast.naima, of_school(cast)) == "now"


def test_thinking_along_is_for_who_likes_to(cast: Cast) -> None:
    assert rhythm(cast.naima, of_school(cast), "thinking") == "off"
    Interest.choose(cast.naima, "along")
    assert rhythm(cast.naima, of_school(cast), "thinking") == "now"
    Interest.choose(cast.naima, "school")
    assert not Interest.objects.exists()


def test_a_notice_without_a_category_cannot_be_written(cast: Cast) -> None:
    told = {"to": Person.objects.none(), "about": About(), "subject": "", "paragraphs": ()}
    told |= {"action": "", "path": "/"}
    assert notices.Notice(**told, category=Category.NEWS)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="category"):
        notices.Notice(**told)  # type: ignore[arg-type, call-arg]


def test_asked_of_several_pieces_of_news_at_once_each_reader_gets_the_same(cast: Cast) -> None:
    circles = {("news", Readers.GUARDIANS): Offer.ON_REQUEST, ("news", Readers.STAFF): Offer.ALWAYS}
    HouseRule.decide(cast.vlieger, circles, by=cast.marja, at=NOW)
    off(cast.rachid)
    prefer(cast.naima, category="news", channel="email", rhythm="weekly", student=cast.yusuf)
    prefer(cast.naima, category="letter", channel="email", rhythm="off", school=cast.vlieger)
    Interest.choose(cast.elif_, "child")
    here = cast.vlieger.pk
    children = [About(school=here, student=child.pk) for child in (cast.yusuf, cast.lina)]
    group = About(school=here, group=cast.groep_5.pk)
    places = [of_school(cast), About(), About(school=cast.kompas.pk), group, *children]
    people = {person.pk for person in (cast.naima, cast.rachid, cast.elif_, cast.anouk, cast.marja)}
    ways = [
        Way(about, kind, hats)
        for about in places
        for kind in Category
        for hats in (("home", "school"), ("school",))
    ]
    hearing = {way: people - {cast.rachid.pk} if number % 2 else people for number, way in enumerate(ways)}
    found = rhythms_of_each(hearing, TODAY, channel="email")
    assert {one for rhythms_found in found.values() for one in rhythms_found.values()} >= {
        "now",
        "weekly",
        "off",
    }
    for way, some in hearing.items():
        alone = rhythms(some, way.about, TODAY, category=way.category, channel="email", hats=way.hats)
        assert found[way] == alone, way
