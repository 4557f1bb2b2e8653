"""An urgent notice: who may send it, what is asked first, whom it reaches, and taking it back."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from driehoek.backbone.journal.models import Entry
from driehoek.backbone.notifications.models import Delivery, Lane, Notification, Urgency
from driehoek.backbone.notifications.preferences import prefer
from driehoek.backbone.notifications.tests.steps import bring
from driehoek.base.core.clock import at
from driehoek.facts.people.models import Guardianship, Person, Restriction
from driehoek.facts.schools.models import Enrolment
from driehoek.features.alerts.models import Alert
from driehoek.features.alerts.reach import reach_of
from driehoek.features.alerts.tests.sent import MIDNIGHT, SNOW, filled_in, new, post, sent
from tests.cast import NOW, TODAY, Cast
from tests.servers.smtp import Postman

pytestmark = pytest.mark.django_db
NIGHT = at(TODAY + dt.timedelta(days=2), dt.time(6))  # a Saturday morning


def test_first_what_it_says_and_whom_it_reaches_then_out(cast: Cast) -> None:
    head = cast.sign_in(cast.joris)
    asked = head.post(new(cast), filled_in()).text
    reach = reach_of(cast.vlieger, [], besides=cast.joris, day=TODAY)
    assert SNOW in asked and f"Verstuur nu naar {len(reach.adults)} mensen" in asked
    assert not Alert.objects.exists()
    alert = post(head, cast)
    assert (alert.school, alert.is_public, alert.until) == (cast.vlieger, True, MIDNIGHT)


def test_who_is_counted_beforehand_is_who_is_told(cast: Cast) -> None:
    reach = reach_of(cast.vlieger, [cast.groep_5], besides=cast.joris, day=TODAY)
    sent(cast, cast.groep_5)
    bring()
    told = set(Notification.objects.values_list("person", flat=True))
    assert told == reach.roads.keys() and cast.naima.pk in told and cast.anouk.pk in told
    assert cast.jeroen.pk not in told and cast.annelies.pk not in told


def test_it_comes_at_night_in_a_weekend_against_every_choice_and_says_all_there_is(
    cast: Cast, postman: Postman
) -> None:
    prefer(cast.naima, category="news", channel="email", rhythm="off")
    sent(cast, cast.groep_5, now=NIGHT, until=NIGHT + dt.timedelta(hours=12))
    bring(NIGHT)
    mail = next(mail for mail in postman.messages if cast.naima.email in mail["To"])
    assert mail["Subject"] == "De Vlieger: Wij zijn dicht"
    body = mail.get_body(("plain",))
    assert body is not None and SNOW in body.get_content()
    assert body.get_content().startswith("Dringend bericht")
    assert set(Delivery.objects.values_list("lane", flat=True)) == {Lane.URGENT}


def test_each_reads_our_own_sentence_in_her_language(cast: Cast, postman: Postman) -> None:
    sent(cast, cast.groep_5)
    bring()
    mail = next(mail for mail in postman.messages if cast.elif_.email in mail["To"])
    assert mail["Subject"] == "De Vlieger: Kapalıyız"


def test_the_same_form_sent_twice_is_sent_once(cast: Cast) -> None:
    head, said = cast.sign_in(cast.joris), filled_in(send="on")
    places = {head.post(new(cast), said)["Location"] for _ in range(2)}
    assert len(places) == 1 and Alert.objects.count() == 1
    assert Urgency.objects.get().reason == "weather"


def test_nobody_but_the_leaders_of_that_school_may(cast: Cast) -> None:
    for person in (cast.anouk, cast.peter, cast.ingrid, cast.naima):
        browser = cast.sign_in(person)
        assert browser.get(new(cast)).status_code == 404, person.name
        assert browser.post(new(cast), filled_in(send="on")).status_code == 404, person.name
        assert browser.get(reverse("alerts:earlier")).status_code in (403, 200)
    assert not Alert.objects.exists()
    assert cast.sign_in(cast.marja).get(new(cast)).status_code == 200


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"what": ""}, "Kies wat er is."),
        ({"what": "other"}, "Schrijf in een paar woorden wat er is."),
        ({"what": "later", "text": ""}, "Schrijf hoe laat jullie beginnen."),
        ({"why": ""}, "Kies waarom. Wij bewaren dat."),
        ({"text": "te lang " * 100}, "Dit is te lang voor één bericht."),
    ],
)
def test_what_is_wrong_is_said_and_nothing_gets_lost(
    cast: Cast, wrong: dict[str, str], sentence: str
) -> None:
    answer = cast.sign_in(cast.joris).post(new(cast), filled_in(send="on") | wrong)
    assert answer.status_code == 422 and sentence in answer.text
    assert "text" in wrong or SNOW in answer.text
    assert not Alert.objects.exists()


def test_a_group_of_another_school_is_no_choice(cast: Cast) -> None:
    answer = cast.sign_in(cast.joris).post(new(cast), filled_in(send="on", groups=[cast.klas_1b.pk]))
    assert answer.status_code == 422 and not Alert.objects.exists()


def test_the_name_of_a_child_is_pointed_out_but_not_of_a_child_she_may_not_know(cast: Cast) -> None:
    head = cast.sign_in(cast.marja)
    warning = "Staat hier de naam van een kind?"
    assert warning in head.post(new(cast), filled_in(text="Yusuf is al weg.")).text
    assert warning not in head.post(new(cast), filled_in(text="Iedereen is al weg.")).text
    assert warning not in head.post(new(cast), filled_in(text="Lotte is al weg.")).text  # protected


def test_changing_ones_mind_gives_back_what_was_filled_in(cast: Cast) -> None:
    answer = cast.sign_in(cast.joris).post(new(cast), filled_in(change="on"))
    assert answer.status_code == 200 and SNOW in answer.text


def test_taken_back_what_has_not_left_stays_and_who_was_told_hears_it(cast: Cast, postman: Postman) -> None:
    alert = sent(cast, cast.groep_5)
    bring()
    before = len(postman.raw)
    address = reverse("alerts:withdrawal", args=[alert.pk])
    for _ in range(2):
        cast.sign_in(cast.joris).post(address)
    bring(NOW + dt.timedelta(minutes=1))
    assert len(postman.raw) == 2 * before
    hers = [mail for mail in postman.messages if cast.naima.email in str(mail["To"])]
    assert len(hers) == 2 and "Dit bericht geldt niet meer" in str(hers[1].get_body(("plain",)))
    assert cast.sign_in(cast.anouk).post(address).status_code == 403


def test_taken_back_before_it_left_nobody_gets_it(cast: Cast, postman: Postman) -> None:
    alert = sent(cast, cast.groep_5)
    alert.withdraw(by=cast.joris, at=NOW)
    bring()
    assert not [mail for mail in postman.messages if mail["Subject"].endswith("Wij zijn dicht")]


def test_what_is_over_is_not_brought_any_more(cast: Cast, postman: Postman) -> None:
    sent(cast, cast.groep_5)
    bring(MIDNIGHT)
    assert postman.raw == []
    assert set(Delivery.objects.values_list("reason", flat=True)) == {"withdrawn"}


def test_at_home_it_stands_on_top_until_it_is_over(cast: Cast) -> None:
    alert = sent(cast, cast.groep_5)
    assert alert.get_absolute_url() in cast.sign_in(cast.naima).get("/").text
    assert alert.get_absolute_url() not in cast.sign_in(cast.annelies).get("/").text
    assert cast.sign_in(cast.annelies).get(alert.get_absolute_url()).status_code == 404
    alert.withdraw(by=cast.joris, at=NOW)
    assert alert.get_absolute_url() not in cast.sign_in(cast.naima).get("/").text
    assert "Dit geldt niet meer" in cast.sign_in(cast.naima).get(alert.get_absolute_url()).text


def test_a_parent_whose_mailbox_is_also_his_is_somebody_without_a_way(cast: Cast) -> None:
    before = reach_of(cast.vlieger, [], besides=cast.joris, day=TODAY).without
    Restriction.objects.create(
        student=cast.yusuf, adult=cast.tom, kind="no_access", starts_on=TODAY, basis="Vonnis",
        entered_by=cast.joris,
    )  # fmt: skip
    Person.objects.filter(pk__in=[cast.naima.pk, cast.tom.pk]).update(email="samen@example.nl")
    assert reach_of(cast.vlieger, [], besides=cast.joris, day=TODAY).without == before + 1


def test_a_large_school_takes_no_more_questions_to_count(cast: Cast) -> None:
    school, head = cast.vlieger, cast.joris

    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            reach_of(school, [], besides=head, day=TODAY)
        return len(queries)

    asked()  # what is put together once
    before = asked()
    for number in range(20):
        child = Person.objects.create(given_name=f"Kind {number}", birth_date=dt.date(2018, 1, 1))
        adult = Person.objects.create(given_name=f"Ouder {number}", email=f"ouder{number}@example.nl")
        Enrolment.objects.create(student=child, group=cast.groep_5, starts_on=TODAY)
        link = Guardianship.objects.create(
            guardian=adult, student=child, kind="custody", source="import", starts_on=TODAY
        )
        link.approve(by=None, at=NOW)
    assert asked() == before


def test_each_use_is_on_record(cast: Cast) -> None:
    alert = sent(cast)
    assert Entry.objects.filter(verb="alerts.alert.sent", actor=cast.joris, subject_id=alert.pk).exists()
    assert Urgency.objects.get().by == cast.joris


def test_after_a_year_it_is_forgotten(cast: Cast) -> None:
    sent(cast)
    assert Alert.objects.forget_old(NOW + dt.timedelta(days=400)) == 0
    assert Alert.objects.forget_old(NOW + dt.timedelta(days=401)) == 1
    assert not Alert.objects.exists()
