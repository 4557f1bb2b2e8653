"""Now, daily, weekly or not: for everything, for one school, for one child. Nothing that waits gets lost."""

import datetime as dt

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from driehoek.backbone.notifications.digests.stopping import stop_path
from driehoek.backbone.notifications.forgetting import forget
from driehoek.backbone.notifications.models import Delivery, HouseRule, Preference, Telling
from driehoek.backbone.notifications.preferences import prefer, stop_token
from driehoek.backbone.notifications.reconciling import reconcile, tellings_with_missing_rows
from driehoek.backbone.notifications.telling import tell_due
from driehoek.backbone.notifications.tests.steps import after, bring, praise, states
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import School
from tests.cast import NOW, Cast
from tests.servers.smtp import Postman

pytestmark = pytest.mark.django_db


def wish(
    person: Person, rhythm: str | None, *, student: Person | None = None, school: School | None = None
) -> None:
    prefer(person, category="news", channel="email", rhythm=rhythm, student=student, school=school)


def of(person: Person) -> Delivery:
    return Delivery.objects.get(notification__person=person)


@pytest.mark.parametrize("rhythm", ["daily", "weekly"])
def test_news_for_who_chose_a_rhythm_is_collected_and_not_brought(
    cast: Cast, postman: Postman, rhythm: str
) -> None:
    wish(cast.naima, rhythm)
    praise(cast.yusuf)
    bring()
    assert (of(cast.naima).state, of(cast.naima).rhythm) == ("collected", rhythm)
    assert postman.recipients == [[cast.rachid.email]]
    bring(after(days=8))
    assert len(postman.raw) == 1


def test_what_is_collected_counts_as_there_rings_no_alarm_and_is_kept(cast: Cast) -> None:
    wish(cast.naima, "weekly")
    praise(cast.yusuf)
    tell_due(NOW)
    assert Telling.objects.get().expected == Delivery.objects.count()
    reconcile(after(hours=1))
    assert of(cast.naima).stumbles == 0
    Delivery.objects.filter(state="waiting").update(state="done")
    forget(after(days=100))
    assert [row.notification.person for row in Delivery.objects.all()] == [cast.naima]


def test_a_collected_row_that_went_missing_is_written_again(cast: Cast) -> None:
    wish(cast.naima, "weekly")
    praise(cast.yusuf)
    tell_due(NOW)
    Delivery.objects.filter(state="collected").delete()
    assert tellings_with_missing_rows(after(minutes=1))
    reconcile(after(minutes=1))
    tell_due(after(minutes=1))
    assert of(cast.naima).state == "collected"


def test_who_chooses_a_rhythm_before_it_left_gets_it_collected(cast: Cast, postman: Postman) -> None:
    praise(cast.yusuf)
    tell_due(NOW)
    wish(cast.naima, "weekly")
    bring()
    assert (of(cast.naima).state, of(cast.naima).rhythm) == ("collected", "weekly")
    assert postman.recipients == [[cast.rachid.email]]


def test_a_choice_for_a_child_goes_before_the_one_for_everything(cast: Cast, postman: Postman) -> None:
    wish(cast.naima, "off")
    wish(cast.naima, "now", student=cast.yusuf)
    praise(cast.yusuf)
    praise(cast.lina)
    bring()
    rows = Delivery.objects.filter(notification__person=cast.naima)
    assert [row.notification.entry.subject for row in rows] == [cast.yusuf]


def test_a_choice_for_another_child_changes_nothing(cast: Cast, postman: Postman) -> None:
    wish(cast.naima, "off", student=cast.lina)
    praise(cast.yusuf)
    bring()
    assert states()[cast.naima.email] == "done"


def test_as_everywhere_takes_the_choice_for_a_child_away(cast: Cast) -> None:
    wish(cast.naima, "now", student=cast.yusuf)
    assert Preference.objects.count() == 1  # also where it is what we do by ourselves: she said it
    wish(cast.naima, None, student=cast.yusuf)
    assert not Preference.objects.exists()


def test_a_choice_is_for_a_child_or_for_a_school_and_never_for_both(cast: Cast) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        wish(cast.naima, "off", student=cast.yusuf, school=cast.vlieger)


def test_the_page_of_the_link_does_not_promise_what_a_school_does_not_keep(cast: Cast) -> None:
    hers, theirs = (
        stop_page(cast.naima),
        stop_page(cast.anouk),
    )  # the one has a child there, the other works there
    for school in School.objects.all():
        HouseRule.objects.create(school=school, category="news", readers="staff", offer="always")
    assert "stuurt dit altijd" not in Client().get(hers).text
    assert "Een van je scholen stuurt dit altijd." in Client().get(theirs).text
    HouseRule.objects.update(readers="guardians")
    said = Client().post(hers).text
    assert "Deze mail blijft dus komen:" in said and "Klaar." not in said and "<button" not in said
    HouseRule.objects.update(category="replies")
    assert "Klaar. Hierover krijg je geen mail meer:" in Client().post(hers).text


def test_the_page_of_the_link_speaks_the_language_of_the_mail(cast: Cast) -> None:
    Person.objects.filter(pk=cast.naima.pk).update(language="en")
    overview = stop_path(cast.naima, "email")
    for address, words in ((stop_page(cast.naima), "Choose your emails"), (overview, "Stop the overview")):
        page = Client().get(address)
        assert page.headers["Content-Language"] == "en" and words in page.text and 'lang="en"' in page.text


def stop_page(person: Person) -> str:
    token = stop_token(person.pk, category="news", channel="email")
    return reverse("notifications:unsubscribe", args=[token])


def test_the_link_at_the_end_of_a_mail_ends_it_for_each_child(cast: Cast, postman: Postman) -> None:
    wish(cast.naima, "now", student=cast.yusuf)
    token = stop_token(cast.naima.pk, category="news", channel="email")
    assert Client().post(f"/meldingen/uit/{token}/").status_code == 200
    praise(cast.yusuf)
    bring(NOW + dt.timedelta(minutes=1))
    assert postman.recipients == [[cast.rachid.email]]
