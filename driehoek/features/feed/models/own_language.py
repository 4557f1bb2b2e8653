"""Having what was shared or said translated for whoever will read it, before she does."""

import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING

from driehoek.backbone.translation.texts import Text
from driehoek.backbone.translation.wanting import forget, languages_of, want
from driehoek.base.core.clock import day_of
from driehoek.features.feed.models.kinds import Kind
from driehoek.features.feed.models.photo import PostPhoto
from driehoek.features.feed.models.sentences import WRITTEN_IN, ours_in_other_languages

if TYPE_CHECKING:
    from driehoek.features.feed.models.comment import Comment
    from driehoek.features.feed.models.post import Post
    from driehoek.features.feed.models.shared_question import SharedQuestion


def texts_of(post: "Post") -> dict[str, Text]:
    """What of a post can be translated, by name."""
    said = {"title": post.title, "text": post.text, "ask": post.ask_at_home}
    said |= {"practice": post.practice, "needs": post.needs, "talk": post.talk_about}
    return {name: _text_of(words, post) for name, words in said.items() if words}


def _text_of(words: str, post: "Post") -> Text:
    praised = post.student.given_name if post.kind == Kind.COMPLIMENT and post.student else ""
    if ours := ours_in_other_languages(words, praised):
        return Text(words, WRITTEN_IN, post.school_id, ours)
    return Text(words, post.language, post.school_id, within=post.within)


def translate_for_readers(post: "Post", *, at: dt.datetime, due_at: dt.datetime) -> None:
    """So that the mails too come in the language of each."""
    want(_everything_on(post), _languages_of_readers(post, due_at), at=at)


def translate_for_all(question: "SharedQuestion", *, at: dt.datetime) -> None:
    """For everyone who reads the post, now that the asker agreed."""
    want(question.texts.values(), _languages_of_readers(question.post, at), at=at)


def translate_for_listeners(comment: "Comment", *, at: dt.datetime) -> None:
    """In a line for its two ends, else for everyone who reads the post."""
    post = comment.post
    ends = {post.author.language} | ({comment.thread_of.language} if comment.thread_of else set())
    readers = set() if comment.thread_of else _languages_of_readers(post, at)
    want(comment.texts.values(), languages_of(*ends) | readers, at=at)


def forget_all_of(post: "Post", comments: "list[Comment]") -> None:
    """It was taken back, and with it what was said about it."""
    forget([*_everything_on(post), *(text for said in comments for text in said.texts.values())])


def forget_by_hand(post: "Post", comments: "list[Comment]") -> None:
    """It is kept no longer: nor is what a person made of words that were for one line or one child."""
    texts = [*_everything_on(post), *(text for said in comments for text in said.texts.values())]
    forget([text for text in texts if text.within], by_hand=True)


def _everything_on(post: "Post") -> Iterator[Text]:
    """Its own texts, those of its poll, and what is said of its photos."""
    yield from post.texts.values()
    if hasattr(post, "poll"):
        yield from post.poll.texts.values()
    for row in PostPhoto.objects.filter(post=post).select_related("photo"):
        yield from row.photo.texts.values()


def _languages_of_readers(post: "Post", moment: dt.datetime) -> set[str]:
    readers = post.audience.people(day_of(moment))
    return languages_of(*readers.values_list("language", flat=True).distinct())
