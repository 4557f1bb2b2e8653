"""A story to tell."""

import pytest

from driehoek.backbone.notifications.notices import NOTICES
from driehoek.backbone.notifications.tests import story


@pytest.fixture(autouse=True)
def told_story(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(NOTICES, story.VERB, story.praised)
