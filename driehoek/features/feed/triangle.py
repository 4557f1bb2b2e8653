"""Which corners of the triangle have joined in, for many posts at once."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any  # the rows of a values query

from django.db.models import Case, Exists, OuterRef, Q, QuerySet, Value, When
from django.utils.translation import ngettext

from driehoek.backbone.access.models import Role
from driehoek.backbone.access.parts import Asking, asked
from driehoek.backbone.access.prepared import padded, prepared
from driehoek.facts.people.models import Restriction
from driehoek.features.feed.models import Comment, Corner, Post, Reaction

READS = "reads"


@dataclass
class Triangle:
    """Who took part in one post. The school does by sharing; the others by saying something, or Mooi."""

    guardians: set[int] = field(default_factory=set)  # keys of people; only ever shown as a number
    students: dict[int, str] = field(default_factory=dict)  # who spoke to everyone, by name
    student_reads = False  # in the room of one: whether it is for her too

    school = True

    @property
    def home(self) -> bool:
        return bool(self.guardians)

    @property
    def child(self) -> bool:
        return bool(self.students)

    @property
    def names(self) -> str:
        """ "Yusuf", or "3 kinderen"."""
        first, *more = self.students.values()
        number = len(more) + 1
        return ngettext("%(n)s kind", "%(n)s kinderen", number) % {"n": number} if more else first

    @property
    def is_closed(self) -> bool:
        return self.home and self.child


def triangles(posts: Iterable[Post]) -> dict[int, Triangle]:
    """By the key of the post, in one query."""
    return joined_in(prepared(_parts, padded(post.pk for post in posts)))


def triangle_of(post: Post) -> Asking[Triangle]:
    """Of one post, as a part of its page."""
    return joined_in((yield from asked(_parts, (post.pk,))))[post.pk]


def joined_in(found: Iterable[tuple[int, int, str, str]]) -> dict[int, Triangle]:
    """The corners by the key of the post.

    What stands in a line with the school counts for nobody: with few families a number that moves would tell
    one guardian that another wrote. In the room of one child the same goes for Mooi.
    """
    corners: dict[int, Triangle] = defaultdict(Triangle)
    for post, person, corner, name in found:
        if corner == Corner.CHILD and name:
            corners[post].students[person] = name
        elif corner == Corner.HOME:
            corners[post].guardians.add(person)
        elif corner == READS:
            corners[post].student_reads = True
    return corners


def _parts(keys: tuple[int, ...]) -> QuerySet[Comment, Any]:
    return _remarks(keys).union(_reactions(keys), _readers(keys))


def _remarks(keys: tuple[int, ...]) -> QuerySet[Comment, Any]:
    """Who spoke to everyone. Who hides, or is kept from somebody, has no name here: the drawing of a card is
    shared by all who read the post."""
    kept = Restriction.objects.filter(student=OuterRef("author"), kind=Restriction.Kind.NO_ACCESS)
    open_to_all = Q(~Exists(kept), author__protection=None)
    name = Case(When(open_to_all, then="author__given_name"), default=Value(""))
    counted = Comment.objects.filter(post__in=keys, thread_of=None, removal=None)
    return counted.values_list("post", "author", "corner", name)


def _reactions(keys: tuple[int, ...]) -> QuerySet[Reaction, Any]:
    counted = Reaction.objects.filter(post__in=keys, post__student=None)
    return counted.values_list("post", "person", "corner", Value(""))


def _readers(keys: tuple[int, ...]) -> QuerySet[Post, Any]:
    """The student in whose room it stands, when it is for her too."""
    hers = Post.objects.filter(pk__in=keys, student__isnull=False, audience__lines__role=Role.STUDENT)
    return hers.values_list("pk", "student", Value(READS), Value(""))
