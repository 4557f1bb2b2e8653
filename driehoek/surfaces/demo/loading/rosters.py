"""Reads the demo's rosters through the real import, as the nightly job of each school would have."""

import csv
import datetime as dt
import re
import shutil
import tempfile
from pathlib import Path

from driehoek.base.core.clock import at
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import ExternalKey, School
from driehoek.facts.schools.roster_import.changes import apply, propose
from driehoek.facts.schools.roster_import.proposal import Proposal
from driehoek.facts.schools.roster_import.reading.formats import read
from driehoek.features.rosters.models import Upload
from driehoek.surfaces.demo.loading.boards import People
from driehoek.surfaces.demo.loading.sources import Calendar

NIGHT = dt.time(4)
DATE = re.compile(r"\b(\d{4})-(\d\d)-(\d\d)\b|\b(\d\d)-(\d\d)-(\d{4})\b")
YEAR = re.compile(r"\b(20\d\d)-(20\d\d)\b")
Night = tuple[School, dt.datetime, Proposal]  # what the nightly job did at a school
ALSO_HERE = {"het-kompas": {"verzorger:hk-naima": "naima", "verzorger:hk-rachid": "rachid"}}


def import_rosters(folder: Path, schools: dict[str, School], calendar: Calendar) -> list[Night]:
    """Every school twice: as it was on the first day, and as it is today. Gives the nights on which something
    changed."""
    nights: list[Night] = []
    with tempfile.TemporaryDirectory() as made:
        for slug, school in schools.items():
            files = moved(folder / slug, Path(made) / slug, calendar)
            know_again(slug, schools)
            for day in (calendar.first_day, calendar.today):
                nights += import_one(files, school, max(day, calendar.first_day))
    speak_as_chosen(folder / "languages.csv", People(schools))
    return nights


def import_one(files: Path, school: School, day: dt.date) -> list[Night]:
    """What the office agrees to when it has looked: everything the roster proposes."""
    roster = read([files], day)
    proposal = propose(roster, school, day)
    if proposal.is_empty:
        return []
    return [(school, at(day, NIGHT), apply(roster, school, at(day, NIGHT), day, proposal.digest))]


def remember(nights: list[Night]) -> None:
    """So that the office finds on its page what came in."""
    for school, moment, proposal in nights:
        Upload.note_done(school, proposal, now=moment)


def know_again(slug: str, schools: dict[str, School]) -> None:
    """Parents who came in at one school and then typed the code of the other: one person, two keys."""
    wanted = ALSO_HERE.get(slug, {})
    for key, who in wanted.items():
        person = People(schools)[who]
        ExternalKey.objects.get_or_create(school=schools[slug], key=key, person=person)


def speak_as_chosen(file: Path, people: People) -> None:
    """What each guardian chose when she came in: a roster seldom knows the language of a home."""
    with file.open(encoding="utf-8", newline="") as rows:
        chosen = [(row["key"], row["language"]) for row in csv.DictReader(rows)]
    for language in {language for _key, language in chosen}:
        keys = [people[key].pk for key, spoken in chosen if spoken == language]
        Person.objects.filter(pk__in=keys).update(language=language)


def moved(source: Path, target: Path, calendar: Calendar) -> Path:
    """The roster in the school year of today. In the year it was written for, the files as they are."""
    if calendar.years == 0:
        return source
    shutil.copytree(source, target)
    for file in target.iterdir():
        file.write_text(in_this_year(file.read_text(encoding="utf-8"), calendar), encoding="utf-8")
    return target


def in_this_year(text: str, calendar: Calendar) -> str:
    """With every year and date in it moved."""
    if calendar.years == 0:
        return text
    text = YEAR.sub(lambda found: "-".join(str(int(year) + calendar.years) for year in found.groups()), text)
    return DATE.sub(lambda found: written(found, calendar), text)


def written(found: re.Match[str], calendar: Calendar) -> str:
    """The moved date in the order in which it stood."""
    year, month, day, dutch_day, dutch_month, dutch_year = found.groups()
    if year:
        return calendar.moved(dt.date(int(year), int(month), int(day))).isoformat()
    return f"{calendar.moved(dt.date(int(dutch_year), int(dutch_month), int(dutch_day))):%d-%m-%Y}"
