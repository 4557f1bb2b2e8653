"""From a choice for paper to what waits for a letter, for tests to walk through by hand."""

import datetime as dt

from driehoek.backbone.notifications.models import Delivery
from driehoek.backbone.notifications.preferences import prefer
from driehoek.backbone.notifications.telling import tell_due
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import Group
from driehoek.features.feed.models import Poll, Post
from driehoek.features.feed.places import Place
from tests.cast import NOW


def wants(person: Person, *categories: str) -> None:
    for category in categories or ("news",):
        prefer(person, category=category, channel="paper", rhythm="weekly")


def shared(
    by: Person, group: Group, *, title: str = "Bruggen van papier", text: str = "Sterk!", ask: str = ""
) -> Post:
    post = written(by, group, title=title, text=text, ask=ask)
    post.share(by=by, at=NOW, due_at=NOW)
    return post


def ask_all(by: Person, group: Group, question: str, *answers: str) -> Poll:
    """News with a question that one tap answers."""
    post = written(by, group)
    poll = Poll.objects.create(post=post, question=question, closes_at=NOW + dt.timedelta(days=7))
    poll.offer(list(answers or ("Ja", "Nee")))
    post.share(by=by, at=NOW, due_at=NOW)
    return poll


def written(
    by: Person, group: Group, *, title: str = "Wij gaan op pad", text: str = "Sterk!", ask: str = ""
) -> Post:
    place = Place(group.school, group=group)
    post = Post.begin(place, by=by, at=NOW)
    post.write({"title": title, "text": text, "ask_at_home": ask}, place=place)
    return post


def tell() -> None:
    while tell_due(NOW):
        pass


def deliveries(person: Person) -> list[tuple[str, str]]:
    rows = Delivery.objects.filter(notification__person=person, channel="paper").order_by("pk")
    return [(row.state, row.reason) for row in rows]
