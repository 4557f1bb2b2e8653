"""Conversations, what is said in them, and what becomes of them."""

from driehoek.features.conversations.models.attachment import MessageAttachment
from driehoek.features.conversations.models.conversation import About, Conversation, ConversationChild, Team
from driehoek.features.conversations.models.handling import Assignment, Done, LeftOut
from driehoek.features.conversations.models.message import Corner, Hurry, Message
from driehoek.features.conversations.models.readmark import ReadMark
from driehoek.features.conversations.models.talk import Agreement, Moment, Proposal, TalkRequest, Where

__all__ = [
    "About",
    "Agreement",
    "Assignment",
    "Conversation",
    "ConversationChild",
    "Corner",
    "Done",
    "Hurry",
    "LeftOut",
    "Message",
    "MessageAttachment",
    "Moment",
    "Proposal",
    "ReadMark",
    "TalkRequest",
    "Team",
    "Where",
]
