"""A compliment in one tap: one of a few sentences about a child, for her own family and for herself."""

import datetime as dt

from django.db import transaction

from driehoek.backbone.access.viewer import Viewer
from driehoek.base.core.clock import at, day_of
from driehoek.facts.people.models import Person
from driehoek.facts.schools.hours import usual_time
from driehoek.features.feed.models import Kind, Post
from driehoek.features.feed.models.sentences import NAME, WRITTEN_IN, compliments
from driehoek.features.feed.places import Place, places


def sentences_about(child: Person) -> list[str]:
    return [sentence.replace(NAME, child.given_name) for sentence in compliments()]


@transaction.atomic
def give(child: Person, number: int, viewer: Viewer) -> Post | None:
    """Put it in the room of the child. Tapped twice on one day it is one. None: she has no place there."""
    Person.objects.select_for_update().get(pk=viewer.person.pk)  # the second tap waits for the first
    room = next((place for place in places(viewer) if place.student == child), None)
    if room is None:
        return None
    title = sentences_about(child)[number]
    known = Post.objects.filter(author=viewer.person, student=child, kind=Kind.COMPLIMENT, title=title)
    known = known.filter(created_at__gte=_midnight(viewer.now), publication__isnull=False, withdrawal=None)
    return known.first() or _write(room, title, viewer)


def _write(room: Place, title: str, viewer: Viewer) -> Post:
    post = Post.begin(room, by=viewer.person, at=viewer.now)
    post.write({"kind": Kind.COMPLIMENT, "title": title}, place=room, with_students=True)
    post.language = WRITTEN_IN  # the sentence is ours, whatever she speaks
    post.save(update_fields=["language"])
    post.share(by=viewer.person, at=viewer.now, due_at=usual_time(room.school, viewer.now))
    return post


def _midnight(now: dt.datetime) -> dt.datetime:
    return at(day_of(now), dt.time())
