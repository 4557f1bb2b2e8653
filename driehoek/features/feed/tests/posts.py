"""Posts for the tests: a draft of Juf Anouk for groep 5, and the same after it came out."""

import datetime as dt

from driehoek.features.feed.models import Post
from driehoek.features.feed.places import Place
from tests.cast import Cast

HOUR = dt.timedelta(hours=1)


def draft(cast: Cast, title: str = "Wij bouwden bruggen van papier", *, with_students: bool = False) -> Post:
    """On her desk, for the guardians of groep 5."""
    place = Place(cast.vlieger, group=cast.groep_5)
    post = Post.begin(place, by=cast.anouk, at=cast.now - HOUR)
    words = {"title": title, "text": "De sterkste brug droeg 14 boeken. Het geheim: driehoeken!"}
    post.write(words, place=place, with_students=with_students)
    return post


def shared(cast: Cast, title: str = "Wij bouwden bruggen van papier", *, with_students: bool = False) -> Post:
    """Came out half an hour ago."""
    post = draft(cast, title, with_students=with_students)
    post.share(by=cast.anouk, at=cast.now - HOUR, due_at=cast.now - HOUR / 2)
    return post
