"""Whoever helps with the portal comes in as a colleague does, sees no child, and is gone on her last day."""

import datetime as dt

import pytest
from django.apps import apps
from django.conf import settings
from django.test import Client

from driehoek.backbone.access.policy import POLICY
from driehoek.backbone.access.querysets import rows
from driehoek.backbone.access.viewer import Viewer
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import Appointment
from driehoek.features.entry.tests.test_staff import LOGIN, PASSWORD, SECOND, started
from tests.cast import NOW, TODAY, Cast

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("at_once")]
LAST_DAY = TODAY + dt.timedelta(days=2)
KNOWN_TO_ALL = {
    "schools.school.hear_of",  # its name, and how she hears of it
    "people.portrait.see",
}


@pytest.fixture
def helper(cast: Cast) -> Person:
    """Frank worked here until October, and helps for three days."""
    Appointment.objects.create(
        person=cast.frank, board=cast.drie_hoeken, school=cast.vlieger, function="key_user",
        starts_on=TODAY, ends_on=LAST_DAY, source="office",
    )  # fmt: skip
    return cast.frank


def opened_to(viewer: Viewer) -> set[str]:
    """Every line of the policy by which she may do something with a row that is there."""
    found = set()
    for line in POLICY:
        model, _dot, act = line.rpartition(".")
        if rows(apps.get_model(model), viewer, may=act).exists():
            found.add(line)
    return found


def test_she_sees_no_child_no_family_and_no_group(cast: Cast, helper: Person) -> None:
    opened = opened_to(cast.viewer(helper, "school"))
    assert opened <= KNOWN_TO_ALL
    Appointment.objects.filter(person=helper, starts_on=TODAY).update(function="office")
    assert {"people.person.see", "people.guardianship.administer"} <= opened_to(cast.viewer(helper, "school"))


def test_her_last_day_is_the_last(cast: Cast, helper: Person) -> None:
    assert cast.viewer(helper, "school", NOW + dt.timedelta(days=2)).workplaces() == {cast.vlieger.pk}
    assert cast.viewer(helper, "school", NOW + dt.timedelta(days=3)).seats == []


def test_a_password_alone_opens_nothing_for_her_either(cast: Cast, helper: Person) -> None:
    started(helper)
    browser = Client()
    answer = browser.post(LOGIN, {"login": helper.login_name, "password": PASSWORD})
    assert answer.url == SECOND and "_auth_user_id" not in browser.session


def test_nobody_stands_above_the_schools() -> None:
    """No account that may do all, no page that edits tables, no way to be somebody else."""
    assert not {"is_superuser", "is_staff"} & {field.name for field in Person._meta.get_fields()}
    assert not [name for name in settings.INSTALLED_APPS if name.startswith("django.contrib.admin")]
