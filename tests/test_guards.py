"""Each guard bites: a broken sample makes it speak, a sound one leaves it silent."""

from pathlib import Path

import pytest
from django.db import models
from django.test.utils import isolate_apps

from driehoek.backbone.access.querysets import Guarded
from driehoek.facts.people.models import Person
from tests.guards import GUARDS
from tests.guards.rows import back_doors, without_privacy_class
from tests.guards.samples import SAMPLES


def plant(root: Path, path: str, text: str) -> None:
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "path", "bad"), [(n, s.path, text) for n, s in SAMPLES.items() for text in s.bad]
)
def test_a_broken_sample_makes_its_guard_speak(tmp_path: Path, name: str, path: str, bad: str) -> None:
    plant(tmp_path, path, bad)
    guard = next(guard for guard in GUARDS if guard.__name__ == name)
    assert guard(tmp_path)


@pytest.mark.parametrize(
    ("name", "path", "good"),
    [(n, s.sound_path or s.path, text) for n, s in SAMPLES.items() for text in s.good],
)
def test_a_sound_sample_leaves_its_guard_silent(tmp_path: Path, name: str, path: str, good: str) -> None:
    plant(tmp_path, path, good)
    guard = next(guard for guard in GUARDS if guard.__name__ == name)
    assert guard(tmp_path) == []


def test_every_guard_has_both_samples() -> None:
    assert {guard.__name__ for guard in GUARDS} == set(SAMPLES)
    assert all(sample.bad and sample.good for sample in SAMPLES.values())


@isolate_apps("driehoek.facts.people")
def test_a_reverse_accessor_to_a_guarded_row_is_found() -> None:
    class Observation(Guarded):
        student = models.ForeignKey(Person, models.CASCADE, related_name="observations")
        by = models.ForeignKey(Person, models.CASCADE, related_name="+")

        class Meta:
            app_label = "people"

    assert len(back_doors([Observation])) == 1


@isolate_apps("driehoek.facts.people")
def test_a_field_without_a_privacy_class_is_found() -> None:
    class Diary(models.Model):
        text = models.TextField()

        class Meta:
            app_label = "people"

    thought_about = {"id": "internal", "text": "content"}
    assert without_privacy_class([Diary], {"Diary": thought_about}) == []
    assert without_privacy_class([Diary], {"Diary": {"id": "internal"}})
    assert without_privacy_class([Diary], {"Diary": thought_about | {"mood": "content"}})
    assert without_privacy_class([Diary], {"Diary": thought_about | {"text": "rather private"}})
