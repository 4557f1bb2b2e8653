"""What people text back: answers, ZIEK, STOP; and who gets no answer at all."""

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest
import time_machine
from pytest_django import Settings

from driehoek.backbone.notifications.delivering import deliver_due
from driehoek.backbone.notifications.models import Delivery
from driehoek.backbone.notifications.preferences import prefer
from driehoek.backbone.notifications.telling import tell_due
from driehoek.backbone.notifications.texts import number_of
from driehoek.backbone.sms.models import SmsStop
from driehoek.backbone.texting.answers import BY_LINK, answer, asked_of
from driehoek.backbone.texting.words import WORDS, meaning_of, texted
from driehoek.facts.people.models import Person, Protection, Restriction
from driehoek.features.absences.models import Absence, MorningAnswer, Reason
from driehoek.features.absences.tests.told import A_DAY, ill
from driehoek.features.absences.watching import ask_who_is_better
from driehoek.features.feed.models import PollAnswer
from driehoek.features.paper.tests.steps import ask_all
from tests.cast import NOW, TODAY, Cast
from tests.servers.texting import Carrier

pytestmark = pytest.mark.django_db
MORNING = NOW.replace(hour=7, minute=40)
MOBILE, OTHER = "+31612345678", "+31687654321"


@pytest.fixture(autouse=True)
def known_numbers(cast: Cast) -> None:
    Person.objects.update(mobile="")
    Person.objects.filter(pk=cast.naima.pk).update(mobile=MOBILE)
    Person.objects.filter(pk=cast.marieke.pk).update(mobile=OTHER)


def says(carrier: Carrier, text: str, *, number: str = MOBILE, key: str = "1", **how: Any) -> str:
    said, now = {"type": "message", "id": key, "from": number, "text": text}, how.pop("now", NOW)
    with time_machine.travel(now, tick=False):
        answer = carrier.brings(now.timestamp(), said, **how)
    assert answer.status_code == 200
    return str(answer.json()["reply"])


def asked(cast: Cast, *children: Person) -> None:
    """Whether they are better, by text, to Naima."""
    prefer(cast.naima, category="absences", channel="sms", rhythm="now")
    for child in children:
        ill(child, by=cast.naima, since=TODAY - A_DAY, at=NOW - A_DAY)
    ask_who_is_better(MORNING)
    while tell_due(NOW):
        pass
    while deliver_due("sms", clock=lambda: NOW):
        pass


@pytest.mark.parametrize(
    ("text", "still_ill"),
    [
        ("JA", False), ("nee.", True), ("2", True), ("Ja,dank je", False), ("«Nee»", True), ("Ja👍", False),
        ("EVET!", False), ("Hayır, hâlâ hasta", True), ("HAYIR", True), ("Hayi\u0307r...", True),
        ("نعم، شكرا", False), ("لا؟", True), ("\u200fنَعَم", False), ("٢", True),
        ("Tak…", False), ("NIE!", True), ("Так, вже добре", False), ("НІ.", True),
    ],
)  # fmt: skip
def test_yes_and_no_in_her_own_language_answer_the_one_question(
    cast: Cast, carrier: Carrier, text: str, still_ill: bool
) -> None:
    asked(cast, cast.yusuf)
    assert "School weet het." in says(carrier, text)
    assert MorningAnswer.objects.get().still_ill == still_ill


def test_brought_twice_it_is_answered_once(cast: Cast, carrier: Carrier) -> None:
    asked(cast, cast.yusuf)
    assert len({says(carrier, "JA") for _ in range(2)}) == 1
    assert MorningAnswer.objects.count() == 1


def test_of_two_questions_we_ask_which_and_the_number_says_it(cast: Cast, carrier: Carrier) -> None:
    asked(cast, cast.yusuf, cast.lina)
    assert "Welke vraag bedoel je?" in says(carrier, "JA") and not MorningAnswer.objects.exists()
    numbers = [number_of(row.notification) for row in Delivery.objects.filter(channel="sms").order_by("pk")]
    says(carrier, f"{numbers[1]} nee", key="2")
    assert MorningAnswer.objects.count() == 1 and MorningAnswer.objects.get().still_ill


def test_an_answer_to_no_question_says_so(cast: Cast, carrier: Carrier) -> None:
    assert "niet meer open" in says(carrier, "JA")
    asked(cast, cast.yusuf)
    assert "kennen wij niet" in says(carrier, "9", key="2")
    assert not MorningAnswer.objects.exists()


def test_the_other_parent_cannot_answer_for_her(cast: Cast, carrier: Carrier) -> None:
    asked(cast, cast.yusuf)
    Person.objects.filter(pk=cast.rachid.pk).update(mobile="+31611111111")
    assert "niet meer open" in says(carrier, "JA", number="+31611111111")


def test_ziek_reports_the_one_child_once(cast: Cast, carrier: Carrier) -> None:
    replies = {says(carrier, "Ziek", number=OTHER, now=MORNING) for _ in range(2)}
    assert replies == {"Ziek gemeld voor vandaag. Beterschap!"}
    assert {(row.student, row.reason) for row in Absence.objects.all()} == {(cast.finn, Reason.ILL)}


def test_ziek_with_several_children_asks_which_and_takes_a_number_or_a_name(
    cast: Cast, carrier: Carrier
) -> None:
    asks = says(carrier, "ZIEK", now=MORNING)
    assert "Wie is ziek?" in asks and "ZIEK 1: Lina" in asks and not Absence.objects.exists()
    place = next(line.split()[1].strip(":") for line in asks.splitlines() if "Yusuf" in line)
    says(carrier, f"ziek {place}", key="2", now=MORNING)
    says(carrier, "Ziek Lina", key="3", now=MORNING)
    assert {row.student for row in Absence.objects.all()} == {cast.yusuf, cast.lina}
    assert "Wie is ziek?" in says(carrier, "ziek 0", key="4", now=MORNING)


def test_a_child_whose_place_is_secret_is_named_on_no_telephone(cast: Cast, carrier: Carrier) -> None:
    Protection.objects.create(student=cast.lina, basis="Brief", entered_by=cast.joris, entered_at=NOW)
    asks = says(carrier, "ZIEK", now=MORNING)
    assert "Lina" not in asks and "Yusuf" not in asks and "bel de school" in asks


def test_yes_by_text_answers_a_question_of_the_class_that_begins_with_yes(
    cast: Cast, carrier: Carrier
) -> None:
    """An excursion: "Ja, mag mee" or "Nee"."""
    prefer(cast.naima, category="news", channel="sms", rhythm="now")
    poll = ask_all(cast.anouk, cast.groep_5, "Mag je kind mee?", "Nee", "Ja, mag mee")
    while tell_due(NOW):
        pass
    while deliver_due("sms", clock=lambda: NOW):
        pass
    assert " JA of " in carrier.taken[-1]["text"]
    assert says(carrier, "ja") == "Je keuze is bewaard."
    assert PollAnswer.objects.get(poll=poll).option.text == "Ja, mag mee"


@pytest.mark.parametrize(
    ("label", "means"),
    [("Ja!", "yes"), ("Nee, liever niet", "no"), ("Jan", ""), ("", ""), ("Misschien", ""), ("нет", "")]
    + [("نعم، مسموح", "yes"), ("Hayır; olmaz", "no"), ("Tak-tak", "yes"), ("،", "")],
)
def test_an_answer_means_yes_or_no_by_its_first_word(label: str, means: str) -> None:
    assert meaning_of(label) == means


def test_an_unknown_number_gets_nothing_whatever_it_says(cast: Cast, carrier: Carrier) -> None:
    for text in ("ZIEK", "JA", "STOP", "hallo"):
        assert says(carrier, text, number="+31699999999") == ""
    assert not SmsStop.objects.exists()


def test_a_number_of_two_people_reports_nobody(cast: Cast, carrier: Carrier) -> None:
    Person.objects.filter(pk=cast.rachid.pk).update(mobile=MOBILE)
    assert "van meer mensen" in says(carrier, "ZIEK", now=MORNING)
    assert not Absence.objects.exists()


def test_a_number_that_a_blocked_parent_holds_too_is_nobodys(cast: Cast, carrier: Carrier) -> None:
    Person.objects.filter(pk=cast.tom.pk).update(mobile=MOBILE)
    for student in (cast.yusuf, cast.mila):
        Restriction.objects.create(
            student=student, adult=cast.tom, kind="no_access", starts_on=TODAY, basis="Vonnis",
            entered_by=cast.joris,
        )  # fmt: skip
    assert "Lina" not in says(carrier, "ZIEK", now=MORNING)


def test_stop_ends_all_texts_and_start_begins_them_again(cast: Cast, carrier: Carrier) -> None:
    assert "geen sms meer" in says(carrier, "Stop!")
    assert SmsStop.objects.filter(number=MOBILE).exists()
    assert "weer sms" in says(carrier, "START", key="2")
    assert not SmsStop.objects.filter(number=MOBILE).exists()


def test_other_words_are_answered_once_an_hour(cast: Cast, carrier: Carrier) -> None:
    assert "lezen deze berichten niet" in says(carrier, "Dank je wel")
    assert says(carrier, "Automatisch antwoord", key="2") == ""


def test_a_number_that_goes_on_is_heard_in_silence(cast: Cast, carrier: Carrier) -> None:
    replies = [says(carrier, "JA", key=str(number)) for number in range(12)]
    assert replies[9] and replies[10:] == ["", ""]
    assert says(carrier, "STOP", key="stop") == "" and SmsStop.objects.filter(number=MOBILE).exists()


def test_two_questions_with_one_number_are_answered_by_their_links(cast: Cast, carrier: Carrier) -> None:
    asked(cast, cast.yusuf, cast.lina)
    both = [replace(one, number=47) for one in asked_of([cast.naima], NOW)]
    assert len(both) == 2 and answer(["47", "ja"], both) == BY_LINK
    assert not MorningAnswer.objects.exists()


@pytest.mark.parametrize("late", [dt.timedelta(minutes=6), -dt.timedelta(minutes=6)])
def test_an_old_or_forged_message_does_nothing(cast: Cast, carrier: Carrier, late: dt.timedelta) -> None:
    said = {"type": "message", "id": "1", "from": OTHER, "text": "ZIEK"}
    assert carrier.brings((NOW - late).timestamp(), said).status_code == 403
    assert carrier.brings(NOW.timestamp(), said, secret="another").status_code == 403
    assert not Absence.objects.exists()


def test_without_a_secret_nothing_comes_in(cast: Cast, carrier: Carrier, settings: Settings) -> None:
    settings.SMS_SECRET = ""
    said = {"type": "message", "id": "1", "from": OTHER, "text": "ZIEK"}
    assert carrier.brings(NOW.timestamp(), said, secret="").status_code == 403


@pytest.mark.parametrize(
    "said", [{}, [], {"type": "message"}, {"type": "receipt", "reference": "x", "state": "delivered"}]
)
def test_nonsense_is_refused(cast: Cast, carrier: Carrier, said: Any) -> None:
    assert carrier.brings(NOW.timestamp(), said).status_code == 400


def test_a_word_has_one_meaning() -> None:
    assert "ziek" in WORDS
    for taken in ("ziek", "stop", "ja"):
        with pytest.raises(ValueError, match="means something already"):
            texted(taken)(WORDS["ziek"])
