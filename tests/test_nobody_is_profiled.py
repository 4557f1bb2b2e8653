"""No model has a place for the education, the origin or the kind of a parent, and nobody gets a score."""

import re
from collections.abc import Iterable

from django.apps import apps
from django.db import models
from django.test.utils import isolate_apps

from tests.guards.rows import our_apps

# "kind" of a guardianship says who decides by law; "score" of a result is what a test gave, and no person.
NEVER = re.compile(
    r"education|schooling|degree|literacy|origin(?!al)|ethnic|race|nationalit|birth_?(place|country)|migra|descent|"
    r"religion|income|poverty|welfare|benefit|weight|profile|risk|rating|parent_?type|family_?type|"
    r"type_?of_?(parent|family)|involvement|engagement|"
    r"opleiding|herkomst|afkomst|geboorteland|inkomen|gewicht|achterstand|risico|oudertype|gezinstype",
    re.IGNORECASE,
)


def named(found: Iterable[type[models.Model]]) -> list[str]:
    """Fields whose name, or the name of a choice in them, speaks of such a thing."""
    wrong = []
    for model in found:
        for field in model._meta.get_fields():
            choices = [str(key) for key, _label in getattr(field, "choices", None) or ()]
            if any(NEVER.search(word) for word in (field.name, *choices)):
                wrong.append(f"{model._meta.label}.{field.name}")
    return wrong


def test_no_model_has_a_field_for_it() -> None:
    labels = {app.label for app in our_apps()}
    ours = [model for model in apps.get_models() if model._meta.app_label in labels]
    assert len(ours) > 100
    assert named(ours) == []


@isolate_apps("driehoek.features.noticing")
def test_such_a_field_would_be_found() -> None:
    class Guessed(models.Model):
        education_level = models.CharField(max_length=9)
        country = models.CharField(max_length=9, choices=[("herkomst", "")])
        risk_score = models.IntegerField()
        times = models.IntegerField()

        class Meta:
            app_label = "noticing"

    assert named([Guessed]) == [
        "noticing.Guessed.education_level", "noticing.Guessed.country", "noticing.Guessed.risk_score"
    ]  # fmt: skip
