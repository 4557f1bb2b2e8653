"""F12, looking along: proposed to a class, signed by three, and asked about; on a phone, with and without
JavaScript."""

import datetime as dt

import pytest
from django.urls import reverse

from driehoek.facts.looking.models import LookAlong, Step
from driehoek.facts.schools.models import Holiday
from tests.cast import Cast
from tests.journeys.conftest import Visit

pytestmark = pytest.mark.django_db(transaction=True)
BREAKS = (("kerstvakantie", "2026-12-19", "2027-01-03"), ("voorjaarsvakantie", "2027-02-20", "2027-02-28"))


def test_a_class_is_proposed_in_one_tap_and_each_of_the_three_signs_in_one(
    cast: Cast, visit: Visit, javascript: bool
) -> None:
    for name, first, last in BREAKS:
        Holiday.objects.create(school=cast.kompas, name=name, starts_on=first, ends_on=last)
    mentor = visit(cast.dijk, javascript=javascript).open(
        reverse("following:of_group", args=[cast.klas_1b.pk])
    )
    mentor.tap("Stel dit voor")
    assert mentor.taps == 1 and mentor.sees("Akkoord: 1 van de drie")
    here = reverse("following:agreement", args=[cast.adam.pk])
    naima = visit(cast.naima, javascript=javascript).open(here)
    naima.tap("Ik ben akkoord")
    assert naima.taps == 1 and naima.sees("Akkoord: 2 van de drie")
    adam = visit(cast.adam, javascript=javascript).open(here)
    adam.tap(adam.page.get_by_role("button", name="Ik ben akkoord").first)
    agreement = LookAlong.objects.in_force().get()
    assert agreement.guardian == cast.naima
    Step.objects.filter(agreement__student=cast.adam, mode="weekly").update(
        starts_on=cast.today + dt.timedelta(days=20)
    )
    said = adam.open(here)
    said.tap("Nog even zo")
    assert said.sees("Je antwoord is bewaard.")
