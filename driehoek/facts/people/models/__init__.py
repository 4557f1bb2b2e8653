"""Who people are, who is guardian of whom, and what limits that. Knows nothing of schools."""

from driehoek.facts.people.models.guardianship import Approval, Guardianship, StudentGrant
from driehoek.facts.people.models.near import NearPerson, NearPersonAnswer
from driehoek.facts.people.models.person import Person, only_named
from driehoek.facts.people.models.portrait import Portrait
from driehoek.facts.people.models.protection import Protection, ProtectionReader, Restriction

__all__ = [
    "Approval",
    "Guardianship",
    "NearPerson",
    "NearPersonAnswer",
    "Person",
    "Portrait",
    "Protection",
    "ProtectionReader",
    "Restriction",
    "StudentGrant",
    "only_named",
]
