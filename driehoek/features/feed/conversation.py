"""What is said under a post, as one viewer may read it: lines with the school, and what everyone reads."""

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import blake2b

from django.core.cache import cache
from django.db.models import QuerySet
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from driehoek.backbone.access.faces import faces_of
from driehoek.backbone.access.models import Role, Seat
from driehoek.backbone.access.models.seat import SeatQuerySet
from driehoek.backbone.access.parts import Asking, asked
from driehoek.backbone.access.prepared import padded, prepared
from driehoek.backbone.access.rules.meeting import EDITABLE
from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.media.models import Attachment
from driehoek.base.core.clock import moment_in_words
from driehoek.base.core.text import listed
from driehoek.base.shell.templatetags.shell import put_together
from driehoek.facts.people.models import Person, only_named
from driehoek.features.feed.forms import CommentForm
from driehoek.features.feed.models import Comment, CommentAttachment, Corner, Post
from driehoek.features.feed.models.comment import CommentQuerySet

KEPT = 600  # seconds


@dataclass
class Bubble:
    """One remark, with what a page says about its speaker."""

    comment: Comment
    speaks_as: str  # "ouder van Yusuf"
    when: str
    may_edit: bool
    may_remove: bool
    may_report: bool
    may_translate: bool
    is_waiting: bool  # for the morning: only the school's side reads it yet
    hurry: str  # why it did not wait; for the school's side alone
    shows_face: bool  # whether this viewer may see it; else there are initials
    attachments: list[Attachment] = field(default_factory=list)
    drawn: SafeString = SafeString()

    @cached_property
    def cache_key(self) -> str:
        """Of everything that is drawn: whoever is told the same shares the drawing."""
        said, face = self.comment, self.comment.author.face
        told = [said.pk, said.told.version, self.speaks_as, self.when, self.may_remove, self.may_report]
        told += [said.edited_at, self.may_edit, self.may_translate, self.is_waiting, self.hurry]
        told += [self.shows_face and face and face.token]
        told += [one.look for one in self.attachments]
        return f"feed.bubble.{get_language()}.{blake2b(repr(told).encode(), digest_size=16).hexdigest()}"


@dataclass
class Thread:
    """Remarks that belong together: one person's line with the school, or, without a person, all the rest."""

    person: Person | None
    bubbles: list[Bubble] = field(default_factory=list)
    read_by: str = ""  # names, of a line
    form: CommentForm | None = None  # an answer in it that could not be kept as it was

    @property
    def drawn(self) -> SafeString:
        """One bubble after the other."""
        return put_together(bubble.drawn for bubble in self.bubbles)

    @property
    def asked(self) -> Comment | None:
        """What home said last in this line."""
        said = [bubble.comment for bubble in self.bubbles if bubble.comment.corner != Corner.SCHOOL]
        return said[-1] if said else None


def what_is_said(post: Post, viewer: Viewer, *, hears: bool) -> Asking[list[Comment]]:
    """Everything this viewer may read; whoever shows it puts it in her words."""
    comments: list[Comment] = yield from asked(_said, viewer, post.pk, hears)
    for comment in comments:
        comment.post = post  # they need not look for it
    return comments


Carried = Mapping[int, list[Attachment]]
Children = Mapping[int, Sequence[str]]  # given names, by the key of their guardian


def conversation(
    post: Post, comments: list[Comment], viewer: Viewer, *, hears: bool, carried: Carried, children: Children
) -> list[Thread]:
    """These remarks as threads; lines first, oldest first within each. It asks nothing, however long."""
    faces = faces_of([comment.author for comment in comments], viewer)
    threads: dict[int | None, Thread] = {}
    for comment in comments:
        thread = threads.setdefault(comment.thread_of_id, Thread(comment.thread_of))
        bubble = Bubble(
            comment,
            speaks_as(comment, post, children.get(comment.author_id, ())),
            moment_in_words(comment.due_at, now=viewer.now),
            may_edit=comment.author_id == viewer.person.pk and comment.due_at > viewer.now - EDITABLE,
            may_remove=hears or comment.author_id == viewer.person.pk,
            may_report=not hears and comment.author_id != viewer.person.pk,
            may_translate=hears,
            is_waiting=comment.due_at > viewer.now,
            hurry=comment.hurry if hears else "",
            shows_face=comment.author_id in faces,
            attachments=carried[comment.pk],
        )
        thread.bubbles.append(bubble)
    draw([bubble for thread in threads.values() for bubble in thread.bubbles])
    for_all = threads.pop(None, None)
    return [*threads.values(), *([for_all] if for_all else [])]


def speaks_as(comment: Comment, post: Post, children: Sequence[str]) -> str:
    """From where someone speaks; of a guardian with her children in the group or the room of the post."""
    if comment.corner == Corner.SCHOOL:
        return _("school")
    if comment.corner == Corner.CHILD:
        return post.place.name
    return _("ouder van %(children)s") % {"children": listed(children)} if children else _("ouder")


def _said(me: Viewer, post: int, hears: bool) -> CommentQuerySet:
    said = Comment.objects.said_on(post, me, hears=hears)
    named = only_named("author", "thread_of")
    return said.select_related("author__portrait", "thread_of").defer(*named).order_by("at", "pk")


def attachments_of(comments: list[Comment]) -> dict[int, list[Attachment]]:
    """Of remarks this viewer may read, in one query; of none, in none."""
    carried: dict[int, list[Attachment]] = defaultdict(list)
    for row in prepared(_carried, padded(comment.pk for comment in comments)) if comments else ():
        carried[row.comment_id].append(row.attachment)
    return carried


def _carried(comments: tuple[int, ...]) -> QuerySet[CommentAttachment]:
    rows = CommentAttachment.objects.filter(comment__in=comments).select_related("attachment")
    return rows.order_by("comment", "position", "pk")


def draw(bubbles: list[Bubble]) -> None:
    """Take from the cache what was drawn before; other words are another drawing."""
    kept = cache.get_many([bubble.cache_key for bubble in bubbles])
    fresh = {
        bubble.cache_key: render_to_string(
            "feed/_bubble.html", {"bubble": bubble, "said": bubble.comment, "attachments": bubble.attachments}
        )
        for bubble in bubbles
        if bubble.cache_key not in kept
    }
    cache.set_many(fresh, KEPT)
    drawn = kept | fresh
    for bubble in bubbles:
        bubble.drawn = drawn[bubble.cache_key]


def children_of_guardians(post: Post, viewer: Viewer) -> Asking[Children]:
    """Of everybody who said something under this post: only children in its group or its room, and never one
    whose place must stay secret."""
    names: dict[int, list[str]] = defaultdict(list)
    if post.group_id is None and post.student_id is None:
        return names
    where = (_in_group, post.group_id) if post.group_id else (_in_room, post.student_id)
    for person, name in (yield from asked(where[0], viewer.today, post.pk, where[1])):
        names[person].append(name)
    return names


def _in_group(day: dt.date, post: int, group: int) -> QuerySet[Seat, tuple[int, str]]:
    return _names(Seat.objects.on(day).filter(group=group), post)


def _in_room(day: dt.date, post: int, student: int) -> QuerySet[Seat, tuple[int, str]]:
    return _names(Seat.objects.on(day).filter(student=student), post)


def _names(seats: SeatQuerySet, post: int) -> QuerySet[Seat, tuple[int, str]]:
    speakers = Comment.objects.filter(post=post).values("author")
    told = seats.filter(role=Role.GUARDIAN, person__in=speakers, student__protection=None)
    return told.values_list("person", "student__given_name").distinct()
