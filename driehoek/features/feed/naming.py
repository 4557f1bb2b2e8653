"""Whether a text is about one child: it says so, or it names a child of the group."""

import datetime as dt
import re
from collections.abc import Iterable

from driehoek.backbone.access.querysets import rows
from driehoek.backbone.access.viewer import Viewer
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import Enrolment
from driehoek.features.feed.models import Post

# "my child, son, daughter" in the languages of the portal
MY_CHILD = re.compile(
    r"\b(?:mijn|m'n|onze|ons)\s+(?:eigen\s+)?(?:kind(?:je)?|zoon(?:tje)?|dochter(?:tje)?|jongen|meisje)\b"
    r"|\b(?:my|our)\s+(?:own\s+)?(?:child|kid|son|daughter|boy|girl)\b"
    r"|\b(?:çocuğum|oğlum|kızım|çocuğumuz|oğlumuz|kızımız)\w*"
    r"|\b(?:moje|mojego|mojej|moja|mój|mojemu|nasz\w*)\s+(?:dziec\w+|syn\w*|córk\w+)"
    r"|\b(?:мо[яєїй]\w*|наш\w*)\s+(?:дитин\w+|син\w*|доньк\w+|дочк\w+)"
    r"|(?:طفلي|طفلتي|ابني|ابنتي|بنتي|ولدي)",
    re.IGNORECASE,
)


def is_about_one_child(text: str, post: Post, day: dt.date) -> bool:
    """A question that belongs in a line of one's own. The name of a child whose place must stay secret is no
    reason to ask: that would tell whoever tries a name that she is here."""
    return bool(MY_CHILD.search(text)) or names_one_of(_children(post, day, protection=None), text)


def names_a_pupil(text: str, post: Post, viewer: Viewer) -> bool:
    """A given name of a child of this post, whom this colleague may see, stands in the text. In the room
    of one child everybody knows whom it is about."""
    if post.student:
        return False
    seen = rows(Person, viewer, may="see").values("pk")
    return names_one_of(_children(post, viewer.today, pk__in=seen), text)


def named(people: Iterable[Person], text: str) -> list[Person]:
    """Those whose given name stands in the text."""
    return [person for person in people if names_one_of([person.given_name], text)]


def names_a_child(text: str, post: Post, day: dt.date) -> bool:
    """A given name of a child of the group, the room or the school of this post stands in the text."""
    return names_one_of(_children(post, day), text)


def names_one_of(children: list[str], text: str) -> bool:
    said = _words(text)
    return any(name and name <= said for name in map(_words, children))


def _words(text: str) -> set[str]:
    return {word.casefold() for word in re.findall(r"[^\W\d_]+", text)}


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
