"""Other words for what one said, and taking it back: by whoever said it, and what the others see of it."""

import datetime as dt

import pytest
import time_machine

from driehoek.backbone.index.finding import search
from driehoek.backbone.journal.models import Entry
from driehoek.backbone.moderation.models import Trace
from driehoek.backbone.notifications.notices import notice_of
from driehoek.backbone.translation.models import Correction
from driehoek.facts.people.models import Person, Restriction
from driehoek.features.conversations.inbox import Inbox, unread_count
from driehoek.features.conversations.models import Conversation, Message, MessageAttachment
from driehoek.features.conversations.tests.talks import asked
from driehoek.features.conversations.tests.test_attaching import letter, send
from driehoek.features.conversations.tests.test_figures import MOST, queries
from tests.cast import Cast

OTHER, GONE = "Eet Yusuf genoeg?", "Bericht teruggenomen"
TOO_LATE = dt.timedelta(minutes=16)


def said_by(cast: Cast, who: str) -> tuple[Conversation, Message]:
    """Just now: Naima, Yusuf who reads along, or Juf Anouk."""
    talk = asked(cast, "Wij komen morgen.", with_student=True)
    corner = {"naima": "home", "yusuf": "child", "anouk": "school"}[who]
    person = getattr(cast, who)
    return talk, talk.say("Slaapt hij?", by=person, corner=corner, at=cast.now, told_at=cast.now)


def reword(cast: Cast, who: str, said: Message, text: str = OTHER) -> int:
    address = f"/berichten/zinnen/{said.pk}/veranderen/"
    return cast.sign_in(getattr(cast, who)).post(address, {"text": text}).status_code


def take_back(cast: Cast, who: str, said: Message) -> int:
    return cast.sign_in(getattr(cast, who)).post(f"/berichten/zinnen/{said.pk}/terugnemen/").status_code


def reads(cast: Cast, who: str, talk: Conversation) -> str:
    return cast.sign_in(getattr(cast, who)).get(talk.get_absolute_url()).content.decode()


def finds(cast: Cast, who: str, words: str) -> bool:
    return bool(search(cast.viewer(getattr(cast, who)), words).hits)


@pytest.mark.parametrize("who", ["naima", "yusuf", "anouk"])
def test_whoever_said_it_says_it_in_other_words_and_nobody_else_does(cast: Cast, who: str) -> None:
    talk, said = said_by(cast, who)
    others = [one for one in ("naima", "yusuf", "anouk", "meryem") if one != who]
    assert [reword(cast, one, said) for one in others] == [403] * 3
    assert [reword(cast, one, said) for one in ("rachid", "elif_", "joris")] == [404] * 3
    assert reword(cast, who, said) == 302
    for reader in (who, *others):
        page = reads(cast, reader, talk)
        assert OTHER in page and "bewerkt" in page and "Slaapt hij?" not in page
    assert Trace.objects.get().words == "Slaapt hij?"


def test_after_a_quarter_of_an_hour_her_words_come_back_to_her_and_nothing_changes(cast: Cast) -> None:
    talk, said = said_by(cast, "naima")
    address = f"/berichten/zinnen/{said.pk}/veranderen/"
    assert address in reads(cast, "naima", talk) and address not in reads(cast, "anouk", talk)
    with time_machine.travel(cast.now + TOO_LATE, tick=False):
        answer = cast.sign_in(cast.naima).post(address, {"text": OTHER})
        assert (
            answer.status_code == 422 and OTHER in answer.text and "Veranderen kan niet meer." in answer.text
        )
        assert address not in reads(cast, "naima", talk)
        opened = cast.sign_in(cast.naima).get(address)
        assert "Veranderen kan niet meer." in opened.text and "<textarea" not in opened.text + answer.text
        assert "Slaapt hij?" in reads(cast, "anouk", talk) and not Trace.objects.exists()
        assert take_back(cast, "naima", said) == 302


@pytest.mark.parametrize("who", ["naima", "yusuf", "anouk"])
def test_what_is_taken_back_leaves_its_place_and_a_trace_and_nothing_to_read(cast: Cast, who: str) -> None:
    talk, said = said_by(cast, who)
    others = [one for one in ("naima", "yusuf", "anouk", "meryem") if one != who]
    assert [take_back(cast, one, said) for one in others] == [403] * 3
    assert take_back(cast, "rachid", said) == 404
    assert [take_back(cast, who, said) for _time in range(2)] == [302, 403]
    for reader in (who, *others):
        page = reads(cast, reader, talk)
        assert GONE in page and "Slaapt hij?" not in page and "Wij komen morgen." in page
    assert Trace.objects.get().words == "Slaapt hij?" and Message.objects.get(pk=said.pk).text == ""
    assert reword(cast, who, said) == 403


def test_taken_back_it_is_neither_found_nor_heard_nor_new(cast: Cast) -> None:
    _talk, said = said_by(cast, "naima")
    anouk = cast.viewer(cast.anouk)
    assert finds(cast, "anouk", "Slaapt") and unread_count(anouk) == 1
    asking = Message.objects.exclude(pk=said.pk).get()
    for message in (said, asking):
        take_back(cast, "naima", message)
    assert not finds(cast, "anouk", "Slaapt") and unread_count(anouk) == 0
    assert cast.sign_in(cast.anouk).get(f"/geluid/conversations.message/{said.pk}/").status_code == 404
    assert not Inbox(anouk).rows and [row.is_taken_back for row in Inbox(cast.viewer(cast.naima)).rows] == [
        True
    ]
    assert GONE in cast.sign_in(cast.naima).get("/berichten/").text


def test_other_words_are_found_and_the_old_ones_are_not(cast: Cast) -> None:
    _talk, said = said_by(cast, "naima")
    reword(cast, "naima", said, "Zwemt hij graag?")
    assert finds(cast, "anouk", "Zwemt") and not finds(cast, "anouk", "Slaapt")


def test_what_went_with_it_goes_with_it(cast: Cast) -> None:
    talk = asked(cast)
    send(cast.sign_in(cast.naima), talk, letter(), text="Hier")
    url, said = MessageAttachment.objects.get().attachment.url, Message.objects.latest("pk")
    assert cast.sign_in(cast.anouk).get(url).status_code == 200
    take_back(cast, "naima", said)
    assert cast.sign_in(cast.anouk).get(url).status_code == 404
    assert "briefje.txt" not in reads(cast, "anouk", talk)


def told(said: Message) -> str | None:
    """What a mail that leaves now would say."""
    entry = Entry.objects.get(verb="conversations.message.said", subject_id=said.pk)
    notice = notice_of(entry)
    return " ".join(str(getattr(part, "words", part)) for part in notice.private) if notice else None


def test_a_mail_that_did_not_leave_says_the_new_words_or_does_not_leave(cast: Cast) -> None:
    _talk, said = said_by(cast, "anouk")
    assert "Slaapt hij?" in str(told(said))
    reword(cast, "anouk", said)
    assert OTHER in str(told(said)) and "Slaapt" not in str(told(said))
    take_back(cast, "anouk", said)
    assert told(said) is None


def test_other_words_are_translated_anew(cast: Cast) -> None:
    talk = asked(
        cast, "Merhaba, yarın gelemiyoruz çünkü biz çok hastayız", by=cast.elif_, children=[cast.defne]
    )
    said = talk.say("Beterschap allemaal", by=cast.anouk, corner="school", at=cast.now, told_at=cast.now)
    Correction.write(said.texts["text"], "tr", "Hepinize geçmiş olsun", by=cast.anouk, at=cast.now)
    cast.elif_.speak("tr")
    assert "Hepinize geçmiş olsun" in reads(cast, "elif_", talk)
    said.edit("Word maar gauw weer beter", by=cast.anouk, at=cast.now)
    page = reads(cast, "elif_", talk)
    assert "Word maar gauw weer beter" in page and "Hepinize" not in page


def test_a_question_that_was_taken_back_waits_for_no_answer(cast: Cast) -> None:
    talk = asked(cast)
    take_back(cast, "naima", Message.objects.get())
    talk = Conversation.objects.get(pk=talk.pk)
    assert talk.is_done and not Inbox(cast.viewer(cast.anouk)).waiting
    talk.say("Toch iets", by=cast.naima, corner="home", at=cast.now, told_at=cast.now)
    assert Inbox(cast.viewer(cast.anouk)).waiting


def test_an_answer_that_was_taken_back_leaves_the_question_waiting(cast: Cast) -> None:
    _talk, said = said_by(cast, "anouk")
    assert not Inbox(cast.viewer(cast.anouk)).waiting
    take_back(cast, "anouk", said)
    assert Inbox(cast.viewer(cast.anouk)).waiting


def test_whoever_no_longer_speaks_there_changes_nothing(cast: Cast) -> None:
    talk, said = said_by(cast, "naima")
    keep_away(cast, cast.naima)
    assert [reword(cast, "naima", said), take_back(cast, "naima", said)] == [404, 404]
    assert "Slaapt hij?" in reads(cast, "anouk", talk)


def keep_away(cast: Cast, adult: Person) -> None:
    Restriction.objects.create(
        student=cast.yusuf, adult=adult, kind="no_access", starts_on=cast.today, basis="-",
        entered_by=cast.marja,
    )  # fmt: skip


def test_what_waits_for_the_morning_changes_until_then_and_is_undone_as_before(cast: Cast) -> None:
    talk = asked(cast)
    later = cast.now + dt.timedelta(hours=15)
    said = talk.say("Ja", by=cast.anouk, corner="school", at=cast.now, told_at=later, due_at=later)
    assert take_back(cast, "anouk", said) == 403 and reword(cast, "anouk", said, "Nee") == 302
    page = reads(cast, "anouk", talk)
    assert "Maak ongedaan" in page and "terugnemen" not in page and "Nee" in page


def test_what_was_thought_over_takes_no_more_queries(cast: Cast) -> None:
    talk, client = asked(cast), cast.sign_in(cast.naima)
    before = queries(client, talk.get_absolute_url())
    for number in range(4):
        said = talk.say(f"Zin {number}", by=cast.naima, corner="home", at=cast.now, told_at=cast.now)
        said.edit(f"Beter {number}", by=cast.naima, at=cast.now) if number % 2 else talk.withdraw(
            said, by=cast.naima, at=cast.now
        )
    assert queries(client, talk.get_absolute_url()) == before <= MOST
