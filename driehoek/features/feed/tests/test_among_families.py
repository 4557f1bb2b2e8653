"""What families read of each other under a post: not of who hides, nor of who must be kept apart."""

import pytest

from driehoek.backbone.access import prepared
from driehoek.backbone.access.rules import posts
from driehoek.facts.people.models import Person, Protection, Restriction
from driehoek.features.feed.models import Comment, Post
from driehoek.features.feed.tests.posts import shared
from driehoek.features.feed.triangle import triangles
from tests.cast import Cast
from tests.oracle.switching import open_to_all


def block(cast: Cast, adult: Person, student: Person) -> None:
    Restriction.objects.create(
        student=student, adult=adult, kind="no_access", starts_on=cast.today, basis="-",
        entered_by=cast.marja,
    )  # fmt: skip


def hide(cast: Cast, student: Person) -> None:
    Protection.objects.create(student=student, basis="-", entered_by=cast.joris, entered_at=cast.now)


def to_all(cast: Cast, by: str, corner: str = "home", *, with_students: bool = False) -> Post:
    post = shared(cast, with_students=with_students)
    post.comment("Wat mooi!", by=getattr(cast, by), corner=corner, at=cast.now)
    return post


def readers(cast: Cast, *keys: str) -> set[str]:
    seen = {key: Comment.objects.visible_to(cast.viewer(getattr(cast, key))).exists() for key in keys}
    return {key for key, sees in seen.items() if sees}


FAMILIES = ("elif_", "murat", "naima", "rachid")


def test_two_families_that_are_kept_apart_read_nothing_of_each_other(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    post = to_all(cast, "elif_")
    post.comment("Dat vinden wij ook", by=cast.naima, corner="home", at=cast.now)
    block(cast, cast.elif_, cast.yusuf)
    for reader, other in ((cast.elif_, cast.naima), (cast.naima, cast.elif_), (cast.rachid, cast.elif_)):
        said = Comment.objects.visible_to(cast.viewer(reader))
        assert not said.filter(author=other).exists() and said.exists()
        page = cast.sign_in(reader).get(post.get_absolute_url()).content.decode()
        assert other.name not in page.partition("<main")[2]
    assert readers(cast, "murat", "anouk") == {"murat", "anouk"}
    open_to_all(posts.in_the_open)(monkeypatch)
    prepared.forget()
    assert Comment.objects.visible_to(cast.viewer(cast.naima)).filter(author=cast.elif_).exists()


def test_a_child_reads_nothing_of_who_must_not_come_near_her(cast: Cast) -> None:
    to_all(cast, "elif_", with_students=True)
    assert readers(cast, "yusuf") == {"yusuf"}
    block(cast, cast.elif_, cast.yusuf)
    assert readers(cast, "yusuf") == set()


def test_a_family_that_hides_writes_to_school_alone(cast: Cast) -> None:
    post, karin = shared(cast), cast.sign_in(cast.karin)
    where = f"/bericht/{post.pk}/reacties/"
    page = karin.get(post.get_absolute_url()).content.decode()
    assert "Dit bericht kan alleen naar school." in page and 'value="all"' not in page
    refused = karin.post(where, {"text": "Hallo allemaal", "to": "all"})
    assert refused.status_code == 422 and "Hallo allemaal" in refused.content.decode()
    assert not Comment.objects.exists()
    assert karin.post(where, {"text": "Hallo juf", "to": "school"}).status_code == 302
    assert readers(cast, *FAMILIES, "anouk") == {"anouk"}
    assert 'value="all"' in cast.sign_in(cast.elif_).get(post.get_absolute_url()).content.decode()


def test_what_a_family_said_to_all_goes_into_hiding_with_it(cast: Cast) -> None:
    to_all(cast, "elif_")
    assert readers(cast, *FAMILIES) == set(FAMILIES)
    hide(cast, cast.defne)
    assert readers(cast, *FAMILIES, "anouk") == {"elif_", "anouk"}
    comment = Comment.objects.get()
    assert not comment.allows(cast.viewer(cast.elif_), "edit")
    assert comment.allows(cast.viewer(cast.elif_), "remove")


def test_a_colleague_who_is_blocked_reads_nothing_that_family_says_to_all(cast: Cast) -> None:
    to_all(cast, "naima")
    assert readers(cast, "meryem", "anouk") == {"meryem", "anouk"}
    block(cast, cast.meryem, cast.yusuf)
    assert readers(cast, "meryem", "anouk") == {"anouk"}


def test_the_name_of_a_child_who_hides_or_is_guarded_stands_on_no_card(cast: Cast) -> None:
    post = to_all(cast, "yusuf", corner="child", with_students=True)
    assert triangles([post])[post.pk].names == "Yusuf"
    block(cast, cast.elif_, cast.yusuf)
    assert not triangles([post])[post.pk].child
