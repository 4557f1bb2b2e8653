"""What a group asks of home, tapped through: a poll, a lesson one does not get, praise, a day, homework."""

import datetime as dt

import pytest
from django.urls import reverse

from driehoek.features.dayreports.models import DayReport
from driehoek.features.feed.models import (
    Comment,
    ExplanationRequest,
    Kind,
    Poll,
    PollAnswer,
    Post,
    SharedQuestion,
)
from driehoek.features.feed.tests.posts import HOUR, shared
from tests.cast import Cast
from tests.journeys.conftest import Visit

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_mother_answers_a_poll_in_one_tap_and_changes_it_in_another(
    cast: Cast, visit: Visit, javascript: bool
) -> None:
    post = shared(cast)
    poll = Poll.objects.create(post=post, question="Waar gaan wij heen?", closes_at=cast.now + HOUR)
    poll.offer(["Naturalis", "Het bos"])
    naima = visit(cast.naima, javascript=javascript).open(post.get_absolute_url())
    naima.tap(naima.page.get_by_role("button", name="Naturalis"))
    naima.page.locator(".poll-row[aria-pressed=true]").wait_for()
    assert PollAnswer.objects.get().option.text == "Naturalis" and naima.taps == 1
    naima.tap(naima.page.get_by_role("button", name="Het bos"))
    naima.page.locator(".poll-row[aria-pressed=true]", has_text="Het bos").wait_for()
    assert PollAnswer.objects.get().option.text == "Het bos" and naima.taps == 2


def test_one_tap_says_that_one_does_not_get_a_lesson(cast: Cast, visit: Visit, javascript: bool) -> None:
    post = shared(cast)
    Post.objects.filter(pk=post.pk).update(kind=Kind.LESSON, practice="Zoek vijf driehoeken.")
    naima = visit(cast.naima, javascript=javascript).open(post.get_absolute_url())
    naima.tap("Ik snap dit niet")
    naima.page.get_by_text("Verstuurd. Dit lezen alleen jij, Juf Anouk en Juf Meryem.").wait_for()
    assert ExplanationRequest.objects.get().person == cast.naima and naima.taps == 1
    assert Comment.objects.get().thread_of == cast.naima


def test_a_teacher_praises_a_child_in_one_tap(cast: Cast, visit: Visit, javascript: bool) -> None:
    pupil = reverse("children:pupil", args=[cast.yusuf.pk])
    anouk = visit(cast.anouk, "school", javascript=javascript).open(pupil)
    anouk.tap(anouk.page.get_by_role("button", name="hielp vandaag"))
    anouk.page.get_by_text("Maak ongedaan").wait_for()
    assert Post.objects.get().student == cast.yusuf and anouk.taps == 1


def test_a_care_worker_writes_the_day_of_her_group(cast: Cast, visit: Visit, javascript: bool) -> None:
    samira = visit(cast.samira, javascript=javascript).open(reverse("dayreports:group", args=[cast.bso.pk]))
    for words in ("Goed gegeten", "Vrolijk"):
        samira.tap(samira.page.locator(".for-all label", has_text=words))
    for child in (cast.yusuf, cast.jayden):
        samira.tap(samira.page.locator(".day-row .pick", has_text=child.given_name))
    samira.tap("Bewaar voor wie er was")
    samira.page.get_by_text("Bewaard voor 2 kinderen.").wait_for()
    assert {report.mood for report in DayReport.objects.all()} == {"happy"} and samira.taps == 5
    naima = visit(cast.naima, javascript=javascript).open("/")
    assert "Goed gegeten" in naima.reads() and "Jayden" not in naima.reads()


def test_homework_shows_its_own_fields_and_is_shared_in_one_tap(
    cast: Cast, visit: Visit, javascript: bool
) -> None:
    anouk = visit(cast.anouk, "school", javascript=javascript).open(reverse("feed:compose"))
    anouk.page.locator("textarea[name=text]").fill("Leer de woorden van les vier.")
    anouk.page.get_by_label("Soort bericht").select_option("homework")
    if not javascript:
        anouk.page.get_by_role("button", name="Kies", exact=True).click()
    due = anouk.page.get_by_label("Op welke dag is het af?")
    due.wait_for()
    due.fill(str(cast.today + dt.timedelta(days=7)))
    anouk.tap("Deel met groep 5")
    anouk.page.get_by_text("Maak ongedaan").wait_for()
    post = Post.objects.get()
    assert post.kind == Kind.HOMEWORK and post.due_on == cast.today + dt.timedelta(days=7)
    assert post.text + post.title == "Leer de woorden van les vier" and anouk.taps == 1


def test_a_private_question_is_answered_for_all_after_a_yes(
    cast: Cast, visit: Visit, javascript: bool
) -> None:
    post = shared(cast)
    post.comment("Hoe lang duurt het?", by=cast.naima, corner="home", at=cast.now, in_line_of=cast.naima)
    anouk = visit(cast.anouk, "school", javascript=javascript).open(post.get_absolute_url())
    anouk.tap("Beantwoord voor iedereen")
    anouk.fill("Je antwoord", "Een half uur.")
    anouk.tap(anouk.page.get_by_role("button", name="Vraag het aan"))
    anouk.page.get_by_text("Wij vragen het eerst aan").wait_for()
    rachid = visit(cast.rachid, javascript=javascript).open(post.get_absolute_url())
    assert "Een half uur." not in rachid.reads()
    naima = visit(cast.naima, javascript=javascript).open(post.get_absolute_url())
    naima.tap("Bekijk en kies")
    naima.tap("Ja, dat mag")
    naima.page.get_by_text("Je zei ja.").wait_for()
    assert SharedQuestion.objects.agreed().exists() and naima.taps == 2
    assert "Een half uur." in rachid.open(post.get_absolute_url()).reads()
