"""The first steps: told from what is known, each on its own page, and back again."""

from itertools import chain

import pytest
from django.test import Client
from django.urls import reverse

from driehoek.backbone.media.holding import answer_about_photos
from driehoek.facts.consent.purposes import Purpose
from driehoek.facts.people.models import Person
from driehoek.features.talks.tests.table import planned
from driehoek.surfaces.home.first_steps import FirstSteps, Step
from tests.cast import Cast

pytestmark = pytest.mark.django_db
PAGE = "/eerste-stappen/"


def steps_of(cast: Cast, person: Person) -> dict[str, Step]:
    steps = FirstSteps(cast.viewer(person))
    return {step.title: step for step in chain(steps.open, steps.done)}


def test_a_guardian_is_asked_about_each_child_she_answers_for(cast: Cast) -> None:
    steps = steps_of(cast, cast.naima)
    photos = [title for title in steps if title.startswith("Foto's van")]
    assert photos == ["Foto's van Lina", "Foto's van Yusuf", "Foto's van Adam"]
    assert steps["Taal"].is_done and steps["Taal"].meta == "Nederlands"
    tom = steps_of(cast, cast.tom)  # no custody
    assert not [title for title in tom if title.startswith("Foto's van")]


def test_what_was_answered_is_done_and_what_is_missing_is_open(cast: Cast) -> None:
    assert not steps_of(cast, cast.naima)["Foto's van Lina"].is_done
    answer_about_photos(cast.lina, Purpose.CLASS_APP, shown=True, by=cast.naima, at=cast.now)
    assert steps_of(cast, cast.naima)["Foto's van Lina"].is_done
    assert not steps_of(cast, cast.rachid)["Foto's van Lina"].is_done  # her yes is not his
    assert not steps_of(cast, cast.hatice)["Hoe hoor ik van school?"].is_done  # no address


def test_a_talk_that_is_planned_is_a_step_for_who_was_asked_to_it(cast: Cast) -> None:
    talk = planned(cast)
    title = f"{talk.called} · {talk.student.name}"
    assert steps_of(cast, cast.naima)[title].address == talk.get_absolute_url()
    assert title not in steps_of(cast, cast.elif_)


def test_each_step_leads_to_its_own_page_and_back(cast: Cast) -> None:
    browser = cast.sign_in(cast.naima)
    assert f"/mijn-gegevens/?next={PAGE.replace('/', '%2F')}" in browser.get(PAGE).text
    page = browser.get(f"/mijn-gegevens/?next={PAGE}")
    assert f'class="tool" href="{PAGE}"' in page.text
    photos = reverse("consents:photos", args=[cast.lina.pk])
    answers = {purpose: "no" for purpose in Purpose}
    assert browser.post(f"{photos}?next={PAGE}", answers).url == PAGE
    assert browser.post(f"{photos}?next=https://elders.example/", answers).url == photos


def test_it_costs_the_same_for_one_child_as_for_three(
    cast: Cast, django_assert_max_num_queries: object
) -> None:
    naima, elif_ = cast.sign_in(cast.naima), cast.sign_in(cast.elif_)
    for browser in (naima, elif_):
        with django_assert_max_num_queries(14):  # type: ignore[operator]
            assert browser.get(PAGE).status_code == 200


def test_who_is_at_work_is_led_to_her_work(cast: Cast) -> None:
    assert cast.sign_in(cast.anouk).get(PAGE).url == reverse("children:work")


def test_the_offer_after_a_letter_leads_here_until_she_says_not_now(cast: Cast) -> None:
    browser: Client = cast.sign_in(cast.naima)
    session = browser.session
    session["offer"] = "begin"
    session.save()
    assert f'href="{PAGE}"' in browser.get("/").text
    browser.get(PAGE)  # something is open, so it stays
    assert browser.session["offer"] == "begin"
    browser.post(reverse("entry:offer_passed"))
    assert f'href="{PAGE}"' not in browser.get("/").text
    assert f'href="{PAGE}"' in browser.get("/ik/").text
