"""What a migration does with choices that people made before it."""

from importlib import import_module

import pytest
from django.apps import apps
from django.db import connection

from driehoek.backbone.notifications.models import Preference
from driehoek.backbone.notifications.preferences import prefer
from tests.cast import Cast

pytestmark = pytest.mark.django_db


def test_who_chose_one_rhythm_for_all_hears_at_once_again_what_cannot_wait_and_who_chose_by_kind_does_not(
    cast: Cast,
) -> None:
    for kind in ("news", "absences", "talks", "tasks", "replies"):
        prefer(cast.naima, category=kind, channel="email", rhythm="weekly")
    prefer(cast.naima, category="talks", channel="email", rhythm="daily", student=cast.yusuf)
    prefer(cast.rachid, category="talks", channel="email", rhythm="weekly")
    for kind in ("absences", "tasks", "replies"):
        prefer(cast.elif_, category=kind, channel="email", rhythm="off")
    step = import_module("driehoek.backbone.notifications.migrations.0016_no_digest_of_what_cannot_wait")
    for _time in range(2):
        step.hear_at_once(apps, connection.schema_editor())
    left = set(Preference.objects.values_list("person", "category", "rhythm", "student"))
    assert left == {
        *((cast.naima.pk, kind, "weekly", None) for kind in ("news", "tasks", "replies")),
        (cast.naima.pk, "talks", "daily", cast.yusuf.pk),
        (cast.rachid.pk, "talks", "weekly", None),
        *((cast.elif_.pk, kind, "off", None) for kind in ("absences", "tasks", "replies")),
    }
