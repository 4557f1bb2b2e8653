"""How old a child is, as far as it matters for what one asks her at the table."""

import datetime as dt
from collections.abc import Collection
from enum import StrEnum

from driehoek.facts.people.ages import age_on
from driehoek.facts.schools.models.school import Sector


class Band(StrEnum):
    TODDLERS = "0-4"
    BEGINNERS = "4-6"
    CHILDREN = "6-9"
    ELDER = "9-12"
    TEENS = "12+"
    TRAINEES = "mbo"


UNTIL = ((4, Band.TODDLERS), (6, Band.BEGINNERS), (9, Band.CHILDREN))  # years


def band_of(born: dt.date | None, sectors: Collection[str], day: dt.date) -> Band:
    """Where she goes to school says most; within a primary school her age does."""
    if Sector.VOCATIONAL in sectors:
        return Band.TRAINEES
    if Sector.SECONDARY in sectors:
        return Band.TEENS
    if born is None:
        return Band.CHILDREN if Sector.PRIMARY in sectors else Band.TODDLERS
    age = age_on(born, day)
    return next((band for years, band in UNTIL if age < years), Band.ELDER)
