"""What was agreed at a talk: who does what before when, a yes of all three, and a kind question after it."""

import datetime as dt

import pytest
import time_machine
from django.core import mail
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from driehoek.backbone.notifications.delivering import deliver_due
from driehoek.backbone.notifications.telling import tell_due
from driehoek.features.talks.models import Outcome, Pledge, PledgeOutcome
from driehoek.features.talks.tests.table import WORDS, agreed, planned
from driehoek.features.talks.watching import remind
from tests.cast import NOW, TODAY, Cast

pytestmark = pytest.mark.django_db
A_DAY = dt.timedelta(days=1)


def address(name: str, pledge: Pledge) -> str:
    return reverse(f"talks:{name}", args=[pledge.pk])


def mailed(now: dt.datetime) -> list[str]:
    mail.outbox.clear()
    while tell_due(now):
        pass
    deliver_due("email", clock=lambda: now)
    return [f"{letter.to[0]} {letter.subject}" for letter in mail.outbox]


def test_school_writes_the_sentence_and_who_does_it_was_at_the_talk(cast: Cast) -> None:
    talk = planned(cast)
    side = talk.sides.get(person=cast.naima)
    path = reverse("talks:pledges", args=[talk.pk])
    said = {"who": side.pk, "words": WORDS, "until": "2026-12-04"}
    for person, status in ((cast.naima, 403), (cast.meryem, 403), (cast.elif_, 404)):
        assert cast.sign_in(person).post(path, said).status_code == status
    browser = cast.sign_in(cast.anouk)
    assert [browser.post(path, said).status_code for _time in range(2)] == [302, 302]
    pledge = Pledge.objects.get()
    assert pledge.doer == side and pledge.until == dt.date(2026, 12, 4)
    assert {yes.side.person for yes in pledge.yeses.all()} == {cast.anouk}
    faulty = browser.post(path, said | {"who": 0, "words": "Samen kijken."})
    assert faulty.status_code == 422 and "Kies wie dit doet" in faulty.content.decode()
    assert "Samen kijken." in faulty.content.decode()


def test_each_side_confirms_with_one_tap_and_nobody_for_another(cast: Cast) -> None:
    talk = planned(cast)
    pledge = agreed(cast, talk, cast.anouk)
    for person in (cast.naima, cast.yusuf, cast.anouk, cast.naima):
        assert cast.sign_in(person).post(address("confirmation", pledge)).status_code == 302
    assert pledge.yeses.count() == 3
    other = talk.sides.get(person=cast.rachid)
    forged = cast.sign_in(cast.naima).post(address("confirmation", pledge), {"side": other.pk})
    assert forged.status_code == 403 and pledge.yeses.count() == 3
    assert cast.sign_in(cast.elif_).post(address("confirmation", pledge)).status_code == 404
    cast.sign_in(cast.rachid).post(address("confirmation", pledge))
    assert "Iedereen zei ja." in cast.sign_in(cast.yusuf).get(address("pledge", pledge)).content.decode()


def test_school_notes_the_yes_of_a_child_at_the_table_and_of_nobody_else(cast: Cast) -> None:
    talk = planned(cast)
    pledge = agreed(cast, talk, cast.yusuf)
    child, home = talk.sides.get(person=cast.yusuf), talk.sides.get(person=cast.naima)
    browser = cast.sign_in(cast.anouk)
    assert browser.post(address("confirmation", pledge), {"side": home.pk}).status_code == 403
    assert browser.post(address("confirmation", pledge), {"side": child.pk}).status_code == 302
    yes = pledge.yeses.get()
    assert (yes.side, yes.by) == (child, cast.anouk)


def test_it_stands_on_the_page_of_the_child_for_who_was_there_and_her_teachers(cast: Cast) -> None:
    pledge = agreed(cast, planned(cast, guardians=[cast.naima.pk], reason="Apart"), cast.naima)
    child, pupil = (reverse(f"children:{name}", args=[cast.yusuf.pk]) for name in ("detail", "pupil"))
    for person, page in ((cast.naima, child), (cast.yusuf, child), (cast.anouk, pupil), (cast.meryem, pupil)):
        assert WORDS in cast.sign_in(person).get(page).content.decode()
    for person, page in ((cast.rachid, child), (cast.joris, pupil)):
        assert WORDS not in cast.sign_in(person).get(page).content.decode()
    assert cast.sign_in(cast.rachid).get(address("pledge", pledge)).status_code == 404


def test_who_does_it_is_told_before_the_day_and_asked_after_it_once(cast: Cast) -> None:
    pledge = agreed(cast, planned(cast), cast.naima, until=TODAY + 4 * A_DAY)
    mailed(NOW)
    assert not any("denk je aan" in line for line in mailed_after(NOW))
    told = mailed_after(NOW + A_DAY) + mailed_after(NOW + A_DAY)
    assert [line for line in told if "denk je aan" in line] == [
        f"{cast.naima.email} De Vlieger: denk je aan de afspraak?"
    ]
    asked = mailed_after(NOW + 5 * A_DAY) + mailed_after(NOW + 6 * A_DAY)
    assert [line for line in asked if "gelukt" in line] == [f"{cast.naima.email} De Vlieger: is het gelukt?"]
    browser = cast.sign_in(cast.naima)
    assert [browser.post(address("outcome", pledge)).status_code for _time in range(2)] == [302, 302]
    assert PledgeOutcome.objects.get().kind == Outcome.DONE
    assert not any("gelukt" in line for line in mailed_after(NOW + 7 * A_DAY))


def mailed_after(now: dt.datetime) -> list[str]:
    remind(now)
    return mailed(now)


def test_of_a_small_child_the_adults_who_were_there_are_told_too(cast: Cast) -> None:
    young = agreed(cast, planned(cast), cast.yusuf)
    assert young.doers(TODAY) == {cast.yusuf.pk, cast.naima.pk, cast.rachid.pk}
    cast.yusuf.birth_date = dt.date(2013, 10, 30)
    cast.yusuf.save()
    assert Pledge.objects.get().doers(TODAY) == {cast.yusuf.pk}


def test_a_mail_says_what_school_wrote_and_not_what_a_child_or_home_made_of_it(cast: Cast) -> None:
    talk = planned(cast)
    pledge = agreed(cast, talk, cast.naima)
    of_school = pledge.change("Samen lezen.", until=None, by=cast.anouk, at=NOW)
    letters = mailed(NOW)
    assert any("afspraak is veranderd" in line for line in letters) and "Samen lezen." in bodies()
    assert of_school.is_in_words_of_school
    of_home = of_school.change("Bij oma lezen.", until=TODAY + A_DAY, by=cast.rachid, at=NOW)
    of_home.change("Ik lees als ik wil.", until=TODAY + 2 * A_DAY, by=cast.yusuf, at=NOW)
    assert any("afspraak is veranderd" in line for line in mailed(NOW))
    assert "Bij oma" not in bodies() and "als ik wil" not in bodies()
    assert any("denk je aan" in line for line in mailed_after(NOW + A_DAY))
    assert "Bij oma" not in bodies() and "als ik wil" not in bodies()


def bodies() -> str:
    return "".join(f"{letter.subject} {letter.body}" for letter in mail.outbox)


def test_not_yet_is_another_sentence_that_all_confirm_anew(cast: Cast) -> None:
    pledge = agreed(cast, planned(cast), cast.naima, until=TODAY + A_DAY)
    browser = cast.sign_in(cast.naima)
    past = browser.post(address("change", pledge), {"words": WORDS, "until": "2026-11-01"})
    assert past.status_code == 422 and "Kies een dag vanaf vandaag" in past.content.decode()
    words = {"words": "Drie keer per week lezen.", "until": "2026-12-10"}
    assert browser.post(address("change", pledge), words).status_code == 302
    made = Pledge.objects.get(replaces=pledge)
    assert {yes.side.person for yes in made.yeses.all()} == {cast.naima}
    assert PledgeOutcome.objects.get(pledge=pledge).kind == Outcome.CHANGED
    assert browser.post(address("change", pledge), words).status_code == 403  # it was changed already
    page = cast.sign_in(cast.anouk).get(made.talk.get_absolute_url()).content.decode()
    assert "Drie keer per week lezen." in page and WORDS not in page
    told = mailed(NOW)
    assert any("afspraak is veranderd" in line and cast.rachid.email in line for line in told)
    assert not any("afspraak is veranderd" in line and cast.naima.email in line for line in told)


def test_who_may_no_longer_answer_for_the_child_is_out_of_it(cast: Cast) -> None:
    pledge = agreed(cast, planned(cast), cast.naima)
    assert cast.sign_in(cast.naima).get(address("pledge", pledge)).status_code == 200
    cast.yusuf.guardians.filter(guardian=cast.naima).update(ends_on=TODAY - A_DAY)
    assert cast.sign_in(cast.naima).get(address("pledge", pledge)).status_code == 404
    assert cast.sign_in(cast.rachid).get(address("pledge", pledge)).status_code == 200


def test_what_was_agreed_waits_on_the_first_page_of_each_until_she_said_yes(
    cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    asked, talk = "Klopt wat jullie afspraken?", planned(cast, guardians=[cast.naima.pk], reason="Apart.")
    pledge = agreed(cast, talk, cast.yusuf, until=TODAY + dt.timedelta(days=9))
    naima, anouk = cast.sign_in(cast.naima), cast.sign_in(cast.anouk)
    assert asked in naima.get("/").text and asked in cast.sign_in(cast.yusuf).get("/").text
    assert asked not in cast.sign_in(cast.rachid).get("/").text and asked in anouk.get("/gesprekken/").text
    with django_assert_max_num_queries(12):
        naima.get("/")
    for person, page in ((cast.naima, "/"), (cast.anouk, "/gesprekken/")):
        pledge.confirm(talk.sides.get(person=person), by=person, at=NOW)
        assert asked not in cast.sign_in(person).get(page).text
    with time_machine.travel(NOW + dt.timedelta(days=10), tick=False):
        assert asked not in cast.sign_in(cast.yusuf).get("/").text  # its day is over
