"""The boards and schools of the demo, and finding its people again by their short key."""

import datetime as dt

from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import Board, ExternalKey, Group, School
from driehoek.surfaces.demo.loading.sources import PREFIXES, read, short


def found_boards() -> dict[str, School]:
    """Make the boards and their schools; saying it twice changes nothing. Keyed by slug."""
    office, schools = read("office.toml"), {}
    for board in office["board"]:
        owner, _ = Board.objects.get_or_create(name=board["name"])
        for slug in board["schools"]:
            facts = dict(office["school"][slug])
            facts["bell_time"] = dt.time.fromisoformat(facts["bell_time"])
            name = facts.pop("name")
            schools[slug], _ = School.objects.get_or_create(board=owner, name=name, defaults=facts)
    return schools


class People:
    """The demo's people by short key: people["naima"]. A key that is not there is a KeyError."""

    def __init__(self, schools: dict[str, School]) -> None:
        keys = ExternalKey.objects.filter(school__in=schools.values(), person__isnull=False)
        rows = keys.select_related("person").order_by("-pk")
        self.by_key = {short(row.key): row.person for row in rows if row.person}

    def __getitem__(self, key: str) -> Person:
        return self.by_key[key]

    def __contains__(self, key: str) -> bool:
        return key in self.by_key


def group_named(school: School, name: str) -> Group:
    """The school's newest group of that name."""
    return Group.objects.filter(school=school, name=name).latest("pk")


def external_key(slug: str, key: str) -> str:
    """How that school's roster writes the key: "dv-naima"."""
    return f"{PREFIXES[slug]}-{key}"
