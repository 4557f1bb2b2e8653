"""Whether what is said under a post is about one child of its group, its room or its school."""

import datetime as dt

from driehoek.backbone.access.querysets import rows
from driehoek.backbone.access.viewer import Viewer
from driehoek.facts.people.models import Person
from driehoek.facts.people.naming import names_one_of, says_my_child
from driehoek.facts.schools.models import Enrolment
from driehoek.features.feed.models import Post


def is_about_one_child(text: str, post: Post, day: dt.date) -> bool:
    """A question that belongs in a line of one's own. The name of a child whose place must stay secret is no
    reason to ask: that would tell whoever tries a name that she is here."""
    return says_my_child(text) or names_one_of(_children(post, day, protection=None), text)


def names_another(text: str, post: Post, viewer: Viewer) -> bool:
    """A given name of a child of this post who is not this student herself stands in the text."""
    if post.student:
        return False
    others = Person.objects.exclude(pk=viewer.person.pk).values("pk")
    return names_one_of(_children(post, viewer.today, protection=None, pk__in=others), text)


def names_a_pupil(text: str, post: Post, viewer: Viewer) -> bool:
    """A given name of a child of this post, whom this colleague may see, stands in the text. In the room
    of one child everybody knows whom it is about."""
    if post.student:
        return False
    seen = rows(Person, viewer, may="see").values("pk")
    return names_one_of(_children(post, viewer.today, pk__in=seen), text)


def names_a_child(text: str, post: Post, day: dt.date) -> bool:
    """A given name of a child of the group, the room or the school of this post stands in the text."""
    return names_one_of(_children(post, day), text)


def _children(post: Post, day: dt.date, **like: object) -> list[str]:
    if post.student:
        return [post.student.given_name]
    enrolments = Enrolment.objects.on(day).filter(
        **{f"student__{field}": value for field, value in like.items()}
    )
    here = (
        enrolments.filter(group=post.group)
        if post.group_id
        else enrolments.filter(group__school=post.school_id)
    )
    return list(here.values_list("student__given_name", flat=True).distinct())
