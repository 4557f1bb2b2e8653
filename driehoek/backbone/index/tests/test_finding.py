"""The index follows what happens, and shows nobody what the policy does not."""

import datetime as dt

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from driehoek.backbone.index import finding
from driehoek.backbone.index.finding import search
from driehoek.backbone.index.keeping import catch_up, keep
from driehoek.backbone.index.models import Findable, key_of
from driehoek.features.feed.models import Comment, Post
from driehoek.features.feed.tests.posts import draft, shared
from tests.cast import Cast

AGO = dt.timedelta


def titles(cast: Cast, key: str, sought: str, hat: str | None = None) -> list[str]:
    viewer = cast.viewer(getattr(cast, key), hat)
    return [hit.said.title or hit.said.words for hit in search(viewer, sought).hits]


def test_a_guardian_finds_the_post_and_another_class_does_not(cast: Cast) -> None:
    shared(cast, "Wij bouwden bruggen")
    assert titles(cast, "naima", "brug") == ["Wij bouwden bruggen"]
    assert titles(cast, "stefan", "brug") == titles(cast, "wouter", "brug") == []


def test_a_teacher_finds_it_at_work_and_not_as_a_mother_elsewhere(cast: Cast) -> None:
    shared(cast, "Wij bouwden bruggen")
    assert titles(cast, "meryem", "brug") == ["Wij bouwden bruggen"]
    assert titles(cast, "anouk", "brug", "home") == []


def test_a_draft_is_not_found_and_neither_is_what_waits(cast: Cast) -> None:
    draft(cast, "Nog niet klaar: bruggen")
    later = draft(cast, "Straks: bruggen")
    later.share(by=cast.anouk, at=cast.now, due_at=cast.now + AGO(hours=1))
    assert titles(cast, "naima", "bruggen") == []
    assert titles(cast, "anouk", "bruggen") == ["Straks: bruggen"]


def test_what_was_withdrawn_is_gone_from_the_index_itself(cast: Cast) -> None:
    post = shared(cast, "Wij bouwden bruggen")
    post.withdraw(by=cast.anouk, at=cast.now)
    assert titles(cast, "naima", "brug") == [] and not Findable.objects.filter(thing=post.pk).exists()


def test_a_private_line_is_found_at_its_two_ends_alone(cast: Cast) -> None:
    post = shared(cast)
    post.comment("De giraffe!", by=cast.naima, corner="home", at=cast.now, in_line_of=cast.naima)
    assert len(titles(cast, "naima", "giraffe")) == len(titles(cast, "anouk", "giraffe")) == 1
    assert titles(cast, "rachid", "giraffe") == titles(cast, "elif", "giraffe") == []


def test_a_remark_that_was_removed_is_found_by_nobody(cast: Cast) -> None:
    said = shared(cast).comment("De giraffe!", by=cast.naima, corner="home", at=cast.now)
    assert titles(cast, "elif", "giraffe")
    said.remove(by=cast.naima, at=cast.now)
    assert titles(cast, "elif", "giraffe") == titles(cast, "naima", "giraffe") == []


def test_without_the_policy_the_wrong_father_would_find_it(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The control: it is the question to the policy that keeps these apart."""
    post = shared(cast)
    post.comment("De giraffe!", by=cast.naima, corner="home", at=cast.now, in_line_of=cast.naima)
    monkeypatch.setattr(finding, "_seen_by", lambda viewer, kinds: finding.Q())
    assert titles(cast, "rachid", "giraffe")


def test_a_rollback_leaves_nothing_in_the_index(cast: Cast) -> None:
    post = shared(cast)
    with pytest.raises(RuntimeError), transaction.atomic():
        post.comment("De giraffe!", by=cast.naima, corner="home", at=cast.now)
        raise RuntimeError
    assert titles(cast, "naima", "giraffe") == []


def test_the_night_finds_what_was_missed_and_forgets_what_is_gone(cast: Cast) -> None:
    post = shared(cast, "Wij bouwden bruggen")
    Findable.objects.all().delete()
    assert titles(cast, "naima", "brug") == []
    catch_up()
    catch_up()
    assert titles(cast, "naima", "brug") == ["Wij bouwden bruggen"]
    Comment.objects.filter(post=post).delete()
    Post.objects.filter(pk=post.pk).delete()
    catch_up()
    assert not Findable.objects.filter(thing=post.pk, kind__model="post").exists()


def test_keeping_twice_keeps_once(cast: Cast) -> None:
    post = shared(cast, "Wij bouwden bruggen")
    keep([post])
    keep([post])
    assert titles(cast, "naima", "bruggen papier driehoeken") == []
    assert titles(cast, "naima", "bruggen driehoek") == ["Wij bouwden bruggen"]


@pytest.mark.parametrize("posts", [1, 19])
def test_a_search_takes_as_many_queries_whatever_is_found(cast: Cast, posts: int) -> None:
    for number in range(posts):
        shared(cast, f"Bruggen {number}").comment("Mooie brug", by=cast.naima, corner="home", at=cast.now)
    viewer = cast.viewer(cast.naima)
    search(viewer, "brug")
    with CaptureQueriesContext(connection) as asked:
        search(viewer, "brug")
    assert len(asked) <= 4


def test_a_page_ends_and_the_next_goes_on_where_it_ended(cast: Cast) -> None:
    for number in range(25):
        post = draft(cast, f"Bruggen {number}")
        moment = cast.now - AGO(minutes=number // 10 + 1)  # ten at the same bell
        post.share(by=cast.anouk, at=moment, due_at=moment)
    viewer = cast.viewer(cast.naima)
    first = search(viewer, "bruggen")
    rest = search(viewer, "bruggen", before=first.rest_before)
    assert (len(first.hits), len(rest.hits), rest.rest_before) == (20, 5, None)
    assert not {hit.text.url for hit in first.hits} & {hit.text.url for hit in rest.hits}


def test_the_index_does_not_number_more_than_it_can() -> None:
    assert key_of(3, 7, 12) == 3 * 2**44 + 7 * 2**28 + 12
    with pytest.raises(ValueError, match="more than"):
        key_of(1, 1, 2**28)
