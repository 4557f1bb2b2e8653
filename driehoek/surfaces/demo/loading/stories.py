"""What families told from home, and what of it was reported."""

import datetime as dt
import io
from typing import Any

from demo.drawings.photos import photo as drawn
from driehoek.backbone.media.models import Photo
from driehoek.backbone.moderation.models import Case
from driehoek.backbone.moderation.models.conduct import Conduct
from driehoek.backbone.moderation.reporting import REPORTABLE
from driehoek.base.core.clock import day_of
from driehoek.facts.schools.models import Group
from driehoek.features.stories.models import Story
from driehoek.surfaces.demo.loading import enclosures
from driehoek.surfaces.demo.loading.boards import People
from driehoek.surfaces.demo.loading.moments import moment
from driehoek.surfaces.demo.loading.sources import read

Said = dict[str, Any]  # one [[story]] of the file
LATER = dt.timedelta(minutes=25)
CHOICES = ("for_class", "in_circle", "at_home")


def tell_stories(people: People, first_day: dt.date, now: dt.datetime) -> list[Story]:
    """In the order in which it happened; nothing from before the school year."""
    told = [(moment(said["when"], now), said) for said in read("stories.toml")["story"]]
    return [tell(people, said, at) for at, said in sorted(told, key=first) if day_of(at) >= first_day]


def first(pair: tuple[dt.datetime, Said]) -> dt.datetime:
    return pair[0]


def tell(people: People, said: Said, at: dt.datetime) -> Story:
    by, student = people[said["by"]], people[said["student"]]
    group = Group.objects.filter(enrolments__student=student, name=said["group"]).latest("pk")
    voices = enclosures.spoken(said.get("spoken", ""), by=by, school=group.school, at=at)
    story = Story.begin(student, group, said["text"], by=by, at=at, voice=voices[0] if voices else None)
    story.add(
        Photo.take(io.BytesIO(drawn(scene)), school=group.school, by=by, at=at, alt=alt)
        for scene, alt in said.get("photos", ())
    )
    choices = {name: said.get(name, False) for name in CHOICES}
    if choices["for_class"]:
        Conduct.of(group.school).accept(by=by, at=at)
    story.send(who=said.get("on_photos", ""), **choices, by=by, at=at)
    if "shown" in said:
        story.show(by=people["anouk"], at=at + LATER)
    if "reported" in said:
        report(people, story, said["reported"], at + LATER)
    return story


def report(people: People, story: Story, said: Said, at: dt.datetime) -> None:
    words = REPORTABLE["van-thuis"].said(story)
    Case.report(story, words, by=people[said["by"]], reason=said["reason"], words=said["words"], at=at)
