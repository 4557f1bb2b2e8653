"""One life for all tests of this folder: each undoes what it did to it."""

from collections.abc import Iterator
from copy import deepcopy

import pytest
import time_machine
from django.db import transaction
from pytest_django import DjangoDbBlocker

from driehoek.backbone.notifications.telling import tell_due
from tests.cast import NOW, Cast
from tests.oracle.life import Life


@pytest.fixture(scope="package")
def lived(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Life]:
    """Around the transactions of the tests lies one of the folder; it too is rolled back."""
    with django_db_blocker.unblock(), transaction.atomic():
        with time_machine.travel(NOW, tick=False):
            life = Life(Cast())
        yield life
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def told(lived: Life, django_db_blocker: DjangoDbBlocker) -> Iterator[Life]:
    """The same, and everybody has been told: for files in which nobody changes what she wants to hear."""
    with django_db_blocker.unblock(), transaction.atomic():
        with time_machine.travel(NOW, tick=False):
            while tell_due(NOW):
                pass
        yield lived
        transaction.set_rollback(True)


@pytest.fixture
def life(lived: Life, cast: Cast) -> Life:
    """The life, at NOW. It is a copy, for what a test does to it the rollback of its rows does not undo: one
    that planted other secrets left the next one looking for those."""
    return deepcopy(lived)
