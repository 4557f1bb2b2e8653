"""Newsletters of De Vlieger, for tests."""

import datetime as dt
import uuid
from typing import Any

from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import Group
from driehoek.features.newsletters.copying import copy_due
from driehoek.features.newsletters.models import Block, Kind, Newsletter
from driehoek.features.newsletters.models.block import Said, Tags
from tests.cast import NOW, TODAY, Cast

BRIDGES, PUPPETS, TREES = "Bruggen van papier", "Een poppenkast", "Nieuwe bomen op het plein"
IN_A_WEEK = TODAY + dt.timedelta(days=7)


def begun(cast: Cast, title: str = "Nieuwsbrief van november") -> Newsletter:
    return Newsletter.begin(cast.vlieger, title, token=uuid.uuid4(), by=cast.joris, at=NOW)


def block(
    newsletter: Newsletter, by: Person, title: str, *groups: Group, kind: str = Kind.WORK, **said: Any
) -> Block:
    if kind == Kind.SHOW:
        said = {"on": IN_A_WEEK, "starts": dt.time(9), "ends": dt.time(10), "asks": True} | said
    words = Said(title=title, **said)
    made = Block.add(newsletter, kind, words, Tags(groups), token=uuid.uuid4(), by=by, at=NOW)
    assert made is not None
    return made


def filled(cast: Cast) -> Newsletter:
    """Of groep 5, of groep 2, and for everybody."""
    newsletter = begun(cast)
    block(newsletter, cast.anouk, BRIDGES, cast.groep_5, text="Wij bouwden **sterke** bruggen.")
    block(newsletter, cast.joris, PUPPETS, cast.groep_2, text="Wij speelden het verhaal van de wolf.")
    block(newsletter, cast.joris, TREES, kind=Kind.WORDS, text="Er staan twaalf bomen.", is_open=True)
    return newsletter


def out(newsletter: Newsletter, cast: Cast, now: dt.datetime = NOW) -> Newsletter:
    """Sent, and with a copy for everybody."""
    newsletter.send(by=cast.joris, at=now, due_at=now)
    copy_due(now)
    return newsletter
