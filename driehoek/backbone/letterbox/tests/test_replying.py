"""A reply by mail goes to the line it answers and nowhere else, or its sender hears why not."""

import datetime as dt

import pytest
from django.core import mail
from django.test import Client

from driehoek.backbone.letterbox import handling
from driehoek.backbone.letterbox.models import Arrival, Response
from driehoek.backbone.letterbox.tests.post import answer_to, drop, news, reply, said, told, work
from driehoek.backbone.media.models import Attachment
from driehoek.backbone.notifications.models import Preference
from driehoek.backbone.notifications.return_addresses import reply_address
from driehoek.backbone.notifications.tests.steps import answers_in, bring
from driehoek.facts.people.models import Guardianship, Person, Restriction
from driehoek.features.conversations.models import Message
from driehoek.features.conversations.tests.talks import written
from driehoek.features.feed.models import Comment
from tests.cast import NOW, TODAY, Cast

pytestmark = pytest.mark.django_db


def test_a_reply_to_news_goes_to_her_own_line_with_school(cast: Cast) -> None:
    post = news(cast)
    drop(reply(cast.naima))
    comment = Comment.objects.get()
    assert (comment.post, comment.author, comment.thread_of) == (post, cast.naima, cast.naima)
    assert Comment.objects.visible_to(cast.viewer(cast.anouk)).exists()
    assert not Comment.objects.visible_to(cast.viewer(cast.rachid)).exists()
    arrival = Arrival.objects.get()
    assert (arrival.state, bytes(arrival.raw)) == ("done", b"")


def test_a_reply_to_the_teachers_answer_stays_in_the_same_line(cast: Cast) -> None:
    post = news(cast)
    drop(reply(cast.naima))
    post.comment("Fijn!", by=cast.anouk, corner="school", at=NOW, in_line_of=cast.naima)
    bring(NOW)
    drop(reply(cast.naima, "Tot morgen."))
    assert said() == ["Wat leuk!", "Fijn!", "Tot morgen."]
    assert set(Comment.objects.values_list("thread_of", flat=True)) == {cast.naima.pk}


def test_a_reply_to_a_message_of_school_goes_on_with_the_conversation(cast: Cast) -> None:
    talk = written(cast, cast.naima)
    bring(NOW)
    drop(reply(cast.naima, "Dank je wel."))
    assert Message.objects.latest("pk").text == "Dank je wel."
    assert Message.objects.latest("pk").conversation == talk
    assert Message.objects.latest("pk").corner == "home"


def test_the_mail_says_where_a_reply_goes_and_only_to_who_may(cast: Cast) -> None:
    news(cast)
    dutch = [
        one for one in mail.outbox if one.to[0] in (cast.naima.email, cast.rachid.email, cast.anouk.email)
    ]
    assert len(dutch) > 1
    for one in dutch:
        header = str(one.message()["Reply-To"])
        may = one.to != [cast.anouk.email]
        assert ("Je kunt gewoon antwoorden" in str(one.body)) == may
        assert "antwoord+r" in header and cast.naima.email not in header
        assert one.from_email.startswith("antwoord+b") and "school@" in str(one.message()["From"])


@pytest.mark.parametrize("lost", ["blocked", "ended", "withdrawn", "moved", "inactive"])
def test_the_right_to_reply_is_asked_again(cast: Cast, lost: str) -> None:
    post = news(cast)
    letter = reply(cast.naima)
    if lost == "blocked":
        Restriction.objects.create(
            student=cast.yusuf, adult=cast.naima, kind="no_access", starts_on=TODAY, basis="-",
            entered_by=cast.marja,
        )  # fmt: skip
    if lost == "ended":
        Guardianship.objects.get(guardian=cast.naima, student=cast.yusuf).end(on=TODAY - dt.timedelta(days=1))
    if lost == "withdrawn":
        post.withdraw(by=cast.anouk, at=NOW)
    if lost == "moved":
        Person.objects.filter(pk=cast.naima.pk).update(email="naima@nieuw.example")
    if lost == "inactive":
        Person.objects.filter(pk=cast.naima.pk).update(is_active=False)
    drop(letter)
    assert said() == []
    assert bytes(Arrival.objects.get().raw) == b""
    if lost == "blocked":
        assert "Op dit bericht kun je niet meer antwoorden." in answer_to(cast.naima)


def test_from_a_strange_address_it_waits_for_her_own_yes(cast: Cast) -> None:
    news(cast)
    letter = reply(cast.naima, "Van mijn werk.", sender="naima@werk.example")
    drop(letter)
    assert said() == []
    asked = answer_to(cast.naima)
    assert "Schreef jij dit?" in asked and "Van mijn werk." not in asked
    path = answers_in(asked)["ja"]
    page = Client().get(path).content.decode()
    assert "Van mijn werk." in page
    Client().post(path, {"answer": "ja"})
    work()
    assert said() == ["Van mijn werk."]
    drop(letter)
    Client().post(path, {"answer": "ja"})
    work()
    assert said() == ["Van mijn werk."]


@pytest.mark.parametrize("how", ["no", "silence"])
def test_what_she_does_not_own_up_to_is_thrown_away(cast: Cast, how: str) -> None:
    news(cast)
    drop(reply(cast.naima, "Ik ben iemand anders.", sender="vreemd@werk.example"))
    path = answers_in(answer_to(cast.naima))["nee"]
    if how == "no":
        Client().post(path, {"answer": "nee"})
        assert "Niemand heeft het gelezen" in Client().get(path).content.decode()
    work(NOW + dt.timedelta(days=8))
    assert said() == [] and bytes(Arrival.objects.get().raw) == b""


def test_two_senders_are_a_strange_sender(cast: Cast) -> None:
    news(cast)
    drop(reply(cast.naima, sender=f"{cast.naima.email}, vreemd@werk.example"))
    assert said() == [] and Response.objects.get().kind == "doubt"


@pytest.mark.parametrize(
    "mark",
    [
        {"Auto_Submitted": "auto-replied"},
        {"Precedence": "bulk"},
        {"X_Autoreply": "yes"},
        {"Return_Path": "<>"},
        {"List_Id": "<x.example>"},
        {"message_id": "<a6d7f5e0-0000-4000-8000-000000000000@driehoek.example>"},
    ],
)
def test_a_machine_is_never_answered(cast: Cast, mark: dict[str, str]) -> None:
    news(cast)
    drop(reply(cast.naima, "Ik ben met vakantie.", **mark))
    assert said() == [] and not Response.objects.exists()
    assert answer_to(cast.naima) == ""


def test_the_same_letter_twice_is_said_once(cast: Cast) -> None:
    news(cast)
    letter = reply(cast.naima)
    drop(letter)
    drop(letter, at=NOW + dt.timedelta(hours=5))
    assert said() == ["Wat leuk!"]
    drop(reply(cast.naima, "Nog iets."))
    assert said() == ["Wat leuk!", "Nog iets."]


def test_a_key_that_is_none_says_nothing(cast: Cast) -> None:
    news(cast)
    letter = reply(cast.naima)
    mine, his = reply_address(told(cast.naima)), reply_address(told(cast.rachid))
    crossed = his.partition("-")[0] + "-" + mine.partition("-")[2]
    drop(letter, crossed)
    assert said() == [] and Arrival.objects.get().reason == "unknown"


def test_stop_ends_this_kind_kindly(cast: Cast) -> None:
    news(cast)
    drop(reply(cast.naima, "STOP\n"))
    assert said() == []
    assert (Preference.objects.get().category, Preference.objects.get().rhythm) == ("news", "off")
    answer = answer_to(cast.naima)
    assert "Hierover krijg je geen mail meer:" in answer and "Nieuws uit de klas" in answer


def test_stop_in_a_sentence_is_a_sentence(cast: Cast) -> None:
    news(cast)
    drop(reply(cast.naima, "Stop maar met de appels, hij lust ze niet."))
    assert len(said()) == 1 and not Preference.objects.exists()


@pytest.mark.parametrize(
    ("text", "kind"), [("> alleen wat jij schreef", "empty"), ("lang " * 500, "long")], ids=["empty", "long"]
)
def test_what_cannot_be_taken_is_told(cast: Cast, text: str, kind: str) -> None:
    news(cast)
    drop(reply(cast.naima, text))
    assert said() == [] and Response.objects.get().kind == kind
    assert "Je antwoord is niet aangekomen" in answer_to(cast.naima)


def test_files_come_along_as_on_the_page_and_the_others_are_named(cast: Cast) -> None:
    news(cast)
    letter = reply(cast.naima, "Kijk eens.")
    letter.add_attachment("een briefje\n", filename="briefje.txt")
    letter.add_attachment(
        b"MZ\x90\x00" * 50, maintype="application", subtype="x-msdownload", filename="spel.exe"
    )
    drop(letter)
    assert said() == ["Kijk eens."]
    assert [one.owner for one in Attachment.objects.all()] in ([cast.naima], [])
    answer = answer_to(cast.naima)
    assert "Niet alles uit je mail kwam aan" in answer and "spel.exe" in answer


def test_so_many_letters_wait_their_turn_and_none_is_lost(cast: Cast) -> None:
    news(cast)
    for number in range(32):
        drop(reply(cast.naima, f"Bericht {number}"))
    assert len(said()) == 30
    work(NOW + dt.timedelta(minutes=11))
    assert len(said()) == 32


def test_somebody_who_reads_along_and_must_not_says_nothing(cast: Cast) -> None:
    news(cast)
    letter = reply(cast.naima)
    Person.objects.filter(pk=cast.jeroen.pk).update(email=cast.naima.email)
    Restriction.objects.create(
        student=cast.yusuf, adult=cast.jeroen, kind="no_access", starts_on=TODAY, basis="-",
        entered_by=cast.marja,
    )  # fmt: skip
    drop(letter)
    assert said() == [] and not Response.objects.exists()


def test_a_letter_that_breaks_us_is_parked_and_its_neighbours_go_on(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    news(cast)
    whole = handling.Letter
    monkeypatch.setattr(handling, "Letter", lambda raw: 1 / 0 if b"gif" in raw else whole(raw))
    for text in ("gif", "goed"):
        drop(reply(cast.naima, text))
    for minutes in range(0, 200, 20):
        work(NOW + dt.timedelta(minutes=minutes))
    assert said() == ["goed"]
    assert Arrival.objects.get(state="parked").stumbles == 5


def test_two_machines_do_not_write_to_each_other_for_ever(cast: Cast) -> None:
    news(cast)
    for _time in range(7):  # a machine that does not say that it is one
        drop(reply(cast.naima, "> jullie mail"))
    assert Response.objects.filter(person=cast.naima).count() == 5
    assert Arrival.objects.filter(reason="enough").count() == 2
    drop(reply(cast.naima, "> nog een", to=reply_address(told(cast.naima))), at=NOW + dt.timedelta(days=2))
    assert Response.objects.filter(person=cast.naima).count() == 6


def test_letters_of_a_stranger_do_not_fill_her_mailbox_and_are_not_lost(cast: Cast) -> None:
    news(cast)
    for number in range(7):
        drop(reply(cast.naima, f"Brief {number}", sender="vreemd@werk.example"))
    assert Response.objects.filter(kind="doubt").count() == 5
    work(NOW + dt.timedelta(days=1, minutes=1))
    assert Response.objects.filter(kind="doubt").count() == 7


def test_a_letter_of_parts_without_end_is_an_empty_letter(cast: Cast) -> None:
    news(cast)
    parts = "".join(f'Content-Type: multipart/mixed; boundary="b{n}"\n\n--b{n}\n' for n in range(3000))
    head = f"From: {cast.naima.email}\nTo: {reply_address(told(cast.naima))}\nMessage-ID: <1@thuis.example>\n"
    drop(f"{head}{parts}Content-Type: text/plain\n\nDag".encode(), reply_address(told(cast.naima)))
    assert said() == [] and Response.objects.get().kind == "empty"


def test_an_alphabet_that_does_not_exist_is_guessed(cast: Cast) -> None:
    news(cast)
    letter = reply(cast.naima, "Wat leuk!")
    letter.set_param("charset", "undefined")
    drop(letter)
    assert said() == ["Wat leuk!"]


def test_who_may_not_come_in_any_more_says_no_yes_either(cast: Cast) -> None:
    news(cast)
    drop(reply(cast.naima, "Van mijn werk.", sender="naima@werk.example"))
    path = answers_in(answer_to(cast.naima))["ja"]
    Person.objects.filter(pk=cast.naima.pk).update(is_active=False)
    assert Client().get(path).status_code == 404
    assert Client().post(path, {"answer": "ja"}).status_code == 404
    assert Arrival.objects.get().confirmed_at is None
