"""Posts, and what people do with them."""

from driehoek.features.feed.models.comment import Comment, Corner, Removal
from driehoek.features.feed.models.photo import PostPhoto
from driehoek.features.feed.models.post import Kind, Post, Publication, Withdrawal
from driehoek.features.feed.models.traces import Reaction, ReadMark

__all__ = [
    "Comment",
    "Corner",
    "Kind",
    "Post",
    "PostPhoto",
    "Publication",
    "ReadMark",
    "Reaction",
    "Removal",
    "Withdrawal",
]
