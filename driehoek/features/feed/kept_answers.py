"""What was answered on the photo check of a draft, kept in its author's session until she shares.

"Nobody" is an answer about these photos and these children: when there are more of them, it is asked anew.
"""

import re
from typing import Any  # what a form begins with

from django.contrib.sessions.backends.base import SessionBase
from django.http import QueryDict

from driehoek.features.feed.models import Post

ANSWER = re.compile(r"on_photo|absent|about|(?:on|how|kites)-\d+")
Answers = dict[str, list[str]]


def keep_answers(session: SessionBase, post: Post, data: QueryDict) -> None:
    """A page without photos asks nothing, and leaves what was said."""
    if said := {name: data.getlist(name) for name in data if ANSWER.fullmatch(name)}:
        session[_key(post)] = said


def kept_answers(session: SessionBase, post: Post) -> Answers:
    return session.get(_key(post), {})


def forget_answers(session: SessionBase, post: Post) -> None:
    session.pop(_key(post), None)


def initial_answers(kept: Answers, about: str) -> dict[str, Any]:
    """As the form of the check begins with them."""
    said = {name: values if name.startswith("on-") else values[-1] for name, values in kept.items() if values}
    if said.pop("about", "") != about:
        said.pop("absent", None)
        if said.get("on_photo") == "nobody":
            del said["on_photo"]
    return said


def _key(post: Post) -> str:
    return f"photo-check-{post.pk}"
