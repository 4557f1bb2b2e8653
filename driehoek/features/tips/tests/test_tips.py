"""The library of tips: from which a teacher picks, and to which she adds."""

from driehoek.backbone.journal.models import Entry
from driehoek.facts.schools.themes import AgeBand, Theme
from driehoek.features.feed.models import Post
from driehoek.features.tips.collection import starter
from driehoek.features.tips.models import Tip
from tests.cast import Cast
from tests.words.reading_level import mean_length, sentences

OWN = {
    "title": "Winkeltje spelen", "what": "Koop twee dingen en betaal gepast.", "minutes": "10",
    "needs": "Munten", "talk": "Hoeveel kreeg je terug?", "theme": "maths", "ages": "6-9",
}  # fmt: skip


def test_every_school_starts_with_enough_plain_tips_on_every_theme_and_age() -> None:
    tips = starter()
    assert len(tips) >= 25 and len({tip.title for tip in tips}) == len(tips)
    assert {tip.theme for tip in tips} == set(Theme) and {tip.ages for tip in tips} == set(AgeBand)
    read = sentences([f"{tip.what} {tip.talk}" for tip in tips])
    assert mean_length(read) <= 10 and max(map(len, read)) <= 15


def test_a_picked_tip_lies_on_the_sheet_of_a_lesson(cast: Cast) -> None:
    client, tip = cast.sign_in(cast.anouk), starter()[0]
    page = client.get(f"/tips/?groep={cast.groep_5.pk}&thema=reading").content.decode()
    assert tip.title in page and "Tel de treden" not in page
    sent = {"place": f"group-{cast.groep_5.pk}", "kind": "lesson", "when": "usual", "title": tip.title}
    answer = client.post("/maken/", sent | {"practice": tip.what, "minutes": tip.minutes, "theme": tip.theme})
    post = Post.objects.get()
    assert answer.url == f"/maken/{post.pk}/" and post.practice == tip.what and not post.is_shared


def test_a_tip_of_ones_own_is_for_the_colleagues_of_the_school(cast: Cast) -> None:
    client = cast.sign_in(cast.anouk)
    for _time in range(2):
        client.post(f"/groep/{cast.groep_5.pk}/tips/nieuw/", OWN)
    assert Tip.objects.count() == 1
    assert "Winkeltje spelen" in cast.sign_in(cast.daan).get("/tips/").content.decode()
    assert "Winkeltje spelen" not in cast.sign_in(cast.dijk).get("/tips/").content.decode()
    for person in (cast.naima, cast.yusuf):
        assert cast.sign_in(person).get("/tips/").status_code == 403
        assert cast.sign_in(person).get(f"/groep/{cast.groep_5.pk}/tips/nieuw/").status_code == 404


def test_a_tip_without_its_middle_says_what_is_missing(cast: Cast) -> None:
    answer = cast.sign_in(cast.anouk).post(f"/groep/{cast.groep_5.pk}/tips/nieuw/", OWN | {"what": ""})
    assert answer.status_code == 422 and "Winkeltje spelen" in answer.content.decode()


def test_its_author_or_the_head_takes_a_tip_away_and_nobody_else(cast: Cast) -> None:
    for person, code in ((cast.daan, 403), (cast.dijk, 404), (cast.naima, 404), (cast.joris, 302)):
        said = OWN | {"minutes": 10}
        tip = Tip.add(cast.vlieger, said, by=cast.anouk, at=cast.now)
        assert cast.sign_in(person).post(f"/tips/{tip.pk}/weghalen/").status_code == code
    assert not Tip.objects.exists()


def test_a_tip_that_is_gone_is_not_taken_away_again(cast: Cast) -> None:
    tip = Tip.add(cast.vlieger, OWN | {"minutes": 10}, by=cast.anouk, at=cast.now)
    for _time in range(2):
        tip.remove(by=cast.anouk, at=cast.now)
    assert Entry.objects.filter(verb="tips.tip.removed").count() == 1
