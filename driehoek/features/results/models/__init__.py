"""Everything that is kept about results."""

from driehoek.features.results.models.book import Item, Source
from driehoek.features.results.models.connection import Connection, Cursor, Run, Title
from driehoek.features.results.models.moment import MissedWork, Moment, ReleaseTerms
from driehoek.features.results.models.result import Result, Status, ToldAtHome
from driehoek.features.results.models.upload import ColumnChoices, Decision, Proposal, Refusal, Upload

__all__ = [
    "ColumnChoices",
    "Connection",
    "Cursor",
    "Decision",
    "Item",
    "MissedWork",
    "Moment",
    "Proposal",
    "Refusal",
    "ReleaseTerms",
    "Result",
    "Run",
    "Source",
    "Status",
    "Title",
    "ToldAtHome",
    "Upload",
]
