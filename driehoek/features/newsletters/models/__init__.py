"""A newsletter, the blocks in it, for whom each block is, and who puts newsletters together."""

from driehoek.features.newsletters.models.block import Block, Kind, Tag, Who
from driehoek.features.newsletters.models.editor import Editor
from driehoek.features.newsletters.models.newsletter import Newsletter, Sending, Withdrawal

__all__ = ["Block", "Editor", "Kind", "Newsletter", "Sending", "Tag", "Who", "Withdrawal"]
