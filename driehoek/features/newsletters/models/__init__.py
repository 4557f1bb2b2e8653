"""A newsletter, its blocks and for whom each is, who puts it together, and what everybody got of it."""

from driehoek.features.newsletters.models.attendance import Attendance
from driehoek.features.newsletters.models.block import Block, Kind, Source, Tag, Who
from driehoek.features.newsletters.models.edition import Copy, CopyLine, Edition
from driehoek.features.newsletters.models.editor import Editor
from driehoek.features.newsletters.models.newsletter import Newsletter, Sending, Withdrawal
from driehoek.features.newsletters.models.opening import Opening
from driehoek.features.newsletters.models.photo import BlockPhoto

__all__ = [
    "Attendance",
    "Block",
    "BlockPhoto",
    "Copy",
    "CopyLine",
    "Edition",
    "Editor",
    "Kind",
    "Newsletter",
    "Opening",
    "Sending",
    "Source",
    "Tag",
    "Who",
    "Withdrawal",
]
