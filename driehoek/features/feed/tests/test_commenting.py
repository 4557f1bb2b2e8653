"""Saying something about a post: privately unless one chooses otherwise."""

import datetime as dt
import re

import pytest
import time_machine
from django.test import Client

from driehoek.backbone.journal.models import Entry
from driehoek.backbone.notifications.notices import Notice, notice_of
from driehoek.facts.people.models import Person, Restriction
from driehoek.facts.schools.models import Holiday
from driehoek.features.feed.models import Comment, Post, Publication, Reaction
from driehoek.features.feed.naming import is_about_one_child
from driehoek.features.feed.tests.posts import shared
from tests.cast import NOW, Cast


def say(client: Client, post: Post, text: str, **more: str) -> int:
    return client.post(f"/bericht/{post.pk}/reacties/", {"text": text, **more}).status_code


def heard_by(cast: Cast, *people: str) -> set[str]:
    viewers = {name: cast.viewer(getattr(cast, name)) for name in people}
    return {name for name, viewer in viewers.items() if Comment.objects.visible_to(viewer).exists()}


def test_a_comment_is_private_unless_one_chooses_everyone(cast: Cast) -> None:
    post = shared(cast)
    assert say(cast.sign_in(cast.elif_), post, "Welk papier was het?") == 302
    comment = Comment.objects.get()
    assert comment.thread_of == cast.elif_ and comment.corner == "home"
    everyone = heard_by(cast, "elif_", "murat", "naima", "anouk", "meryem", "joris", "daan", "yusuf")
    assert everyone == {"elif_", "anouk", "meryem"}


def test_a_comment_to_everyone_is_read_by_all_who_see_the_post(cast: Cast) -> None:
    say(cast.sign_in(cast.elif_), shared(cast), "Wat mooi!", to="all")
    assert heard_by(cast, "elif_", "naima", "anouk", "joris", "stefan", "daan") == {
        "elif_", "naima", "anouk", "joris",
    }  # fmt: skip


def test_a_block_counts_at_work_too_in_the_lines_of_that_family(cast: Cast) -> None:
    post = shared(cast)
    for parent in (cast.naima, cast.elif_):
        say(cast.sign_in(parent), post, f"Een vraag van {parent.name}")
    say(cast.sign_in(cast.naima), post, "Wat mooi!", to="all")
    assert "Een vraag van Naima" in cast.sign_in(cast.meryem).get(post.get_absolute_url()).content.decode()
    Restriction.objects.create(
        student=cast.yusuf, adult=cast.meryem, kind="no_access", starts_on=cast.today, basis="-",
        entered_by=cast.marja,
    )  # fmt: skip
    meryem = cast.sign_in(cast.meryem)
    page = meryem.get(post.get_absolute_url()).content.decode()
    assert "Een vraag van Naima" not in page
    assert "Een vraag van Elif" in page and "Wat mooi!" not in page
    assert say(meryem, post, "Hoe is het?", to=f"line-{cast.naima.pk}") == 404
    assert "Een vraag van Naima" in cast.sign_in(cast.anouk).get(post.get_absolute_url()).content.decode()


def test_separated_parents_never_see_each_others_line(cast: Cast) -> None:
    post = shared(cast)
    for parent in (cast.naima, cast.rachid):
        say(cast.sign_in(parent), post, f"Een vraag van {parent.name}")
    page = cast.sign_in(cast.rachid).get(post.get_absolute_url()).content.decode()
    assert "Een vraag van Rachid" in page and "Naima" not in page


def test_an_answer_of_the_teacher_stays_in_the_line_of_that_parent(cast: Cast) -> None:
    post = shared(cast)
    say(cast.sign_in(cast.naima), post, "Is hij moe?")
    assert say(cast.sign_in(cast.anouk), post, "Een beetje.", to=f"line-{cast.naima.pk}") == 302
    assert [c.text for c in Comment.objects.visible_to(cast.viewer(cast.naima))] == [
        "Is hij moe?",
        "Een beetje.",
    ]
    assert heard_by(cast, "naima", "rachid", "elif_") == {"naima"}


def test_the_school_answers_only_in_a_line_that_is_there(cast: Cast) -> None:
    assert say(cast.sign_in(cast.anouk), shared(cast), "Dag!", to=f"line-{cast.naima.pk}") == 404
    assert not Comment.objects.exists()


def test_who_does_not_see_the_post_cannot_say_anything(cast: Cast) -> None:
    post = shared(cast)
    assert say(cast.sign_in(cast.stefan), post, "Hallo") == 404
    assert say(Client(), post, "Hallo") == 403 and say(Client(), post, "") == 302  # to the door
    assert not Comment.objects.exists()


def test_who_may_only_look_cannot_say_anything(cast: Cast) -> None:
    post = shared(cast)
    cast.bas.guardianships.update(may_answer=False)
    assert say(cast.sign_in(cast.bas), post, "Hallo") == 403
    assert say(cast.sign_in(cast.linda), post, "Hallo") == 302


def test_the_same_words_sent_twice_are_one_comment(cast: Cast) -> None:
    post, client = shared(cast), cast.sign_in(cast.naima)
    for _time in range(2):
        say(client, post, "Wat mooi!", to="all")
    assert Comment.objects.count() == 1


def test_a_remark_about_ones_own_child_to_everyone_is_held_back_and_kept(cast: Cast) -> None:
    post, client = shared(cast), cast.sign_in(cast.naima)
    answer = client.post(f"/bericht/{post.pk}/reacties/", {"text": "Mijn zoon is moe", "to": "all"})
    assert "Gaat dit alleen over jouw kind?" in answer.content.decode()
    assert "Mijn zoon is moe" in answer.content.decode() and not Comment.objects.exists()
    assert say(client, post, "Mijn zoon is moe", to="all", sure="on") == 302
    assert Comment.objects.get().thread_of is None


def test_a_name_of_the_group_or_my_child_in_any_language_is_about_one_child(cast: Cast) -> None:
    post = shared(cast)
    for text in ("Was Sem er ook?", "my daughter", "oğlum hasta", "ابنتي مريضة", "моя донька", "mój syn"):
        assert is_about_one_child(text, post, cast.today), text
    for text in ("Wat een mooie brug!", "Wie helpt er mee?", "Samen bouwen"):
        assert not is_about_one_child(text, post, cast.today), text


def test_a_speaker_is_named_by_her_children_in_this_group_only(cast: Cast) -> None:
    post = shared(cast)
    say(cast.sign_in(cast.naima), post, "Wat mooi!", to="all")
    page = cast.sign_in(cast.bas).get(post.get_absolute_url()).content.decode()
    assert "ouder van Yusuf" in page and "Lina" not in page


def test_the_parent_of_a_child_whose_place_is_secret_is_not_named_by_it(cast: Cast) -> None:
    post = shared(cast)
    say(cast.sign_in(cast.karin), post, "Wat mooi!", to="school")
    page = cast.sign_in(cast.anouk).get(post.get_absolute_url()).content.decode()
    assert "Wat mooi!" in page and "Lotte" not in page


def test_one_takes_back_ones_own_words_and_not_those_of_another(cast: Cast) -> None:
    post = shared(cast)
    said = post.comment("Wat mooi!", by=cast.elif_, corner="home", at=cast.now)
    assert cast.sign_in(cast.naima).post(f"/reactie/{said.pk}/weghalen/").status_code == 403
    assert cast.sign_in(cast.elif_).post(f"/reactie/{said.pk}/weghalen/").status_code == 302
    assert heard_by(cast, "elif_", "naima", "anouk") == set()


def test_mooi_counts_once_goes_back_and_names_nobody(cast: Cast) -> None:
    post, client = shared(cast), cast.sign_in(cast.elif_)
    for _time in range(2):
        client.post(f"/bericht/{post.pk}/mooi/", {"mooi": "ja"})
    assert Reaction.objects.count() == 1
    page = cast.sign_in(cast.naima).get(post.get_absolute_url()).content.decode()
    assert "School en 1 ouder praten mee." in page and "Elif" not in page
    client.post(f"/bericht/{post.pk}/mooi/", {"mooi": "nee"})
    assert Reaction.objects.count() == 0


def notice_about(comment: Comment) -> Notice:
    return notice_of(Entry.objects.get(verb="feed.comment.said", subject_id=comment.pk))


def test_a_private_remark_is_told_to_the_teachers_without_its_words(cast: Cast) -> None:
    comment = shared(cast).comment(
        "Yusuf slaapt slecht", by=cast.naima, corner="home", at=cast.now, in_line_of=cast.naima
    )
    notice = notice_about(comment)
    assert set(notice.people(cast.today)) == {cast.anouk, cast.meryem}
    assert "Yusuf" not in f"{notice.subject}{notice.paragraphs}"


def test_an_answer_is_told_to_that_parent_alone_and_a_public_remark_to_the_author(cast: Cast) -> None:
    post = shared(cast)
    answer = post.comment("Ja", by=cast.anouk, corner="school", at=cast.now, in_line_of=cast.naima)
    public = post.comment("Mooi!", by=cast.elif_, corner="home", at=cast.now)
    assert set(notice_about(answer).people(cast.today)) == {cast.naima}
    assert set(notice_about(public).people(cast.today)) == {cast.anouk}


def test_the_page_reads_exactly_what_the_policy_shows(cast: Cast) -> None:
    post = shared(cast, with_students=True)
    for parent in (cast.naima, cast.rachid, cast.elif_):
        post.comment("Stil", by=parent, corner="home", at=cast.now, in_line_of=parent)
        post.comment("Luid", by=parent, corner="home", at=cast.now)
    Comment.objects.first().remove(by=cast.anouk, at=cast.now)
    readers = [
        cast.naima,
        cast.rachid,
        cast.elif_,
        cast.yusuf,
        cast.anouk,
        cast.meryem,
        cast.joris,
        cast.marja,
    ]
    for viewer in map(cast.viewer, readers):
        page = Comment.objects.said_on(post, viewer, hears=post.allows(viewer, "hear"))
        assert set(page) == set(Comment.objects.visible_to(viewer)), viewer.person.name


def test_a_confirmation_says_once_more_who_reads_it(cast: Cast) -> None:
    post, client = shared(cast), cast.sign_in(cast.naima)
    for to, sentence in (
        ("school", "Dit lezen alleen jij, Juf Anouk en Juf Meryem."),
        ("all", "Iedereen van groep 5 leest dit."),
    ):
        answer = client.post(f"/bericht/{post.pk}/reacties/", {"text": f"Dag {to}", "to": to}, follow=True)
        assert sentence in answer.content.decode()


@pytest.mark.parametrize(
    ("now", "day"),
    [
        (NOW, ""),
        (NOW.replace(hour=7), "vandaag"),
        (NOW.replace(hour=19), "morgen"),
        (NOW + dt.timedelta(days=2), "dinsdag 24 november"),  # on Monday the school is closed
    ],
)
def test_at_night_and_in_weekends_home_reads_when_school_does(cast: Cast, now: dt.datetime, day: str) -> None:
    monday = dt.date(2026, 11, 23)
    Holiday.objects.create(school=cast.vlieger, name="Studiedag", starts_on=monday, ends_on=monday)
    post, said = shared(cast), f"School leest dit {day}."
    Publication.objects.update(due_at=NOW.replace(hour=6))
    with time_machine.travel(now, tick=False):
        naima, path = cast.sign_in(cast.naima), f"/bericht/{post.pk}/"
        assert (said in naima.get(path).text) == bool(day)
        answer = naima.post(f"{path}reacties/", {"text": "Dank je", "to": "school"}, follow=True)
        assert (f"Juf Meryem. {said}" in answer.text) == bool(day)
        assert "School leest dit" not in cast.sign_in(cast.anouk).get(path).text


def test_a_student_is_spoken_to_as_a_student(cast: Cast) -> None:
    post = shared(cast, with_students=True)
    Post.objects.filter(pk=post.pk).update(ask_at_home="Hoe sterk is papier?")
    parent, student = (cast.sign_in(who).get(f"/bericht/{post.pk}/").text for who in (cast.naima, cast.yusuf))
    for words in ("Alle ouders", "Vraag eens thuis:", "Gaat het over jouw kind?"):
        assert words in parent and words not in student
    for words in ("Iedereen</span>", "Praat er thuis over:", "Gaat het over jou?"):
        assert words in student and words not in parent


def test_a_flood_of_remarks_is_stopped_kindly(cast: Cast) -> None:
    post, client = shared(cast), cast.sign_in(cast.naima)
    for number in range(31):
        status = say(client, post, f"Bericht {number}")
    assert status == 429 and Comment.objects.count() == 30


def test_who_cannot_read_a_remark_is_told_in_which_language_it_is(cast: Cast) -> None:
    """School may translate it; home is shown the way to an interpreter, once."""
    post = shared(cast)
    Person.objects.filter(pk=cast.elif_.pk).update(language="tr")
    for text in ("Çok güzel, biz de evde yapmak istiyoruz", "Yarın hava çok güzel olacak ve biz gideceğiz"):
        post.comment(text, by=Person.objects.get(pk=cast.elif_.pk), corner="home", at=cast.now)
    said = Comment.objects.earliest("pk")
    at_school = cast.sign_in(cast.anouk).get(f"/bericht/{post.pk}/").content.decode()
    assert at_school.count("Niet vertaald uit het Turks") == 2
    assert at_school.count("Dit is niet vertaald. Het is geschreven in het Turks.") == 1
    assert f'"/vertaling/reactie/{said.pk}/"' in at_school and "/ik/tolk/" not in at_school
    at_home = cast.sign_in(cast.naima).get(f"/bericht/{post.pk}/").content.decode()
    assert at_home.count("Niet vertaald uit het Turks") == 2 and at_home.count('"/ik/tolk/"') == 1
    assert "/vertaling/reactie/" not in at_home
    own = cast.sign_in(cast.elif_).get(f"/bericht/{post.pk}/").content.decode()
    assert "Çok güzel" in own and "/vertaling/reactie/" not in own


def test_who_would_rather_talk_begins_a_conversation_about_her_child_from_her_line(cast: Cast) -> None:
    post, naima = shared(cast), cast.sign_in(cast.naima)
    offer = f'action="/berichten/nieuw/?kind={cast.yusuf.pk}"'
    assert offer not in naima.get(post.get_absolute_url()).text
    say(naima, post, "Hoe ging het?")
    assert offer in naima.get(post.get_absolute_url()).text
    assert "Liever een gesprek?" not in cast.sign_in(cast.anouk).get(post.get_absolute_url()).text
    words = {"begin": "on", "text": "Kunnen we hierover praten?"}
    page = naima.post(f"/berichten/nieuw/?kind={cast.yusuf.pk}", words).text
    chosen = f'value="{cast.vlieger.pk}-{cast.yusuf.pk}"[^>]* checked'
    assert "Kunnen we hierover praten?" in page and re.search(chosen, page)


def test_who_does_not_answer_for_a_child_is_offered_no_talk_about_her(cast: Cast) -> None:
    """A grandmother who helps, and a student herself."""
    post = shared(cast, with_students=True)
    for person in (cast.yusuf, cast.ria):
        client = cast.sign_in(person)
        if say(client, post, "Wat mooi!") == 302:
            assert "Liever een gesprek?" not in client.get(post.get_absolute_url()).text
    assert Comment.objects.filter(thread_of=cast.yusuf).exists()
