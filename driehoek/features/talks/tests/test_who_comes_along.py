"""A colleague who is asked along, and whoever home brings: all know it before the talk begins."""

import datetime as dt

import pytest
from django.core import mail
from django.db import connection
from django.http import HttpResponse
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from driehoek.backbone.notifications.delivering import deliver_due
from driehoek.backbone.notifications.telling import tell_due
from driehoek.facts.people.models import Guardianship, Person, Protection, Restriction
from driehoek.facts.schools.models import Appointment
from driehoek.features.talks.forgetting import forget
from driehoek.features.talks.models import (
    AskedAlong,
    Cancellation,
    Companion,
    HomeSituation,
    Point,
    Talk,
    TalkNotes,
)
from driehoek.features.talks.tests.table import agreed, planned
from driehoek.features.talks.tests.test_three_sides import fill
from tests.cast import NOW, TODAY, Cast

pytestmark = pytest.mark.django_db
WHY = "Zij denkt mee over lezen."


def path(name: str, key: int) -> str:
    return reverse(f"talks:{name}", args=[key])


def ask(cast: Cast, talk: Talk, person: Person, *, by: Person | None = None) -> HttpResponse:
    words = {"person": person.pk, "reason": WHY}
    return cast.sign_in(by or cast.anouk).post(path("asking_along", talk.pk), words)  # type: ignore[return-value]


def bring(cast: Cast, talk: Talk, by: Person, name: str = "Fatma Demir") -> HttpResponse:
    words = {"name": name, "kind": "interprets"}
    return cast.sign_in(by).post(path("bringing", talk.pk), words)  # type: ignore[return-value]


def keep_away(cast: Cast, person: Person) -> None:
    said = {"kind": "no_access", "starts_on": TODAY, "basis": "-", "entered_by": cast.marja}
    Restriction.objects.create(student=cast.yusuf, adult=person, **said)


def shown(cast: Cast, person: Person, talk: Talk) -> str:
    return cast.sign_in(person).get(talk.get_absolute_url()).text


def mailed() -> list[str]:
    mail.outbox.clear()
    while tell_due(NOW):
        pass
    deliver_due("email", clock=lambda: NOW)
    return [f"{letter.to[0]} {letter.subject}" for letter in mail.outbox]


@pytest.fixture
def talk(cast: Cast) -> Talk:
    """Naima told how it is at home, Yusuf and his teacher are ready too."""
    made = planned(cast)
    HomeSituation.tell(made.sides.get(person=cast.naima), "Wij wonen bij oma", by=cast.naima, at=NOW)
    for person in (cast.naima, cast.yusuf, cast.anouk):
        fill(cast, made, person, f"van {person.given_name}")
    return made


def test_the_host_asks_a_colleague_of_that_school_and_all_see_who_and_why(cast: Cast, talk: Talk) -> None:
    assert cast.sign_in(cast.daan).get(talk.get_absolute_url()).status_code == 404
    for person, status in ((cast.naima, 403), (cast.meryem, 403), (cast.daan, 404), (cast.elif_, 404)):
        assert ask(cast, talk, cast.daan, by=person).status_code == status
    assert [ask(cast, talk, cast.daan).status_code for _time in range(2)] == [302, 302]
    assert AskedAlong.objects.get().person == cast.daan
    for person in (cast.naima, cast.rachid, cast.yusuf, cast.anouk, cast.daan, cast.meryem):
        assert WHY in shown(cast, person, talk) and cast.daan.name in shown(cast, person, talk)


def test_nobody_is_asked_who_does_not_work_there_or_may_not_know_the_child(cast: Cast, talk: Talk) -> None:
    for person in (cast.dijk, cast.elif_, cast.naima, cast.anouk):
        assert ask(cast, talk, person).status_code == 422
    keep_away(cast, cast.daan)
    assert ask(cast, talk, cast.daan).status_code == 422
    assert not AskedAlong.objects.exists()


def test_she_reads_what_was_sent_and_does_nothing(cast: Cast, talk: Talk) -> None:
    Point.add(talk.sides.get(person=cast.naima), "well", "Het slapen", by=cast.naima, at=NOW)
    pledge = agreed(cast, talk, cast.naima)
    ask(cast, talk, cast.daan)
    page = shown(cast, cast.daan, talk)
    assert "van Naima 1" in page and "van Yusuf 1" in page and "Het slapen" in page and pledge.words in page
    assert "bij oma" not in page and "Werknotities" not in page and "Afspraak toevoegen" not in page
    browser, point = cast.sign_in(cast.daan), Point.objects.get()
    asked = AskedAlong.objects.get()
    closed = {
        path("moving", talk.pk), path("cancelling", talk.pk), path("notes", talk.pk),
        path("pledges", talk.pk), path("points", talk.pk), path("readiness", talk.pk),
        path("asking_along", talk.pk),
        path("bringing", talk.pk), path("staff_note", talk.pk), path("confirmation", pledge.pk),
        path("outcome", pledge.pk), path("change", pledge.pk), path("point_removal", point.pk),
        path("along_removal", asked.pk), path("home_opening", asked.pk),
    }  # fmt: skip
    assert {url: browser.post(url).status_code for url in closed} == dict.fromkeys(closed, 403)
    assert browser.get(path("calendar", talk.pk)).status_code == 200
    assert browser.get(path("run", talk.pk)).status_code == 200
    assert talk.get_absolute_url() in browser.get(reverse("talks:list")).text
    assert browser.get(reverse("children:pupil", args=[cast.yusuf.pk])).status_code == 404


def test_how_it_is_at_home_she_reads_when_who_told_it_says_so_and_no_longer(cast: Cast, talk: Talk) -> None:
    ask(cast, talk, cast.daan)
    url = path("home_opening", AskedAlong.objects.get().pk)
    for person in (cast.anouk, cast.meryem, cast.daan):
        assert cast.sign_in(person).post(url, {"open": "1"}).status_code == 403
    cast.sign_in(cast.rachid).post(url, {"open": "1"})  # that is his home, and not hers
    assert "bij oma" not in shown(cast, cast.daan, talk)
    naima = cast.sign_in(cast.naima)
    assert "Leest niet hoe het bij jou thuis is" in shown(cast, cast.naima, talk)
    assert [naima.post(url, {"open": "1"}).status_code for _time in range(2)] == [302, 302]
    assert "bij oma" in shown(cast, cast.daan, talk)
    assert "Mag lezen hoe het bij jou thuis is" in shown(cast, cast.naima, talk)
    assert [naima.post(url, {"open": "0"}).status_code for _time in range(2)] == [302, 302]
    assert "bij oma" not in shown(cast, cast.daan, talk)
    assert HomeSituation.objects.exists() and "bij oma" in shown(cast, cast.anouk, talk)


def test_home_is_told_by_name_who_reads_what_it_writes(cast: Cast, talk: Talk) -> None:
    alone = "Wie meekomt van school leest dit alleen als jij ja zegt"
    named = "Wie meekomt van school leest het ook"
    home = reverse("talks:question", args=[talk.pk, 6])
    assert named not in cast.sign_in(cast.naima).get(path("own", talk.pk)).text
    ask(cast, talk, cast.daan)
    page = cast.sign_in(cast.naima).get(path("own", talk.pk)).text
    assert f"{named}: {cast.daan.name}." in page and f"Alleen school, Yusuf en jij lezen dit. {alone}" in page
    asked = cast.sign_in(cast.naima).get(home).text
    assert f"Alleen school, Yusuf en jij lezen dit. {alone}" in asked and named not in asked
    assert f"Alleen school en jij lezen dit. {alone}" in cast.sign_in(cast.yusuf).get(home).text


def test_of_a_talk_that_is_off_she_reads_why_and_nothing_of_what_was_said(cast: Cast, talk: Talk) -> None:
    Point.add(talk.sides.get(person=cast.naima), "well", "Het slapen", by=cast.naima, at=NOW)
    ask(cast, talk, cast.daan)
    assert "van Naima 1" in shown(cast, cast.daan, talk)
    talk.cancel("De juf is ziek", by=cast.anouk, at=NOW)
    page = shown(cast, cast.daan, talk)
    assert "De juf is ziek" in page and "van Naima 1" not in page and "Het slapen" not in page
    assert "van Naima 1" in shown(cast, cast.anouk, talk)


def test_on_the_day_she_reads_along_at_the_table_and_not_whether_school_reaches_home(
    cast: Cast, talk: Talk
) -> None:
    ask(cast, talk, cast.daan)
    Talk.objects.update(moment=NOW + dt.timedelta(hours=1))
    table = path("run", talk.pk)
    assert table in shown(cast, cast.daan, talk) and table not in shown(cast, cast.meryem, talk)
    page = cast.sign_in(cast.daan).get(table).text
    assert "van Naima 1" in page and 'id="gegevens"' not in page
    assert 'id="gegevens"' in cast.sign_in(cast.anouk).get(table).text


def test_taken_off_or_gone_from_school_she_reads_nothing(cast: Cast, talk: Talk) -> None:
    ask(cast, talk, cast.daan)
    asked = AskedAlong.objects.get()
    cast.sign_in(cast.naima).post(path("home_opening", asked.pk), {"open": "1"})
    away = path("along_removal", asked.pk)
    for person, status in ((cast.naima, 403), (cast.meryem, 403), (cast.elif_, 404), (cast.anouk, 302)):
        assert cast.sign_in(person).post(away).status_code == status
    assert cast.sign_in(cast.daan).get(talk.get_absolute_url()).status_code == 404
    ask(cast, talk, cast.daan)
    assert "bij oma" not in shown(cast, cast.daan, talk)  # asked again, and home did not say yes again
    Appointment.objects.filter(person=cast.daan).update(ends_on=TODAY - dt.timedelta(days=1))
    assert cast.sign_in(cast.daan, "school").get(talk.get_absolute_url()).status_code == 404


@pytest.mark.parametrize("why", ["blocked", "hides", "family", "long ago"])
def test_what_came_since_closes_it_to_who_was_asked_along(cast: Cast, talk: Talk, why: str) -> None:
    ask(cast, talk, cast.daan)
    assert cast.sign_in(cast.daan).get(talk.get_absolute_url()).status_code == 200
    if why == "blocked":
        keep_away(cast, cast.daan)
    elif why == "hides":
        Protection.objects.create(student=cast.yusuf, basis="-", entered_by=cast.marja, entered_at=NOW)
    elif why == "family":
        said = {"kind": "custody", "starts_on": TODAY, "source": "office"}
        Guardianship.objects.create(student=cast.yusuf, guardian=cast.daan, **said)
    else:
        Talk.objects.update(moment=NOW - dt.timedelta(weeks=4, days=1))
    assert cast.sign_in(cast.daan, "school").get(talk.get_absolute_url()).status_code == 404


def test_four_weeks_after_it_who_came_along_is_forgotten(cast: Cast, talk: Talk) -> None:
    ask(cast, talk, cast.daan)
    bring(cast, talk, cast.naima)
    forget(talk.moment + dt.timedelta(weeks=4))
    assert AskedAlong.objects.exists() and Companion.objects.exists()
    forget(talk.moment + dt.timedelta(weeks=4, days=1))
    assert not AskedAlong.objects.exists() and not Companion.objects.exists() and Talk.objects.exists()


def test_a_parent_and_the_child_bring_somebody_by_name_and_all_at_the_talk_see_it(
    cast: Cast, talk: Talk
) -> None:
    for person, status in ((cast.anouk, 403), (cast.meryem, 403), (cast.elif_, 404)):
        assert bring(cast, talk, person).status_code == status
    assert [bring(cast, talk, cast.naima).status_code for _time in range(2)] == [302, 302]
    bring(cast, talk, cast.yusuf, name="Oma Aicha")
    for person in (cast.naima, cast.rachid, cast.yusuf, cast.anouk):
        assert "Fatma Demir" in shown(cast, person, talk) and "Oma Aicha" in shown(cast, person, talk)
    assert "Fatma Demir" not in shown(cast, cast.meryem, talk)  # works with him, and is not at the talk
    companion = Companion.objects.get(name="Fatma Demir")
    away = path("companion_removal", companion.pk)
    for person, status in ((cast.rachid, 403), (cast.anouk, 403), (cast.elif_, 404), (cast.naima, 302)):
        assert cast.sign_in(person).post(away).status_code == status
    assert Companion.objects.count() == 1


def test_one_brings_three_people_at_most_and_what_was_typed_stays(cast: Cast, talk: Talk) -> None:
    for name in ("Een", "Twee", "Drie"):
        bring(cast, talk, cast.naima, name=name)
    full = bring(cast, talk, cast.naima, name="Vier")
    assert full.status_code == 422 and "Je neemt al drie mensen mee" in full.content.decode()
    assert 'value="Vier"' in full.content.decode() and Companion.objects.count() == 3
    assert bring(cast, talk, cast.naima, name="").status_code == 422


def test_nobody_is_asked_or_brought_when_it_is_over_or_off(cast: Cast, talk: Talk) -> None:
    Talk.objects.update(moment=NOW - dt.timedelta(days=1))
    assert ask(cast, talk, cast.daan).status_code == bring(cast, talk, cast.naima).status_code == 403
    Talk.objects.update(moment=talk.moment)
    Cancellation.objects.create(talk=talk, reason="Ziek", by=cast.anouk, at=NOW)
    assert ask(cast, talk, cast.daan).status_code == bring(cast, talk, cast.naima).status_code == 403


def test_everybody_hears_that_somebody_comes_and_no_mail_says_who(cast: Cast, talk: Talk) -> None:
    mailed()
    ask(cast, talk, cast.daan)
    told = mailed()
    assert {line.split()[0] for line in told} == {cast.naima.email, cast.rachid.email, cast.daan.email}
    assert sum("je bent erbij gevraagd" in line for line in told) == 1
    bring(cast, talk, cast.naima)
    told = mailed()
    assert {line.split()[0] for line in told} == {cast.rachid.email, cast.anouk.email, cast.daan.email}
    every = "".join(f"{letter.subject} {letter.body}" for letter in mail.outbox)
    assert "Fatma" not in every and "Yusuf" not in every and WHY not in every


def test_who_was_asked_along_hears_that_it_moves_and_is_asked_for_no_yes(cast: Cast, talk: Talk) -> None:
    ask(cast, talk, cast.daan)
    mailed()
    later = talk.moment + dt.timedelta(days=1)
    talk.move(moment=later, minutes=20, place="Aula", by=cast.anouk, at=NOW)
    assert any(line.startswith(cast.daan.email) for line in mailed())
    agreed(cast, talk, cast.naima).change("Iets anders.", until=None, by=cast.anouk, at=NOW)
    assert not any(line.startswith(cast.daan.email) for line in mailed())
    pledge = talk.pledges.get(words="Iets anders.")
    for person in (cast.naima, cast.rachid, cast.yusuf, cast.anouk):
        cast.sign_in(person).post(path("confirmation", pledge.pk))
    assert "Iedereen zei ja." in shown(cast, cast.naima, talk)


def test_notes_of_the_table_are_read_by_who_was_asked_along(cast: Cast, talk: Talk) -> None:
    TalkNotes.write(talk, "Samen gelezen", seen="", by=cast.anouk, at=NOW)
    ask(cast, talk, cast.daan)
    assert "Samen gelezen" in cast.sign_in(cast.daan).get(path("run", talk.pk)).text


def test_more_who_come_along_are_not_more_questions(cast: Cast, talk: Talk) -> None:
    asked, counts = {"by": cast.anouk, "at": NOW}, []
    for colleagues, names in (((cast.daan,), "A"), ((cast.joris, cast.marja), "BC")):
        for colleague in colleagues:
            AskedAlong.ask(talk, colleague, f"{WHY} {colleague.pk}", **asked)
        for name in names:
            Companion.bring(talk.sides.get(person=cast.naima), name, "family", by=cast.naima, at=NOW)
        pages = ((cast.naima, "talk"), (cast.naima, "own"), (cast.daan, "talk"), (cast.anouk, "run"))
        for person, page in pages:
            browser = cast.sign_in(person)
            browser.get(path(page, talk.pk))
            with CaptureQueriesContext(connection) as captured:
                assert browser.get(path(page, talk.pk)).status_code == 200
            counts.append(len(captured))
    assert counts[4:] == counts[:4]
