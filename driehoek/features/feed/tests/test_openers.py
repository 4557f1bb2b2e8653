"""How a reaction begins: words of ours, in every language, before or instead of her own."""

import pytest
from django.conf import settings

from driehoek.backbone.translation.openers import openers, ours_among
from driehoek.features.feed.models import Comment, Kind, Post
from driehoek.features.feed.offering import offered
from driehoek.features.feed.tests.posts import shared
from driehoek.features.feed.tests.test_rooms import in_his_room
from tests.cast import Cast

LANGUAGES = {code for code, _name in settings.LANGUAGES}


def send(cast: Cast, person: str, post: Post, **said: str | list[str]) -> tuple[int, str]:
    answer = cast.sign_in(getattr(cast, person)).post(f"/bericht/{post.pk}/reacties/", said)
    return answer.status_code, answer.content.decode()


def test_every_opener_is_there_in_every_language_and_waits_for_more_in_each_or_in_none() -> None:
    for one in openers():
        assert set(one.said) == LANGUAGES, one.key
        assert {words.endswith("…") for words in one.said.values()} == {not one.is_enough}, one.key
        assert one.is_enough == bool(ours_among(one.said["tr"])), one.key


@pytest.mark.parametrize("where", ["class", "child", "work"])
def test_home_gets_four_that_fit_the_place_and_nobody_else_gets_any(cast: Cast, where: str) -> None:
    post = shared(cast) if where == "class" else in_his_room(cast)
    if where == "work":
        Post.objects.filter(pk=post.pk).update(kind=Kind.COMPLIMENT)
    page = cast.sign_in(cast.naima).get(post.get_absolute_url()).content.decode()
    fitting = [one for one in openers() if where in one.places]
    assert page.count('name="opener"') == len(fitting) == 4
    assert all(one.said["nl"] in page for one in fitting)
    for person, hat in ((cast.anouk, "school"), (cast.yusuf, "home")):
        assert offered(post, cast.viewer(person, hat), None, shows_photos=False) == ()


def test_a_sentence_of_ours_is_enough_and_is_read_in_every_language_without_a_machine(cast: Cast) -> None:
    status, _page = send(cast, "elif_", shared(cast), opener="thanks")
    said = Comment.objects.get()
    assert status == 302 and said.text == "Teşekkür ederim!" and said.thread_of == cast.elif_
    page = cast.sign_in(cast.anouk).get(said.post.get_absolute_url()).content.decode()
    assert "Dank je wel!" in page and "Teşekkür ederim!" in page


def test_without_scripts_the_opener_comes_before_her_own_words(cast: Cast) -> None:
    send(cast, "naima", shared(cast), opener=["thanks", "lovely"], text="Yusuf nu graag telt.")
    assert Comment.objects.get().text == "Dank je wel! Wat mooi dat Yusuf nu graag telt."


@pytest.mark.parametrize("said", [{"opener": "lovely"}, {"text": "Wat mooi dat "}], ids=["chosen", "typed"])
def test_half_a_sentence_does_not_go_and_stays_chosen(cast: Cast, said: dict[str, str]) -> None:
    status, page = send(cast, "naima", shared(cast), **said)
    assert status == 422 and "Maak je zin eerst af." in page
    assert not Comment.objects.exists()
    if "opener" in said:
        assert 'value="lovely" data-words="Wat mooi dat" checked' in page


def test_an_opener_that_nobody_knows_says_nothing_and_one_that_makes_it_too_long_is_told_of(
    cast: Cast,
) -> None:
    post = shared(cast)
    status, page = send(cast, "naima", post, opener="thanks", text="a" * 1_995)
    assert status == 422 and "Dit is te lang voor één bericht." in page and not Comment.objects.exists()
    assert send(cast, "naima", post, opener="x", text="Dag")[0] == 302
    assert Comment.objects.get().text == "Dag"


def test_other_words_are_left_to_who_wrote_them() -> None:
    assert ours_among("Dank je wel! Yusuf telt.") == ours_among("") == {}
    assert ours_among("Wat was moeilijk? Dank je wel!")["en"] == "What was hard? Thank you!"
