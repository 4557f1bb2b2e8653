"""The children of the person who looks, and which of them a piece of news is about."""

from dataclasses import dataclass

from django.db.models import QuerySet

from driehoek.backbone.access.models import Role, Seat
from driehoek.backbone.access.prepared import prepared
from driehoek.backbone.access.querysets import rows
from driehoek.backbone.access.viewer import Viewer
from driehoek.base.core.text import listed
from driehoek.facts.people.models import Person
from driehoek.features.feed.models import Post
from driehoek.features.following.signing import ToSign, to_sign, to_step, with_proposal
from driehoek.features.kitchen.seating import Seated, at_table, seat
from driehoek.features.pulse.asking import with_questions
from driehoek.features.talks.confirming import ToConfirm, to_confirm, with_pledges
from driehoek.features.talks.soon import Soon, soon, with_talk


@dataclass(frozen=True)
class Child:
    """A child as her own family meets her: a face, and the groups and schools where she sits."""

    person: Person
    groups: frozenset[int]
    schools: frozenset[int]
    where: str  # "groep 5"
    seated: Seated  # at the kitchen table
    talk: Soon | None  # in these days
    proposal: ToSign | None  # about looking along
    step: ToSign | None  # that comes in it
    agreed: ToConfirm | None  # at a talk, and she did not say yes yet

    @property
    def pk(self) -> int:
        return self.person.pk

    def is_in(self, post: Post) -> bool:
        """Whether this post is about her: her own room, her group, or her whole school."""
        if post.student_id or post.group_id:
            return post.student_id == self.pk or post.group_id in self.groups
        return post.school_id in self.schools


def family_of(viewer: Viewer) -> list[Child]:
    """The children this viewer may see, the youngest first."""
    return [child_of(person, viewer) for person in prepared(_children, viewer)]


def _children(me: Viewer) -> QuerySet[Person]:
    children = at_table(rows(Person, me, may="see"), me)
    for with_more in (with_talk, with_proposal, with_pledges, with_questions):
        children = with_more(children, me)
    return children.select_related("portrait").order_by("-birth_date", "given_name")


def child_of(person: Person, viewer: Viewer) -> Child:
    seats = [seat for seat in viewer.seats if seat.student_id == person.pk]
    names = [seat.group.name for seat in seats if seat.group]
    return Child(
        person=person,
        groups=frozenset(seat.group_id for seat in seats + left_by(person, viewer) if seat.group_id),
        schools=frozenset(seat.school_id for seat in seats if seat.school_id),
        where=listed(dict.fromkeys(names)),
        seated=seat(person, viewer),
        talk=soon(person, viewer),
        proposal=to_sign(person, viewer),
        step=to_step(person, viewer),
        agreed=to_confirm(person, viewer),
    )


def left_by(person: Person, viewer: Viewer) -> list[Seat]:
    return [seat for seat in viewer.left if seat.student_id == person.pk]


def is_student(viewer: Viewer) -> bool:
    return any(seat.role == Role.STUDENT for seat in viewer.seats)
