"""News by text message: for who chose it, for what is urgent, over a gateway that misbehaves."""

import datetime as dt
import uuid

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from driehoek.backbone.notifications.delivering import deliver_due
from driehoek.backbone.notifications.models import Delivery
from driehoek.backbone.notifications.preferences import prefer
from driehoek.backbone.notifications.reaching import roads_to
from driehoek.backbone.notifications.telling import tell_due
from driehoek.backbone.sms import gateway as carriers
from driehoek.backbone.sms.models import Receipt, SmsDay, SmsStop
from driehoek.backbone.sms.parts import parts_of
from driehoek.base.core.models import Alarm
from driehoek.facts.people.models import Person, Restriction
from driehoek.features.absences.tests.told import A_DAY, ill
from driehoek.features.absences.watching import ask_who_is_better
from driehoek.features.alerts.tests.sent import sent
from tests.cast import NOW, TODAY, Cast
from tests.servers.texting import Carrier, Mood

pytestmark = pytest.mark.django_db
MORNING = NOW.replace(hour=7, minute=15)
MOBILE = "+31612345678"


@pytest.fixture(autouse=True)
def only_naima(cast: Cast) -> None:
    Person.objects.update(mobile="")
    Person.objects.filter(pk=cast.naima.pk).update(mobile="06-12345678")


def bring(now: dt.datetime = NOW) -> None:
    while tell_due(now):
        pass
    while deliver_due("sms", clock=lambda: now):
        pass


def ask(cast: Cast) -> None:
    ill(cast.yusuf, by=cast.naima, since=TODAY - A_DAY, at=NOW - A_DAY)
    ask_who_is_better(MORNING)


def test_an_urgent_notice_comes_as_few_words_with_the_open_page(cast: Cast, carrier: Carrier) -> None:
    sent(cast)
    bring()
    (text,) = carrier.taken
    assert (text["to"], text["from"]) == (MOBILE, "+31600000000")
    assert text["text"].splitlines()[0] == "De Vlieger: Wij zijn dicht"
    assert text["text"].endswith("/dringend/de-vlieger/") and "Yusuf" not in text["text"]
    assert carrier.keys == {"Bearer key"}


def test_other_news_comes_only_to_who_chose_it(cast: Cast, carrier: Carrier) -> None:
    ask(cast)
    bring(MORNING)
    assert carrier.taken == []
    ask_who_is_better(MORNING)


def test_a_question_says_how_to_answer_and_its_page_opens_without_signing_in(
    cast: Cast, carrier: Carrier
) -> None:
    prefer(cast.naima, category="absences", channel="sms", rhythm="now")
    ask(cast)
    bring(MORNING)
    (text,) = carrier.taken
    assert "Is je kind weer beter?" in text["text"] and " JA of " in text["text"]
    assert "Yusuf" not in text["text"]
    path = text["text"].splitlines()[-1].removeprefix("http://localhost:8000")
    page = Client().get(path)
    assert page.status_code == 200 and "Geef antwoord" in page.text
    Person.objects.filter(pk=cast.naima.pk).update(mobile="+31687654321")
    assert Client().get(path).status_code == 404


def test_without_a_gateway_there_are_no_texts(cast: Cast, settings: Settings) -> None:
    assert not settings.SMS
    sent(cast)
    bring()
    assert not Delivery.objects.filter(channel="sms").exists()


@pytest.mark.parametrize("mood", [Mood.BUSY, Mood.BREAKS, Mood.HANGS_UP, Mood.SENDS_AWAY])
def test_a_gateway_in_trouble_gets_it_again(cast: Cast, carrier: Carrier, mood: Mood) -> None:
    carrier.mood = mood
    sent(cast)
    bring()
    assert carrier.taken == [] and Delivery.objects.get(channel="sms").state == "waiting"
    carrier.mood = Mood.WELL
    bring(NOW + dt.timedelta(minutes=2))
    assert len(carrier.taken) == 1 and Delivery.objects.get(channel="sms").state == "done"


def test_a_line_that_broke_after_it_was_taken_rings_one_telephone_once(cast: Cast, carrier: Carrier) -> None:
    carrier.mood = Mood.HANGS_UP_AFTER
    sent(cast)
    bring()
    carrier.mood = Mood.WELL
    bring(NOW + dt.timedelta(minutes=2))
    assert len(carrier.taken) == 2 and len(carrier.on_telephones) == 1


def test_a_number_that_is_refused_is_not_tried_again(cast: Cast, carrier: Carrier) -> None:
    carrier.mood = Mood.REFUSES
    sent(cast)
    bring()
    bring(NOW + dt.timedelta(hours=2))
    assert carrier.asked == 1 and Delivery.objects.get(channel="sms").state == "failed"


def test_two_parents_with_one_telephone_hear_it_once(cast: Cast, carrier: Carrier) -> None:
    Person.objects.filter(pk=cast.rachid.pk).update(mobile=MOBILE)
    Person.objects.filter(pk=cast.naima.pk).update(mobile=MOBILE)
    Person.objects.filter(pk__in=[cast.naima.pk, cast.rachid.pk]).update(email="")
    alert = sent(cast, cast.groep_5)
    bring()
    assert len(carrier.taken) == 1
    assert set(Delivery.objects.filter(channel="sms").values_list("reason", flat=True)) == {"", "same_number"}
    calls = cast.sign_in(cast.joris).get(reverse("alerts:calls", args=[alert.pk])).text
    assert cast.rachid.full_name not in calls and cast.naima.full_name not in calls


@pytest.mark.parametrize("hers", [MOBILE, "0612345678", "06-1234 5678", "0031612345678"])
def test_a_telephone_that_a_blocked_parent_holds_too_gets_nothing(
    cast: Cast, carrier: Carrier, hers: str
) -> None:
    Person.objects.filter(pk=cast.naima.pk).update(mobile=hers)
    Person.objects.filter(pk=cast.tom.pk).update(mobile=MOBILE)
    Restriction.objects.create(
        student=cast.yusuf, adult=cast.tom, kind="no_access", starts_on=TODAY, basis="Vonnis",
        entered_by=cast.joris,
    )  # fmt: skip
    assert "sms" not in roads_to([cast.naima], TODAY)[cast.naima.pk]
    sent(cast, cast.groep_2)
    bring()
    assert carrier.taken == []


def test_who_said_stop_gets_none(cast: Cast, carrier: Carrier) -> None:
    SmsStop.objects.create(number=MOBILE, at=NOW)
    sent(cast)
    bring()
    assert carrier.asked == 0 and not Delivery.objects.filter(channel="sms").exists()


def test_a_school_has_a_limit_a_day_and_somebody_hears_of_it(
    cast: Cast, carrier: Carrier, settings: Settings
) -> None:
    settings.SMS_A_DAY = 1
    SmsDay.objects.create(school=cast.vlieger, day=TODAY, sent=1)
    prefer(cast.naima, category="absences", channel="sms", rhythm="now")
    ask(cast)
    bring(MORNING)
    assert carrier.asked == 0 and Alarm.objects.filter(thing__startswith="sms.school").exists()
    sent(cast)
    bring()
    assert len(carrier.taken) == 1 and SmsDay.objects.get().sent == 2  # what is urgent goes further
    SmsDay.objects.update(sent=3)
    sent(cast)
    bring()
    assert len(carrier.taken) == 1


@pytest.mark.parametrize(
    ("told", "stays"),
    [
        (["accepted", "delivered", "accepted"], "delivered"),
        (["delivered", "undelivered"], "delivered"),
        (["undelivered", "delivered", "accepted"], "undelivered"),
        (["delivered", "delivered"], "delivered"),
    ],
)
def test_receipts_in_any_order_never_move_what_is_final(
    cast: Cast, carrier: Carrier, told: list[str], stays: str
) -> None:
    reference = str(uuid.uuid4())
    for state in told:
        answer = carrier.brings(NOW.timestamp(), {"type": "receipt", "reference": reference, "state": state})
        assert answer.status_code == 200
    assert Receipt.objects.get().state == stays


def test_a_text_that_did_not_arrive_puts_her_on_the_list_to_call(cast: Cast, carrier: Carrier) -> None:
    Person.objects.filter(pk=cast.naima.pk).update(email="")
    alert = sent(cast, cast.groep_5)
    bring()
    calls = reverse("alerts:calls", args=[alert.pk])
    head = cast.sign_in(cast.joris)
    assert cast.naima.full_name not in head.get(calls).text
    Receipt.note(Delivery.objects.get(channel="sms").message_id, "undelivered", at=NOW)
    assert cast.naima.full_name in head.get(calls).text


def test_a_gateway_that_takes_too_long_is_left_and_tried_again(
    cast: Cast, carrier: Carrier, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(carriers, "PATIENCE", (0.2, 0.05))
    carrier.delay = 0.3
    sent(cast)
    bring()
    delivery = Delivery.objects.get(channel="sms")
    assert (delivery.state, delivery.reason) == ("waiting", "ReadTimeout")


def test_a_long_text_counts_as_the_several_it_is(cast: Cast, carrier: Carrier) -> None:
    Person.objects.filter(pk=cast.naima.pk).update(language="tr")
    sent(cast)
    bring()
    (text,) = carrier.taken
    assert "Kapalıyız" in text["text"] and len(text["text"]) > 20
    assert SmsDay.objects.get().sent == parts_of(text["text"])


def test_a_number_in_a_country_that_costs_a_fortune_is_no_way(cast: Cast, carrier: Carrier) -> None:
    Person.objects.filter(pk=cast.naima.pk).update(mobile="+881612345678")
    sent(cast)
    bring()
    assert carrier.asked == 0 and not Delivery.objects.filter(channel="sms").exists()


@pytest.mark.parametrize("mood", [Mood.WELL, Mood.REFUSES, Mood.BREAKS, Mood.HANGS_UP])
def test_no_log_holds_a_number_or_a_word(
    cast: Cast, carrier: Carrier, caplog: pytest.LogCaptureFixture, mood: Mood
) -> None:
    caplog.set_level("DEBUG")
    carrier.mood = mood
    sent(cast)
    bring()
    carrier.brings(
        NOW.timestamp(), {"type": "message", "id": "1", "from": MOBILE, "text": "Yusuf heeft koorts"}
    )
    said = "\n".join(record.getMessage() for record in caplog.records)
    assert "12345678" not in said and "koorts" not in said and "Wij zijn dicht" not in said
