"""Not getting it, and a private question that is answered for all after the asker said yes."""

import datetime as dt

from django.core import mail
from django.test import Client

from driehoek.facts.people.models import Restriction
from driehoek.features.feed.models import Comment, ExplanationRequest, Kind, Post, SharedQuestion
from driehoek.features.feed.tests.posts import shared
from driehoek.features.feed.tests.test_kinds import tell
from tests.cast import Cast

WORDS = {"question": "Hoe lang duurt de les?", "answer": "Een half uur. Niet langer."}


def lesson(cast: Cast) -> Post:
    post = shared(cast)
    Post.objects.filter(pk=post.pk).update(kind=Kind.LESSON)
    return post


def asked(cast: Cast) -> Comment:
    return shared(cast).comment(
        "Hoe lang duurt de les? Yusuf is zo moe.",
        by=cast.naima,
        corner="home",
        at=cast.now,
        in_line_of=cast.naima,
    )


def proposed(cast: Cast) -> SharedQuestion:
    comment = asked(cast)
    cast.sign_in(cast.anouk).post(f"/reactie/{comment.pk}/voor-iedereen/", WORDS)
    return SharedQuestion.objects.get()


def say(client: Client, question: SharedQuestion, agrees: str, words: str = "") -> None:
    client.post(f"/vraag/{question.pk}/akkoord/", {"agrees": agrees, "words": words or question.words})


def test_what_school_would_answer_for_all_is_among_what_the_asker_has_to_do(cast: Cast) -> None:
    question, asks = proposed(cast), "Mag school je vraag voor iedereen beantwoorden?"
    todo = f'href="/vraag/{question.pk}/"'
    naima = cast.sign_in(cast.naima)
    for page in ("/", f"/?kind={cast.yusuf.pk}"):
        assert asks in naima.get(page).text and todo in naima.get(page).text
    assert asks not in cast.sign_in(cast.rachid).get("/").text
    say(naima, question, "no")
    assert asks not in naima.get("/").text


def test_one_tap_says_that_one_does_not_get_it_to_the_teacher_alone(cast: Cast) -> None:
    post, naima = lesson(cast), cast.sign_in(cast.naima)
    for _time in range(2):
        naima.post(f"/bericht/{post.pk}/uitleg/")
    assert ExplanationRequest.objects.count() == 1
    assert Comment.objects.get().thread_of == cast.naima
    assert "Ik snap dit niet." in cast.sign_in(cast.anouk).get(post.get_absolute_url()).content.decode()
    page = cast.sign_in(cast.rachid).get(post.get_absolute_url()).content.decode()
    assert "Ik snap dit niet." not in page and "om uitleg" not in page


def test_who_taps_and_types_without_end_is_asked_to_wait(cast: Cast) -> None:
    post, naima = lesson(cast), cast.sign_in(cast.naima)
    for number in range(32):
        naima.post(f"/bericht/{post.pk}/uitleg/", {"text": f"Wat is {number}?"})
    assert Comment.objects.count() == 30


def test_the_teacher_sees_how_many_asked(cast: Cast) -> None:
    post = lesson(cast)
    for person in (cast.naima, cast.rachid):
        cast.sign_in(person).post(f"/bericht/{post.pk}/uitleg/", {"text": "Wat is een noemer?"})
    page = cast.sign_in(cast.anouk).get(post.get_absolute_url()).content.decode()
    assert "2 lezers vragen om uitleg." in page and "Wat is een noemer?" in page


def test_only_families_ask_and_only_under_what_is_to_be_done(cast: Cast) -> None:
    news, task = shared(cast), lesson(cast)
    assert cast.sign_in(cast.naima).post(f"/bericht/{news.pk}/uitleg/").status_code == 403
    assert cast.sign_in(cast.meryem).post(f"/bericht/{task.pk}/uitleg/").status_code == 403
    for person in (cast.jeroen, cast.tom, cast.wouter):
        assert cast.sign_in(person).post(f"/bericht/{task.pk}/uitleg/").status_code == 404
    assert not ExplanationRequest.objects.exists()


def test_nobody_reads_a_question_for_all_before_the_asker_said_yes(cast: Cast) -> None:
    question = proposed(cast)
    address = question.comment.post.get_absolute_url()
    others, naima = cast.sign_in(cast.rachid), cast.sign_in(cast.naima)
    assert "Een half uur." not in others.get(address).content.decode()
    assert others.get(f"/vraag/{question.pk}/").status_code == 404
    assert "Zonder je naam." in naima.get(address).content.decode()
    assert "Een ouder vroeg:" in naima.get(f"/vraag/{question.pk}/").content.decode()
    say(naima, question, "yes")
    page = others.get(address).content.decode()
    assert "Een ouder vroeg:" in page and "Een half uur." in page and cast.naima.name not in page
    say(naima, question, "no")
    assert "Een half uur." not in others.get(address).content.decode()


def test_a_colleague_who_is_blocked_from_the_child_does_not_read_what_is_made_of_her_line(cast: Cast) -> None:
    question = proposed(cast)
    meryem = cast.sign_in(cast.meryem)
    assert meryem.get(f"/vraag/{question.pk}/").status_code == 200
    Restriction.objects.create(
        student=cast.yusuf, adult=cast.meryem, kind="no_access", starts_on=cast.today, basis="-",
        entered_by=cast.marja,
    )  # fmt: skip
    assert meryem.get(f"/vraag/{question.pk}/").status_code == 404
    assert meryem.post(f"/vraag/{question.pk}/intrekken/").status_code == 404
    assert cast.sign_in(cast.anouk).get(f"/vraag/{question.pk}/").status_code == 200


def test_nobody_else_can_say_yes(cast: Cast) -> None:
    question = proposed(cast)
    for person, code in ((cast.rachid, 404), (cast.anouk, 403), (cast.jeroen, 404)):
        answer = cast.sign_in(person).post(
            f"/vraag/{question.pk}/akkoord/", {"agrees": "yes", "words": question.words}
        )
        assert answer.status_code == code
    assert not SharedQuestion.objects.agreed().exists()


def test_yes_counts_only_for_the_words_that_were_read(cast: Cast) -> None:
    question, naima = proposed(cast), cast.sign_in(cast.naima)
    say(naima, question, "yes", words="andere woorden")
    assert not SharedQuestion.objects.agreed().exists()
    say(naima, question, "yes")
    address = f"/reactie/{question.comment_id}/voor-iedereen/"
    cast.sign_in(cast.anouk).post(address, WORDS | {"answer": "Een uur."})
    assert not SharedQuestion.objects.agreed().exists() and SharedQuestion.objects.count() == 1


def test_words_that_name_someone_are_refused(cast: Cast) -> None:
    comment, anouk = asked(cast), cast.sign_in(cast.anouk)
    for name in (cast.naima.given_name, "Yusuf", "Noor"):
        answer = anouk.post(
            f"/reactie/{comment.pk}/voor-iedereen/", WORDS | {"question": f"Vraag van {name}"}
        )
        assert answer.status_code == 422 and "Hier staat een naam in." in answer.content.decode()
    assert not SharedQuestion.objects.exists()


def test_only_a_private_question_outside_a_childs_room_is_passed_on(cast: Cast) -> None:
    comment = asked(cast)
    loud = comment.post.comment("Voor allen", by=cast.naima, corner="home", at=cast.now)
    room = Post.objects.create(
        school=cast.vlieger, student=cast.yusuf, author=cast.anouk, audience=comment.post.audience,
        created_at=cast.now,
    )  # fmt: skip
    room.share(by=cast.anouk, at=cast.now, due_at=cast.now)
    quiet = room.comment("Zacht", by=cast.naima, corner="home", at=cast.now, in_line_of=cast.naima)
    anouk = cast.sign_in(cast.anouk)
    assert anouk.get(f"/reactie/{loud.pk}/voor-iedereen/").status_code == 403
    assert anouk.get(f"/reactie/{quiet.pk}/voor-iedereen/").status_code == 403
    assert cast.sign_in(cast.naima).get(f"/reactie/{comment.pk}/voor-iedereen/").status_code == 403
    assert cast.sign_in(cast.rachid).get(f"/reactie/{comment.pk}/voor-iedereen/").status_code == 404


def test_what_is_taken_away_is_gone_for_all(cast: Cast) -> None:
    question, naima = proposed(cast), cast.sign_in(cast.naima)
    say(naima, question, "yes")
    question.comment.remove(by=cast.naima, at=cast.now)
    rachid = cast.sign_in(cast.rachid)
    assert "Een half uur." not in rachid.get(question.comment.post.get_absolute_url()).content.decode()
    cast.sign_in(cast.anouk).post(f"/vraag/{question.pk}/intrekken/")
    assert not SharedQuestion.objects.exists()


def test_the_asker_is_asked_by_mail_and_the_mail_says_nothing_of_it(cast: Cast) -> None:
    proposed(cast)
    tell(cast)
    message = next(one for one in mail.outbox if "voor iedereen" in one.subject)
    assert message.to == [cast.naima.email] and "half uur" not in message.body
    assert not [one for one in mail.outbox if one.to == [cast.rachid.email] and "iedereen" in one.subject]


def test_an_answer_given_twice_is_one_fact(cast: Cast) -> None:
    question = proposed(cast)
    for _time in range(2):
        assert question.decide(True, words=question.words, by=cast.naima, at=cast.now + dt.timedelta(1))
    assert SharedQuestion.objects.agreed().get() == question
