"""Whether one comes to see shown work: on the page, from the mail, in a calendar, and for who shows it."""

import datetime as dt
import re

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from driehoek.backbone.notifications.tests.steps import bring
from driehoek.facts.people.models import Protection
from driehoek.features.newsletters.models import Attendance, Block, Copy, Kind, Newsletter
from driehoek.features.newsletters.tests.letters import IN_A_WEEK, begun, block, out
from tests.cast import NOW, Cast
from tests.servers.smtp import Postman

pytestmark = pytest.mark.django_db
SHOW = "Museum van groep 5"


def shown(cast: Cast) -> Block:
    newsletter = begun(cast)
    made = block(newsletter, cast.anouk, SHOW, cast.groep_5, kind=Kind.SHOW, place="In het lokaal")
    out(newsletter, cast)
    return made


def said(block: Block, **who: object) -> list[int]:
    return list(Attendance.objects.filter(block=block, **who).values_list("number", flat=True))


def test_a_mother_says_that_she_comes_and_with_how_many_and_thinks_again(cast: Cast) -> None:
    made, mother = shown(cast), cast.sign_in(cast.naima)
    address = reverse("newsletters:attendance", args=[made.pk])
    letter = Copy.objects.get(person=cast.naima).get_absolute_url()
    assert "Ja, ik kom" in mother.get(letter).text
    for _ in range(2):
        assert mother.post(address, {"number": "1"}).url == f"{letter}#blok-{made.pk}"
    assert said(made) == [1] and "Je zei: ik kom." in mother.get(letter).text
    assert mother.post(address, {"number": "veel"}).status_code == 422
    assert mother.post(address, {"number": "60"}).status_code == 422
    mother.post(address, {"number": "4"})
    assert "wij komen met 4" in mother.get(letter).text
    mother.post(address, {"number": "0"})
    assert said(made) == [0] and "Je zei: ik kan niet." in mother.get(letter).text


def test_who_did_not_get_it_answers_nothing(cast: Cast) -> None:
    made = shown(cast)
    address = reverse("newsletters:attendance", args=[made.pk])
    for person, hat in ((cast.joris, "school"), (cast.anouk, "school"), (cast.annelies, "home")):
        assert cast.sign_in(person, hat).post(address, {"number": "1"}).status_code in (403, 404)
    assert not said(made)


def test_after_the_day_it_is_over(cast: Cast) -> None:
    made, mother = shown(cast), cast.sign_in(cast.naima)
    with time_machine.travel(NOW + dt.timedelta(days=8), tick=False):
        answer = mother.post(reverse("newsletters:attendance", args=[made.pk]), {"number": "1"}, follow=True)
    assert "Deze dag is voorbij." in answer.text and "Ja, ik kom" not in answer.text and not said(made)


def test_from_the_mail_she_answers_without_signing_in(cast: Cast, postman: Postman) -> None:
    made = shown(cast)
    bring()
    mail = next(mail for mail in postman.messages if cast.naima.email in mail["To"])
    body = mail.get_body(("plain",))
    assert body is not None
    link = re.search(r"https?://[^/]+(/\S+)\?kies=2", body.get_content())
    assert link is not None and "Kom je kijken? Museum van groep 5" in body.get_content()
    visitor = Client()
    assert SHOW in visitor.get(link[1], {"kies": "2"}).text and not said(made)
    visitor.post(link[1], {"answer": "2"})
    assert said(made, person=cast.naima) == [2]


def test_the_file_for_her_calendar_says_when_and_where_and_of_whom_nothing(cast: Cast) -> None:
    made = shown(cast)
    file = cast.sign_in(cast.naima).get(reverse("newsletters:calendar", args=[made.pk]))
    assert file["Content-Type"].startswith("text/calendar")
    text = file.text.replace("\r\n ", "")
    assert "DTSTART:20261126T080000Z" in text and f"SUMMARY:{SHOW}" in text and "In het lokaal" in text
    assert "Yusuf" not in text and "ATTENDEE" not in text
    for person in (cast.annelies, cast.joris):
        other = cast.sign_in(person)
        assert other.get(reverse("newsletters:calendar", args=[made.pk])).status_code == 404


def test_a_teacher_reads_who_comes_and_a_parent_does_not(cast: Cast) -> None:
    made = shown(cast)
    for person, number in ((cast.naima, 2), (cast.elif_, 0)):
        Attendance.tell(made, number, by=person, at=NOW, day=NOW.date())
    address = reverse("newsletters:attending", args=[made.pk])
    page = cast.sign_in(cast.anouk).get(address).text
    assert cast.naima.full_name in page and "Yusuf" in page and "<b>2</b>" in page
    assert "1 ouder kan niet" in page
    assert cast.sign_in(cast.naima).get(address).status_code in (403, 404)
    assert cast.sign_in(cast.meryem).get(address).status_code == 404  # it is not her block


def test_of_a_child_in_hiding_the_parent_counts_without_a_name(cast: Cast) -> None:
    made = shown(cast)
    Attendance.tell(made, 1, by=cast.elif_, at=NOW, day=NOW.date())
    Protection.objects.create(student=cast.defne, entered_by=cast.joris, entered_at=NOW, basis="Gezien")
    page = cast.sign_in(cast.anouk).get(reverse("newsletters:attending", args=[made.pk])).text
    assert cast.elif_.full_name not in page and "En 1 antwoord zonder naam." in page


def test_one_prints_ones_own_letter_and_nobody_elses(cast: Cast) -> None:
    shown(cast)
    copy = Copy.objects.get(person=cast.naima)
    address = reverse("newsletters:print_out", args=[copy.pk])
    page = cast.sign_in(cast.naima).get(address).text
    assert SHOW in page and "Yusuf · groep 5" in page and f"{IN_A_WEEK.day} november" in page
    assert cast.sign_in(cast.elif_).get(address).status_code == 404
    assert Newsletter.objects.count() == 1
