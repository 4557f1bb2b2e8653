"""The code keeps the house rules. What each rule is stands with its guard, in tests/guards."""

from pathlib import Path

import pytest
from django.apps import AppConfig, apps

from driehoek.backbone.access.policy import POLICY
from tests.guards import GUARDS, Guard
from tests.guards.rows import back_doors, guarded_models, our_apps, privacy_of, without_privacy_class

ROOT = Path(__file__).parents[1]


@pytest.mark.parametrize("guard", GUARDS, ids=lambda guard: guard.__name__)
def test_nothing_breaks_a_house_rule(guard: Guard) -> None:
    assert guard(ROOT) == []


def test_no_reverse_accessor_leads_to_a_guarded_row() -> None:
    assert back_doors(guarded_models()) == []


@pytest.mark.parametrize("app", our_apps(), ids=lambda app: app.label)
def test_every_field_has_a_privacy_class(app: AppConfig) -> None:
    assert without_privacy_class(app.get_models(), privacy_of(app)) == []


def test_the_policy_says_of_every_guarded_model_who_may_see_it() -> None:
    assert [
        model._meta.label_lower
        for model in guarded_models()
        if f"{model._meta.label_lower}.see" not in POLICY
    ] == []


def test_the_policy_speaks_only_of_models_that_exist() -> None:
    labels = {model._meta.label_lower for model in apps.get_models()}
    assert {line.rpartition(".")[0] for line in POLICY} - labels == set()
