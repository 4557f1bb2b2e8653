"""Newsletters of the demo: one that everybody got, and one that is being written."""

import datetime as dt
import io
import uuid
from dataclasses import replace
from typing import Any  # what stands in a TOML file

from driehoek.backbone.media.checking import answer_check, exceptions, place
from driehoek.backbone.media.models import Photo
from driehoek.backbone.translation.models import Correction
from driehoek.backbone.translation.texts import Text
from driehoek.base.core.clock import day_of
from driehoek.facts.consent.purposes import Purpose
from driehoek.facts.people.models import Person
from driehoek.facts.schools.hours import next_school_day
from driehoek.facts.schools.models import Group, School
from driehoek.features.newsletters.copying import copy_due
from driehoek.features.newsletters.models import Attendance, Block, BlockPhoto, Newsletter, Opening
from driehoek.features.newsletters.models.block import Said, Tags
from driehoek.surfaces.demo.loading.boards import People
from driehoek.surfaces.demo.loading.moments import moment
from driehoek.surfaces.demo.loading.posts import drawn_once
from driehoek.surfaces.demo.loading.sources import read
from driehoek.surfaces.demo.loading.translations import SPOKEN

A_DAY = dt.timedelta(days=1)
Row = dict[str, Any]  # one [[newsletter]] or [[newsletter.block]] of the file


def write_newsletters(schools: dict[str, School], people: People, now: dt.datetime) -> None:
    for row in read("newsletters.toml")["newsletter"]:
        sent_at = moment(row["when"], now) if "when" in row else None
        newsletter = _begin(row, schools[row["school"]], people, (sent_at or now) - 2 * A_DAY)
        if sent_at:
            _send(newsletter, row, people, sent_at)


def _begin(row: Row, school: School, people: People, at: dt.datetime) -> Newsletter:
    token = uuid.uuid5(uuid.NAMESPACE_OID, row["title"])
    newsletter = Newsletter.begin(school, row["title"], token=token, by=people[row["by"]], at=at)
    _translate(newsletter.texts, row, people[row["by"]], at)
    groups = {group.name: group for group in Group.objects.filter(school=school)}
    for said in row["block"]:
        _add(newsletter, said, groups, people[said["by"]], at)
    return newsletter


def _add(newsletter: Newsletter, row: Row, groups: dict[str, Group], by: Person, at: dt.datetime) -> None:
    said = Said(title=row["title"], text=row["text"], is_open=row.get("open", False))
    if "on" in row:
        starts, ends = (dt.time.fromisoformat(row[name]) for name in ("starts", "ends"))
        day = _school_days_on(newsletter.school, day_of(at), row["on"])
        said = replace(said, on=day, starts=starts, ends=ends, place=row["place"], asks=True)
    tags = Tags(tuple(groups[name] for name in row.get("groups", ())))
    token = uuid.uuid5(uuid.NAMESPACE_OID, row["title"])
    block = Block.add(newsletter, row["kind"], said, tags, token=token, by=by, at=at)
    if block:
        _translate(block.texts, row, by, at)
        _illustrate(block, row, by, at)


def _illustrate(block: Block, row: Row, by: Person, at: dt.datetime) -> None:
    """Through the real door; nobody who may not be in a newsletter is on them."""
    photos = [
        Photo.take(io.BytesIO(drawn_once(scene)), school=block.newsletter.school, by=by, at=at, alt=alt)
        for scene, alt in row.get("photos", ())
    ]
    if not photos:
        return
    groups, day = list(Group.objects.filter(pk__in=block.groups(at))), day_of(at)
    place(photos, groups, taken_on=day, purpose=Purpose.NEWSLETTER)
    absent = exceptions(groups, Purpose.NEWSLETTER, day)
    answer_check(photos, {student.pk: () for student in absent}, by=by, at=at)
    BlockPhoto.objects.bulk_create(
        BlockPhoto(block=block, photo=photo, position=number) for number, photo in enumerate(photos)
    )


def _school_days_on(school: School, day: dt.date, number: int) -> dt.date:
    for _one in range(number):
        day = next_school_day(day, school)
    return day


def _translate(texts: dict[str, Text], row: Row, by: Person, at: dt.datetime) -> None:
    """By hand, before it went."""
    for language in SPOKEN:
        for name, words in row.get(language, {}).items():
            Correction.write(texts[name], language, words, by=by, at=at)


def _send(newsletter: Newsletter, row: Row, people: People, at: dt.datetime) -> None:
    newsletter.send(by=people[row["by"]], at=at, due_at=at)
    copy_due(at)
    for block in newsletter.blocks.filter(asks=True).select_related("newsletter"):
        for key, number in row.get("comes", {}).items():
            Attendance.tell(block, number, by=people[key], at=at + A_DAY / 24, day=day_of(at))
    if row.get("open"):
        Opening.give(newsletter, by=people[row["by"]], at=at)
