"""The page of a post and the list of posts: what is on it, for whom, and at what cost."""

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from driehoek.backbone.access.parts import read
from driehoek.backbone.access.viewer import Viewer
from driehoek.facts.people.models import Person, Portrait
from driehoek.features.feed.cards import Card, cards_from, news_of
from driehoek.features.feed.models import ExplanationRequest, Post, ReadMark
from driehoek.features.feed.tests.posts import draft, shared
from tests.cast import Cast


def feed_for(viewer: Viewer, child: Person | None = None) -> list[Card]:
    """As Vandaag shows it."""
    return cards_from(viewer, read(news_of(child, viewer)))


def queries(client: Client, url: str) -> int:
    client.get(url)  # what is kept between requests is kept now
    with CaptureQueriesContext(
        connection,
    ) as found:
        assert client.get(url).status_code == 200
    return len(found)


def test_a_guardian_reads_the_post_and_another_class_does_not(cast: Cast) -> None:
    post = shared(cast)
    page = cast.sign_in(cast.naima).get(post.get_absolute_url())
    assert "De sterkste brug droeg 14 boeken." in page.content.decode()
    assert cast.sign_in(cast.stefan).get(post.get_absolute_url()).status_code == 404


def test_looking_leaves_a_mark_that_only_she_sees(cast: Cast) -> None:
    post = shared(cast)
    for _time in range(2):
        cast.sign_in(cast.naima).get(post.get_absolute_url())
    assert ReadMark.objects.get().person == cast.naima
    assert ReadMark.objects.visible_to(cast.viewer(cast.naima)).exists()
    for other in (cast.rachid, cast.anouk, cast.joris):
        assert not ReadMark.objects.visible_to(cast.viewer(other)).exists()


def test_nobody_else_finds_on_the_page_who_looked(cast: Cast) -> None:
    post = shared(cast)
    cast.sign_in(cast.naima).get(post.get_absolute_url())
    page = cast.sign_in(cast.anouk).get(post.get_absolute_url()).content.decode()
    assert "Naima" not in page and "Hier staat nog geen reactie. Kijken mag ook." in page


@pytest.mark.parametrize("comments", [1, 30])
def test_the_post_page_takes_as_many_queries_whatever_was_said(cast: Cast, comments: int) -> None:
    post = shared(cast)
    speakers = [cast.elif_, cast.bas, cast.naima]
    for number in range(comments):
        speaker = speakers[number % 3]
        post.comment(f"Reactie {number}", by=speaker, corner="home", at=cast.now)
    assert queries(cast.sign_in(cast.naima), post.get_absolute_url()) <= 12


def test_the_list_takes_as_many_queries_for_twenty_posts_as_for_one(cast: Cast) -> None:
    counts, naima = [], cast.naima
    for number in range(20):
        post = shared(cast, f"Bericht {number}")
        post.comment("Mooi!", by=cast.elif_, corner="home", at=cast.now)
        if number in (0, 19):
            cache.clear()
            with CaptureQueriesContext(connection) as found:
                cards = feed_for(cast.viewer(naima))
            counts.append(len(found))
    assert len(cards) == 20 and counts[0] == counts[1] <= 7


def test_the_list_shows_the_newest_twenty_newest_first(cast: Cast) -> None:
    for number in range(21):
        draft(cast, f"Bericht {number}").share(
            by=cast.anouk, at=cast.now, due_at=cast.now.replace(hour=8, minute=number)
        )
    titles = [card.post.title for card in feed_for(cast.viewer(cast.naima))]
    assert titles[0] == "Bericht 20" and titles[-1] == "Bericht 1"


def test_what_was_taken_back_does_not_make_the_list_shorter(cast: Cast) -> None:
    posts = [draft(cast, f"Bericht {number}") for number in range(30)]
    for minute, post in enumerate(posts):
        post.share(by=cast.anouk, at=cast.now, due_at=cast.now.replace(hour=8, minute=minute))
    for post in posts[-8:]:
        post.withdraw(by=cast.anouk, at=cast.now)
    titles = [card.post.title for card in feed_for(cast.viewer(cast.naima))]
    assert titles == [f"Bericht {number}" for number in range(21, 1, -1)]


def test_a_card_says_which_of_her_children_and_what_is_new(cast: Cast) -> None:
    post = shared(cast)
    card = feed_for(cast.viewer(cast.naima))[0]
    assert card.children == ["Yusuf"] and card.is_new
    post.mark_read(by=cast.naima, at=cast.now)
    assert not feed_for(cast.viewer(cast.naima))[0].is_new
    assert feed_for(cast.viewer(cast.rachid))[0].is_new


def test_what_all_see_alike_is_rendered_once_and_again_after_a_change(cast: Cast) -> None:
    post = shared(cast)
    first, other = (feed_for(cast.viewer(who))[0] for who in (cast.naima, cast.elif_))
    assert first.cache_key == other.cache_key and first.drawn == other.drawn
    assert not any(name in piece for piece in first.drawn for name in ("Naima", "Yusuf"))
    post.comment("Mooi!", by=cast.elif_, corner="home", at=cast.now)
    assert "1 ouder" in feed_for(cast.viewer(cast.naima))[0].drawn.body


def test_the_list_of_one_child_leaves_out_the_others(cast: Cast) -> None:
    shared(cast)
    assert feed_for(cast.viewer(cast.naima), child=cast.yusuf)
    assert not feed_for(cast.viewer(cast.naima), child=cast.lina)


def test_a_line_in_the_room_of_one_child_does_not_move_the_triangle(cast: Cast) -> None:
    post = Post.objects.get(pk=shared(cast).pk)
    post.group, post.student = None, cast.yusuf
    post.save()
    post.comment("Een vraag", by=cast.naima, corner="home", at=cast.now, in_line_of=cast.naima)
    page = cast.sign_in(cast.rachid).get(post.get_absolute_url()).content.decode()
    assert "School deelt dit." in page


def test_a_line_with_school_moves_no_number_that_others_read_and_words_to_all_do(cast: Cast) -> None:
    post, at = shared(cast), cast.now
    post.comment("Een vraag", by=cast.naima, corner="home", at=at, in_line_of=cast.naima)
    ExplanationRequest.ask(post, "Ik snap dit niet.", by=cast.elif_, corner="home", at=at)
    for reader in (cast.rachid, cast.bas, cast.anouk):
        page = cast.sign_in(reader).get(post.get_absolute_url()).content.decode()
        assert "School deelt dit." in page and "praten mee" not in page
    assert "School deelt dit." in feed_for(cast.viewer(cast.rachid))[0].drawn.body
    post.comment("Wat mooi!", by=cast.naima, corner="home", at=at)
    page = cast.sign_in(cast.rachid).get(post.get_absolute_url()).content.decode()
    assert "School en 1 ouder praten mee." in page


def test_the_teacher_sees_her_drafts_and_what_waits_and_a_parent_does_not(cast: Cast) -> None:
    draft(cast, "Nog niet klaar")
    url = f"/groep/{cast.groep_5.pk}/berichten/"
    assert "Nog niet klaar" in cast.sign_in(cast.anouk).get(url).content.decode()
    assert "Nog niet klaar" not in cast.sign_in(cast.meryem).get(url).content.decode()
    assert cast.sign_in(cast.naima).get(url).status_code == 404


def test_what_was_typed_is_shown_as_text(cast: Cast) -> None:
    post = shared(cast)
    post.text = "<script>alert(1)</script> **vet**"
    post.save()
    page = cast.sign_in(cast.naima).get(post.get_absolute_url()).content.decode()
    assert "<script>alert" not in page and "<strong>vet</strong>" in page


def test_another_parent_is_initials_until_she_chooses_to_show_her_face(cast: Cast) -> None:
    post = shared(cast)
    post.comment("Mooi!", by=cast.elif_, corner="home", at=cast.now)
    face = Portrait.objects.create(person=cast.elif_, token="faceOfElif0123456789ab")
    address, url = face.get_absolute_url(), post.get_absolute_url()
    assert address not in cast.sign_in(cast.naima).get(url).content.decode()
    for someone in (cast.elif_, cast.anouk):
        assert address in cast.sign_in(someone).get(url).content.decode()
    cast.sign_in(cast.elif_).post("/ik/kennismaken/", {f"group-{cast.groep_5.pk}": "face"})
    assert address in cast.sign_in(cast.naima).get(url).content.decode()
