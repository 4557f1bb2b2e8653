"""Conversations between home and school, as demo/talks.toml tells them."""

import datetime as dt
from typing import Any

from driehoek.backbone.media.models import Attachment
from driehoek.backbone.moderation.models import Case
from driehoek.backbone.moderation.reporting import REPORTABLE
from driehoek.base.core.clock import at, day_of
from driehoek.facts.people.models import Person
from driehoek.facts.schools.hours import MORNING, next_school_day
from driehoek.facts.schools.models import Appointment, Enrolment, Function, Leave, School
from driehoek.features.conversations.models import Conversation, Message, TalkRequest, Team
from driehoek.surfaces.demo.loading import enclosures
from driehoek.surfaces.demo.loading.boards import People
from driehoek.surfaces.demo.loading.moments import moment
from driehoek.surfaces.demo.loading.sources import Calendar, read

Said = dict[str, Any]  # one [[talk]] of the TOML file
MINUTE = dt.timedelta(minutes=1)


class Talks:
    """Everything that was said until now."""

    def __init__(
        self, schools: dict[str, School], people: People, calendar: Calendar, now: dt.datetime
    ) -> None:
        self.schools, self.people, self.now = schools, people, now
        self.first_day = calendar.first_day

    def tell(self) -> list[Conversation]:
        said = read("talks.toml")
        for row in said["key_user"]:
            self.appoint(row)
        for row in said["leave"]:
            self.leave(row)
        dated = sorted(
            ((moment(row["when"], self.now), row) for row in said["talk"]), key=lambda pair: pair[0]
        )
        return [self.talk(row, then) for then, row in dated if day_of(then) >= self.first_day]

    def appoint(self, row: Said) -> None:
        """Who helps families with the portal."""
        school = self.schools[row["school"]]
        Appointment.objects.create(
            person=self.people[row["person"]],
            board_id=school.board_id,
            school=school,
            function=Function.KEY_USER,
            starts_on=self.first_day,
            source="office",
        )

    def leave(self, row: Said) -> None:
        today = day_of(self.now)
        Leave.take(
            self.people[row["person"]],
            starts_on=today,
            ends_on=today + dt.timedelta(days=row["days"]),
            deputy=self.people[row["deputy"]],
        )

    def talk(self, row: Said, then: dt.datetime) -> Conversation:
        first, *rest = row["said"]
        by = self.people[first["by"]]
        begun = Conversation.begin(
            self.schools[row["school"]],
            [self.people[key] for key in row.get("children", ())],
            line_of=self.people[row["home"]],
            by=by,
            corner=corner_of(by, self.people[row["home"]]),
            text=first["text"],
            at=then,
            told_at=then,
            with_student=row.get("with_student", False),
            team=Team.HELP if "help" in row else Team.CHILD,
            about=row.get("about", ""),
            attachments=self.pictures(first, self.schools[row["school"]], then),
        )
        for words in rest:
            self.say(begun, words, then + words["after"] * MINUTE)
        self.handle(begun, row, then)
        if "reported" in row:
            self.report(begun, row["reported"], then)
        return begun

    def report(self, begun: Conversation, row: Said, then: dt.datetime) -> None:
        """Somebody asks the leaders to look at what was said."""
        at_ = then + row["after"] * MINUTE
        said = Message.objects.get(conversation=begun, text__contains=row["said"])
        found = REPORTABLE["gesprek"].said(said)
        if at_ <= self.now:
            by, reason = self.people[row["by"]], row["reason"]
            Case.report(said, found, by=by, reason=reason, words=row["words"], at=at_)

    def say(self, begun: Conversation, words: Said, at_: dt.datetime) -> None:
        """What was said before now; what waits goes on the next school morning. Some of it was said in other
        words before, some was taken back."""
        if at_ > self.now:
            return
        by = self.people[words["by"]]
        waits = "waits" in words
        due_at = at(next_school_day(day_of(self.now), begun.school), MORNING) if waits else at_
        corner, pictures = corner_of(by, begun.line_of), self.pictures(words, begun.school, at_)
        first = words["before"] if "before" in words else words["text"]
        said = begun.say(
            first, by=by, corner=corner, at=at_, told_at=due_at, due_at=due_at, attachments=pictures
        )
        if "before" in words:
            said.edit(words["text"], by=by, at=at_ + MINUTE)
        if "taken_back" in words:
            begun.withdraw(said, by=by, at=at_ + MINUTE)

    def pictures(self, words: Said, school: School, at_: dt.datetime) -> list[Attachment]:
        """Photos that go with it, each with what is seen on it."""
        by = self.people[words["by"]]
        hat = "school" if Appointment.objects.filter(person=by).exists() else "home"
        return [
            enclosures.picture(scene, alt, by=by, school=school, at=at_, hat=hat)
            for scene, alt in words.get("photos", ())
        ]

    def handle(self, begun: Conversation, row: Said, then: dt.datetime) -> None:
        """Who took it on, who said that it is done, who would rather talk."""
        if "assigned" in row:
            colleague = self.people[row["assigned"]]
            begun.assign(to=colleague, by=colleague, at=then, told_at=then)
        if "done_by" in row:
            begun.finish(by=self.people[row["done_by"]], at=self.now)
        wish = row.get("talk")
        if wish and then + wish["after"] * MINUTE <= self.now:
            asked_at = then + wish["after"] * MINUTE
            TalkRequest.ask(
                begun,
                where=wish["where"],
                moments=wish["moments"],
                interpreter=wish["interpreter"],
                by=begun.line_of,
                at=asked_at,
                told_at=asked_at,
            )


def read_by_cast(talks: list[Conversation], now: dt.datetime) -> None:
    """Whoever spoke last has seen what came before; the newest words of school are still new at home."""
    for talk in talks:
        said = Message.objects.filter(conversation=talk).select_related("author")
        last = said.filter(due_at__lte=now).latest("pk")
        for author in {message.author for message in said}:
            talk.mark_read(by=author, at=last.due_at if author == last.author else last.at - MINUTE)


def corner_of(person: Person, line_of: Person) -> str:
    if Enrolment.objects.filter(student=person).exists():
        return "child"
    return "home" if person == line_of else "school"
