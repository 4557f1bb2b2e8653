"""Sharing, undoing and withdrawing a post: who sees it, from when, and who is told."""

import datetime as dt
from dataclasses import replace

from driehoek.backbone.journal.models import Entry
from driehoek.backbone.notifications.notices import HEADLINE, notice_of
from driehoek.base.core.clock import AMSTERDAM
from driehoek.facts.schools.hours import usual_time
from driehoek.features.feed.models import Post, Publication
from driehoek.features.feed.places import Place, places
from driehoek.features.feed.reach import Reach, reach_of
from driehoek.features.feed.tests.posts import HOUR, draft, shared
from tests.cast import Cast


def seen_by(cast: Cast, *people: str, now: dt.datetime | None = None) -> set[str]:
    found = set()
    for name in people:
        viewer = cast.viewer(getattr(cast, name), now=now or cast.now)
        if Post.objects.visible_to(viewer).exists():
            found.add(name)
    return found


def test_a_draft_does_not_exist_for_its_audience(cast: Cast) -> None:
    draft(cast)
    assert seen_by(cast, "anouk", "naima", "joris") == {"anouk"}


def test_a_shared_post_is_for_the_guardians_of_its_group_and_no_others(cast: Cast) -> None:
    shared(cast)
    assert seen_by(cast, "naima", "rachid", "elif", "stefan", "yusuf", "dewi") == {"naima", "rachid", "elif"}


def test_it_is_seen_from_its_moment_and_not_before(cast: Cast) -> None:
    draft(cast).share(by=cast.anouk, at=cast.now, due_at=cast.now + HOUR)
    assert seen_by(cast, "naima", "anouk", "joris") == {"anouk"}
    assert seen_by(cast, "naima", "joris", now=cast.now + HOUR) == {"naima", "joris"}


def test_students_see_it_when_it_is_for_them_too(cast: Cast) -> None:
    shared(cast, with_students=True)
    assert seen_by(cast, "yusuf", "adam") == {"yusuf"}


def test_sharing_twice_tells_once(cast: Cast) -> None:
    post = draft(cast)
    for _time in range(2):
        post.share(by=cast.anouk, at=cast.now, due_at=cast.now)
    assert Publication.objects.filter(post=post).count() == 1
    assert Entry.objects.filter(verb="feed.post.shared").count() == 1


def test_undoing_makes_it_a_draft_until_it_is_out(cast: Cast) -> None:
    post = draft(cast)
    post.share(by=cast.anouk, at=cast.now, due_at=cast.now + HOUR)
    post.undo(by=cast.anouk, at=cast.now + HOUR)  # too late
    assert Publication.objects.filter(post=post).exists()
    post.undo(by=cast.anouk, at=cast.now)
    assert not Publication.objects.filter(post=post).exists()


def test_a_withdrawn_post_is_gone_for_all_but_its_author(cast: Cast) -> None:
    post = shared(cast)
    post.withdraw(by=cast.anouk, at=cast.now)
    assert seen_by(cast, "naima", "anouk", "joris") == {"anouk"}


def test_she_addresses_only_groups_and_children_she_works_with(cast: Cast) -> None:
    keys = {place.key for place in places(cast.viewer(cast.anouk))}
    assert f"group-{cast.groep_5.pk}" in keys and f"child-{cast.yusuf.pk}" in keys
    assert f"group-{cast.groep_2.pk}" not in keys and f"school-{cast.vlieger.pk}" not in keys
    assert places(cast.viewer(cast.naima)) == []


def test_the_head_may_address_the_whole_school(cast: Cast) -> None:
    assert f"school-{cast.vlieger.pk}" in {place.key for place in places(cast.viewer(cast.joris))}


def test_a_post_in_the_room_of_one_child_is_for_her_own_guardians(cast: Cast) -> None:
    post = Post.begin(Place(cast.vlieger, student=cast.yusuf), by=cast.anouk, at=cast.now)
    post.share(by=cast.anouk, at=cast.now, due_at=cast.now)
    assert seen_by(cast, "naima", "rachid", "elif", "bas") == {"naima", "rachid"}


def test_the_reach_counts_children_guardians_and_languages(cast: Cast) -> None:
    counted = Reach(children=28, guardians=47, languages=6, staff=0, students=0)
    assert reach_of(draft(cast).audience, cast.today) == counted
    assert reach_of(draft(cast, with_students=True).audience, cast.today) == replace(counted, students=28)


def test_the_usual_time_is_the_bell_then_at_once_and_never_at_night(cast: Cast) -> None:
    thursday = dt.datetime(2026, 11, 19, tzinfo=AMSTERDAM)
    bell = usual_time(cast.vlieger, thursday.replace(hour=14))
    assert (bell.astimezone(AMSTERDAM).hour, bell.astimezone(AMSTERDAM).minute) == (15, 10)
    afternoon = thursday.replace(hour=16)
    assert usual_time(cast.vlieger, afternoon) == afternoon
    friday_night = dt.datetime(2026, 11, 20, 21, tzinfo=AMSTERDAM)
    assert usual_time(cast.vlieger, friday_night) == dt.datetime(2026, 11, 23, 8, tzinfo=AMSTERDAM)


def notice_about(post: Post) -> object:
    return notice_of(Entry.objects.get(verb="feed.post.shared", subject_id=post.pk))


def test_who_sees_it_is_who_is_told(cast: Cast) -> None:
    told = set(notice_about(shared(cast)).people(cast.today))
    assert cast.naima in told and cast.rachid in told
    assert cast.yusuf not in told and cast.stefan not in told


def test_the_subject_names_the_group_and_the_title_but_no_child(cast: Cast) -> None:
    told = notice_about(shared(cast))
    said = str(told.subject).replace(HEADLINE, str(told.headline))
    assert said == "Nieuws van groep 5: Wij bouwden bruggen van papier"
    assert str(notice_about(shared(cast, "De brug van Yusuf")).subject) == "Nieuws van groep 5"


def test_what_was_undone_or_withdrawn_is_not_told(cast: Cast) -> None:
    undone, withdrawn = draft(cast), shared(cast)
    undone.share(by=cast.anouk, at=cast.now, due_at=cast.now + HOUR)
    undone.undo(by=cast.anouk, at=cast.now)
    withdrawn.withdraw(by=cast.anouk, at=cast.now)
    assert notice_about(undone) is None and notice_about(withdrawn) is None


def test_only_its_author_undoes_and_only_a_leader_withdraws_for_her(cast: Cast) -> None:
    post = draft(cast)
    post.share(by=cast.anouk, at=cast.now, due_at=cast.now + HOUR)
    assert post.allows(cast.viewer(cast.anouk), "undo")
    assert not post.allows(cast.viewer(cast.joris), "undo") and not post.allows(
        cast.viewer(cast.naima), "undo"
    )
    out = shared(cast)
    assert out.allows(cast.viewer(cast.joris), "withdraw") and not out.allows(
        cast.viewer(cast.naima), "withdraw"
    )
