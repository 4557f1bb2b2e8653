"""What is said under a post, as one viewer may read it: lines with the school, and what everyone reads."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import Exists, OuterRef

from driehoek.backbone.access.models import Role, Seat
from driehoek.backbone.access.querysets import rows
from driehoek.backbone.access.viewer import Viewer
from driehoek.facts.people.models import Person, Portrait
from driehoek.features.feed.models import Comment, Post


@dataclass(frozen=True)
class Bubble:
    """One remark, with what a page says about its speaker."""

    comment: Comment
    children: list[str]  # in the group of the post, of whom the speaker is guardian
    is_mine: bool
    shows_face: bool  # whether this viewer may see it; else there are initials


@dataclass
class Thread:
    """Remarks that belong together: one person's line with the school, or, without a person, all the rest."""

    person: Person | None
    bubbles: list[Bubble] = field(default_factory=list)


def conversation(post: Post, viewer: Viewer, *, hears: bool) -> list[Thread]:
    """Everything this viewer may read; lines first, oldest first within each. Two queries, however long."""
    faces = rows(Portrait, viewer, may="see").filter(person=OuterRef("author"))
    said = Comment.objects.said_on(post, viewer, hears=hears).annotate(shows_face=Exists(faces))
    comments = list(said.select_related("author__portrait", "thread_of").order_by("at", "pk"))
    children = children_of_guardians(post, {comment.author_id for comment in comments}, viewer)
    threads: dict[int | None, Thread] = {}
    for comment in comments:
        thread = threads.setdefault(comment.thread_of_id, Thread(comment.thread_of))
        is_mine = comment.author_id == viewer.person.pk
        thread.bubbles.append(Bubble(comment, children[comment.author_id], is_mine, vars(comment)["shows_face"]))
    for_all = threads.pop(None, None)
    return [*threads.values(), *([for_all] if for_all else [])]


def children_of_guardians(post: Post, guardians: Iterable[int], viewer: Viewer) -> dict[int, list[str]]:
    """Only children in the group or the room of the post, and never one whose place must stay secret."""
    names: dict[int, list[str]] = defaultdict(list)
    if post.group_id is None and post.student_id is None:
        return names
    where = {"group": post.group_id} if post.group_id else {"student": post.student_id}
    seats = Seat.objects.on(viewer.today).filter(
        role=Role.GUARDIAN, person__in=guardians, student__protection=None, **where
    )
    for person, name in seats.values_list("person", "student__given_name").distinct():
        names[person].append(name)
    return names
