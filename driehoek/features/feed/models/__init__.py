"""Posts, and what people do with them."""

from driehoek.features.feed.models.action import Action
from driehoek.features.feed.models.agreement import AnswersWithin, GroupAgreement, NewsRhythm
from driehoek.features.feed.models.ask_me import AskMe
from driehoek.features.feed.models.attachment import CommentAttachment, PostAttachment
from driehoek.features.feed.models.comment import Comment, Corner, Removal
from driehoek.features.feed.models.explanation import ExplanationRequest
from driehoek.features.feed.models.kinds import Kind
from driehoek.features.feed.models.news_week import NewsWeek
from driehoek.features.feed.models.photo import PostPhoto
from driehoek.features.feed.models.poll import Poll, PollAnswer, PollOption
from driehoek.features.feed.models.post import Post
from driehoek.features.feed.models.publication import Publication, Withdrawal
from driehoek.features.feed.models.shared_question import SharedQuestion, Verdict
from driehoek.features.feed.models.traces import Reaction, ReadMark

__all__ = [
    "Action",
    "AskMe",
    "Comment",
    "CommentAttachment",
    "Corner",
    "Kind",
    "ExplanationRequest",
    "Poll",
    "PollAnswer",
    "PollOption",
    "SharedQuestion",
    "Verdict",
    "AnswersWithin",
    "GroupAgreement",
    "NewsRhythm",
    "NewsWeek",
    "Post",
    "PostAttachment",
    "PostPhoto",
    "Publication",
    "ReadMark",
    "Reaction",
    "Removal",
    "Withdrawal",
]
