"""Gives people the faces that were drawn for them, through the same door as a photo from a phone."""

import io

from demo.drawings.people import CAST
from demo.drawings.photos import face
from driehoek.facts.people.models import Person, Portrait
from driehoek.surfaces.demo.loading.boards import People
from driehoek.surfaces.demo.loading.sources import read


def give_faces(people: People) -> None:
    """The drawn cast, everyone who can be tried, who works at a school, who introduced
    herself to a class, and the children of groep 5."""
    for key in sorted(with_faces()):
        if key in people:
            put_face(people[key], key)


def with_faces() -> set[str]:
    """Their keys."""
    cast = read("cast.toml")
    tried = {key for corner in read("visitors.toml")["corner"] for key in corner["people"]}
    group = {key for key, child in cast["child"].items() if child["group"] == "groep 5"}
    known = {parent["by"] for parent in read("introductions.toml")["parent"]}
    return set(CAST) | tried | group | known | set(cast["staff"])


def put_face(person: Person, key: str) -> None:
    Portrait.put(person, io.BytesIO(face(key, person.family_name)))
