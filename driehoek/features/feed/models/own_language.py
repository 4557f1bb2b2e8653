"""Having what was shared or said translated for whoever will read it, before she does."""

import datetime as dt
from typing import TYPE_CHECKING

from driehoek.backbone.translation.texts import Text
from driehoek.backbone.translation.wanting import want
from driehoek.base.core.clock import day_of

if TYPE_CHECKING:
    from driehoek.features.feed.models.comment import Comment
    from driehoek.features.feed.models.post import Post


def texts_of(post: "Post") -> dict[str, Text]:
    """What of a post can be translated, by name."""
    said = {"title": post.title, "text": post.text, "ask": post.ask_at_home}
    said |= {"practice": post.practice, "needs": post.needs, "talk": post.talk_about}
    return {name: Text(words, post.language, post.school_id) for name, words in said.items() if words}


def translate_for_readers(post: "Post", *, at: dt.datetime, due_at: dt.datetime) -> None:
    """So that the mails too come in the language of each."""
    readers = post.audience.people(day_of(due_at))
    want(post.texts.values(), languages_of(*readers.values_list("language", flat=True).distinct()), at=at)


def translate_for_listeners(comment: "Comment", *, at: dt.datetime) -> None:
    """In a line for its two ends, else for everyone who reads the post."""
    post = comment.post
    ends = [post.author.language, comment.thread_of.language] if comment.thread_of else [post.author.language]
    if comment.thread_of is None:
        ends += post.audience.people(day_of(at)).values_list("language", flat=True).distinct()
    want(comment.texts.values(), languages_of(*ends), at=at)


def languages_of(*chosen: str) -> set[str]:
    return {language.partition("-")[0] for language in chosen}
