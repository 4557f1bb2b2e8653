"""Other words for one's own reaction, and the switch for what parents tell each other."""

import datetime as dt

import time_machine

from driehoek.backbone.moderation.models import Silence, Trace
from driehoek.backbone.translation.models import Correction
from driehoek.features.feed.models import Comment, Post
from driehoek.features.feed.tests.posts import shared
from tests.cast import Cast


def said(cast: Cast, text: str = "Wat mooi!", by: str = "elif_") -> tuple[Post, Comment, str]:
    post = shared(cast)
    comment = post.comment(text, by=getattr(cast, by), corner="home", at=cast.now)
    return post, comment, f"/reactie/{comment.pk}/veranderen/"


def page(cast: Cast, who: str, post: Post) -> str:
    return cast.sign_in(getattr(cast, who)).get(post.get_absolute_url()).content.decode()


def test_other_words_stand_there_with_a_mark_and_leave_a_trace(cast: Cast) -> None:
    post, _comment, address = said(cast)
    assert "Wat mooi!" in page(cast, "naima", post)
    for _time in range(2):
        assert cast.sign_in(cast.elif_).post(address, {"text": "Wat knap!"}).status_code == 302
    read = page(cast, "naima", post)
    assert "Wat knap!" in read and "Wat mooi!" not in read and "bewerkt" in read
    assert [trace.words for trace in Trace.objects.all()] == ["Wat mooi!"]


def test_after_a_quarter_of_an_hour_the_new_words_come_back_unkept(cast: Cast) -> None:
    _post, comment, address = said(cast)
    with time_machine.travel(cast.now + dt.timedelta(minutes=16), tick=False):
        late = cast.sign_in(cast.elif_).post(address, {"text": "Te laat"})
    assert late.status_code == 422 and "Te laat" in late.content.decode()
    comment.refresh_from_db()
    assert comment.text == "Wat mooi!"


def test_nobody_changes_the_words_of_another(cast: Cast) -> None:
    _post, _comment, address = said(cast)
    for key in ("naima", "anouk", "murat"):
        assert cast.sign_in(getattr(cast, key)).post(address, {"text": "Anders"}).status_code == 403
    assert cast.sign_in(cast.wouter).post(address, {"text": "Anders"}).status_code == 404


def test_a_translation_follows_the_change(cast: Cast) -> None:
    post, comment, _address = said(cast, "Geen fiets mee", by="naima")
    Correction.write(comment.texts["text"], "tr", "Bisiklet getirme", by=cast.murat, at=cast.now)
    cast.murat.speak("tr")
    assert "Bisiklet getirme" in page(cast, "murat", post)
    comment.edit("Wel een fiets mee", by=cast.naima, at=cast.now)
    assert "Bisiklet getirme" not in page(cast, "murat", post)


def test_nothing_said_stays_what_it_was(cast: Cast) -> None:
    _post, comment, address = said(cast)
    assert cast.sign_in(cast.elif_).post(address, {"text": "  "}).status_code == 422
    comment.refresh_from_db()
    assert comment.text == "Wat mooi!"


def test_words_that_are_taken_back_leave_a_trace_too(cast: Cast) -> None:
    _post, comment, _address = said(cast)
    for _time in range(2):
        comment.remove(by=cast.elif_, at=cast.now)
    assert Trace.objects.get().act == "removed"


def test_while_it_is_silent_parents_tell_school_and_not_each_other(cast: Cast) -> None:
    post, _comment, address = said(cast)
    Silence.begin(cast.vlieger, cast.groep_5, reason="Ruzie", by=cast.joris, at=cast.now)
    naima, where = cast.sign_in(cast.naima), f"/bericht/{post.pk}/reacties/"
    refused = naima.post(where, {"text": "Hoi allemaal", "to": "all"})
    assert refused.status_code == 422 and "Hoi allemaal" in refused.content.decode()
    assert "stilgezet" in page(cast, "naima", post) and "stilgezet" not in page(cast, "anouk", post)
    assert naima.post(where, {"text": "Hoi juf", "to": "school"}).status_code == 302
    assert cast.sign_in(cast.anouk).post(where, {"text": "Dag allemaal", "to": "all"}).status_code == 302
    changed = cast.sign_in(cast.elif_).post(address, {"text": "Anders"})
    assert changed.status_code == 422 and "Şu anda değiştiremezsin." in changed.text
    assert "Anders" in changed.text and "Artık değiştiremezsin." not in changed.text


def test_new_words_about_one_child_are_asked_about_as_the_first_were(cast: Cast) -> None:
    _post, comment, address = said(cast, by="naima")
    naima, about_one = cast.sign_in(cast.naima), {"text": "Mijn kind slaapt slecht"}
    asked = naima.post(address, about_one)
    assert asked.status_code == 200 and "Gaat dit alleen over jouw kind?" in asked.content.decode()
    comment.refresh_from_db()
    assert comment.text == "Wat mooi!"
    assert naima.post(address, about_one | {"sure": "on"}).status_code == 302
    assert naima.post(address, {"text": "Wat knap!"}).status_code == 302


def test_in_a_line_with_school_nobody_asks_whether_it_is_about_one_child(cast: Cast) -> None:
    post, elif_ = shared(cast), cast.sign_in(cast.elif_)
    comment = post.comment("Hoi", by=cast.elif_, corner="home", at=cast.now, in_line_of=cast.elif_)
    assert elif_.post(f"/reactie/{comment.pk}/veranderen/", {"text": "Mijn kind is moe"}).status_code == 302
