"""Wij praatten: one tap, for who said it and the child; a number for who asked."""

import datetime as dt
import re

import pytest
import time_machine
from django.test import Client

from driehoek.backbone.access.models import Role
from driehoek.backbone.notifications.digests.tests.steps import FRIDAY, run, wish
from driehoek.backbone.notifications.digests.tests.test_bringing import mails_to
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import Holiday
from driehoek.features.feed.models import Post
from driehoek.features.kitchen.forgetting import forget
from driehoek.features.kitchen.models import Talked
from driehoek.surfaces.home.tests.test_today import page_of, shared
from tests.cast import NOW, TODAY, Cast
from tests.servers.smtp import Postman

pytestmark = pytest.mark.django_db
TABLE, SAID = "/keukentafel/", "Jullie praatten hierover"
A_DAY = dt.timedelta(days=1)


def bridges(cast: Cast) -> str:
    post = shared(cast.anouk, cast.groep_5, title="Bruggen", ask="Welke vorm maakt een brug sterk?")
    post.audience.lines.create(role=Role.STUDENT, group=cast.groep_5)
    return f"post-{post.pk}"


def tick(browser: Client, key: str, said: str = "ja", **more: str) -> int:
    return browser.post(f"{TABLE}{key}/gepraat/", {"gepraat": said, **more}).status_code


def test_one_tap_says_it_twice_is_once_and_it_can_be_taken_back(cast: Cast) -> None:
    key, naima = bridges(cast), cast.sign_in(cast.naima)
    assert SAID not in page_of(naima, TABLE)
    assert tick(naima, key) == tick(naima, key) == 302
    assert Talked.objects.get().student == cast.yusuf
    for address in (TABLE, f"/kind/{cast.yusuf.pk}/"):
        assert SAID in page_of(naima, address), address
    tick(naima, key, "nee")
    tick(naima, key, "nee")
    assert not Talked.objects.exists() and SAID not in page_of(naima, TABLE)


def test_the_child_sees_it_and_the_other_guardian_never_does(cast: Cast) -> None:
    key = bridges(cast)
    tick(cast.sign_in(cast.naima), key)
    assert SAID in page_of(cast.sign_in(cast.yusuf), f"/kind/{cast.yusuf.pk}/")
    rachid = cast.sign_in(cast.rachid)
    for address in ("/", TABLE, f"/kind/{cast.yusuf.pk}/"):
        page = page_of(rachid, address)
        assert "Welke vorm maakt een brug sterk?" in page and SAID not in page
    tick(rachid, key, "nee")  # takes back nothing of hers
    assert Talked.objects.get().person == cast.naima


def test_who_does_not_sit_at_the_table_cannot_tick(cast: Cast) -> None:
    key = bridges(cast)
    assert tick(cast.sign_in(cast.jeroen), key) == 403  # he must not come near his child
    assert tick(cast.sign_in(cast.anouk), key) == 403
    assert tick(cast.sign_in(cast.sri), key) == 302  # of another school: it does not lie there
    assert not Talked.objects.exists()


def test_the_teacher_sees_how_many_talked_from_three_on_and_never_who(cast: Cast) -> None:
    key, group = bridges(cast), f"/groep/{cast.groep_5.pk}/"
    for parent in (cast.naima, cast.rachid, cast.elif_):
        tick(cast.sign_in(parent), key)
    assert "praatten" not in page_of(cast.sign_in(cast.anouk), group)  # two families, however many said it
    tick(cast.sign_in(cast.cheryl), key)
    page = page_of(cast.sign_in(cast.anouk), group)
    assert "3 gezinnen praatten" in page
    for colleague in (cast.meryem, cast.joris):  # the number is for who asked
        assert "gezinnen praatten" not in page_of(cast.sign_in(colleague), group)


def test_vandaag_goes_on_to_the_next_question_the_day_after(cast: Cast) -> None:
    key, naima = bridges(cast), cast.sign_in(cast.naima)
    tick(naima, key, next="/")
    page = page_of(naima)
    assert "Welke vorm maakt een brug sterk?" in page and 'aria-pressed="true"' in page
    with time_machine.travel(NOW + A_DAY, tick=False):
        assert "Welke vorm maakt een brug sterk?" not in page_of(naima)


def test_what_teachers_did_not_write_we_supply_for_each_child(cast: Cast) -> None:
    page = page_of(cast.sign_in(cast.naima), TABLE)
    assert page.count('class="q"') == 3  # Lina, Yusuf and Adam
    assert page.count("Wij praatten") == 3


def test_ours_comes_in_the_language_of_the_reader(cast: Cast) -> None:
    Person.objects.filter(pk=cast.naima.pk).update(language="ar")
    cast.naima.refresh_from_db()
    page = page_of(cast.sign_in(cast.naima), TABLE)
    assert page.count('<bdi lang="ar">') == 3 and '<bdi lang="nl">' not in page


def test_in_a_holiday_one_question_lies_there_and_a_day_off_changes_nothing(cast: Cast) -> None:
    naima = cast.sign_in(cast.naima)
    day_off = Holiday.objects.create(school=cast.vlieger, name="studiedag", starts_on=TODAY, ends_on=TODAY)
    assert "hele vakantie" not in page_of(naima, TABLE)
    day_off.delete()
    for school in (cast.vlieger, cast.kompas):
        Holiday.objects.create(school=school, name="vakantie", starts_on=TODAY, ends_on=TODAY + 8 * A_DAY)
    bridges(cast)
    page = page_of(naima, TABLE)
    assert page.count("Eén vraag voor de hele vakantie") == page.count('class="q"') == 1
    assert "Welke vorm maakt een brug sterk?" not in page


def test_ticks_are_kept_for_a_term(cast: Cast) -> None:
    tick(cast.sign_in(cast.naima), bridges(cast))
    assert forget(NOW + 119 * A_DAY) == 0 and forget(NOW + 121 * A_DAY) == 1
    assert not Talked.objects.exists()


def test_what_she_said_that_they_talked_about_is_not_asked_again_by_mail(
    cast: Cast, postman: Postman
) -> None:
    """On the page and in the mail a question has one name, and there are three of them in a week."""
    for category in ("news", "replies"):
        wish(cast.naima, "weekly", category=category)
    shared(cast.anouk, cast.groep_5, title="Bruggen", ask="Welke vorm is sterk?")
    run(NOW)
    ours = {"post-" + str(Post.objects.get().pk)}
    with time_machine.travel(NOW + dt.timedelta(hours=1), tick=False):
        browser = cast.sign_in(cast.naima)
        page = browser.get("/keukentafel/").text
        asked = set(re.findall(r"/keukentafel/([a-z0-9-]+)/gepraat/", page))
        assert ours < asked and len(asked) == 3
        browser.post(f"/keukentafel/{min(ours)}/gepraat/", {"gepraat": "ja"})
    run(FRIDAY)
    mail = mails_to(postman, cast.naima)[0]
    assert "Welke vorm is sterk?" not in mail.partition("Bruggen")[0]
    (table,) = re.findall(r"https?://[^/]+(/\S*mail/\S+)", mail)
    mailed = set(re.findall(r'name="key" value="([a-z0-9-]+)"', Client().get(table).text))
    assert mailed == asked - ours
