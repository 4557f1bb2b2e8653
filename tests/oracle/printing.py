"""One letter on paper, made by hand from a post of the cast's world."""

from typing import TYPE_CHECKING

from driehoek.backbone.journal.models import Entry
from driehoek.backbone.notifications.models import Delivery, Notification, PaperLetter
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import Group
from tests.cast import NOW

if TYPE_CHECKING:
    from tests.oracle.life import Life

PAPER = {"channel": "paper", "state": "collected", "rhythm": "weekly", "due_at": NOW, "first_due_at": NOW}


def give_along(life: "Life") -> dict[str, PaperLetter]:
    """With a child of groep 5, with one who hides there, and with one at another school."""
    cast = life.cast
    return {
        "with Yusuf": _printed(life, cast.naima, cast.yusuf, cast.groep_5, "news"),
        "with Lotte": _printed(life, cast.karin, cast.lotte, cast.groep_5, "news"),
        "with Adam": _printed(life, cast.naima, cast.adam, cast.klas_1b, "1B"),
    }


def _printed(life: "Life", guardian: Person, student: Person, group: Group, post: str) -> PaperLetter:
    entry = Entry.objects.filter(verb="feed.post.shared", subject_id=life.posts[post].pk).latest("pk")
    told, _new = Notification.objects.get_or_create(person=guardian, entry=entry)
    item = Delivery.objects.create(notification=told, **PAPER)
    letter = PaperLetter.make(guardian, student, group, [item.pk], by=life.cast.joris, at=NOW)
    assert letter is not None
    return letter
