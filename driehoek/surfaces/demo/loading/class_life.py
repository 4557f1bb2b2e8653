"""What stands under and beside the posts of the demo: polls, questions, agreements, tips and days."""

import datetime as dt
from typing import Any

from driehoek.base.core.clock import at, day_of
from driehoek.facts.people.models import Person
from driehoek.facts.schools.hours import is_school_day, next_school_day
from driehoek.facts.schools.models import Group, School
from driehoek.features.dayreports.models import DayReport
from driehoek.features.feed.models import (
    Comment,
    ExplanationRequest,
    GroupAgreement,
    Poll,
    Post,
    SharedQuestion,
)
from driehoek.features.feed.models.kinds import EVERY_OWN_FIELD
from driehoek.features.tips.models import Tip
from driehoek.surfaces.demo.loading import enclosures
from driehoek.surfaces.demo.loading.boards import People
from driehoek.surfaces.demo.loading.sources import read

Said = dict[str, Any]  # one table of a TOML file
A_DAY, AN_HOUR = dt.timedelta(days=1), dt.timedelta(hours=1)
EVENING = dt.time(20)


def own_fields(said: Said, written: dt.datetime, school: School) -> Said:
    """What only this kind of post has; homework is due so many days after it was given."""
    fields = {name: said[name] for name in EVERY_OWN_FIELD if name in said}
    if "due_in" in said:
        day = day_of(written) + dt.timedelta(days=said["due_in"])
        fields["due_on"] = day if is_school_day(day, school) else next_school_day(day, school)
    return fields


class Beside:
    """What belongs to one post besides its words and photos."""

    def __init__(self, post: Post, people: People, now: dt.datetime) -> None:
        self.post, self.people, self.now = post, people, now
        self.out = post.publication.due_at

    def add(self, said: Said) -> None:
        if "poll" in said:
            self._poll(said["poll"])
        for key in said.get("puzzled", ()):
            self._ask_why(self.people[key])
        if "shared_question" in said:
            self._share(said["shared_question"])

    def _poll(self, said: Said) -> None:
        closes = at(day_of(self.out) + said["days"] * A_DAY, EVENING)
        poll = Poll.objects.create(post=self.post, question=said["question"], closes_at=closes)
        poll.offer(said["answers"])
        voters = iter(self._families())
        for option, number in zip(poll.options.all(), said["given"], strict=True):
            for _vote, voter in zip(range(number), voters, strict=False):
                poll.answer(option, by=voter, at=min(self.out + AN_HOUR, self.now))

    def _families(self) -> list[Person]:
        readers = self.post.audience.people(day_of(self.now))
        return list(readers.filter(appointments=None, birth_date=None).order_by("pk"))

    def _ask_why(self, person: Person) -> None:
        then = min(self.out + 2 * AN_HOUR, self.now)
        ExplanationRequest.ask(self.post, "Ik snap dit niet.", by=person, corner="home", at=then)

    def _share(self, said: Said) -> None:
        """Asked in private, answered for all, and the asker said yes."""
        asker = self.people[said["asker"]]
        comment = Comment.objects.filter(post=self.post, author=asker).exclude(thread_of=None).first()
        if comment is None:
            return
        words = {"question": said["question"], "answer": said["answer"]}
        row = SharedQuestion.propose(comment, **words, by=self.post.author, at=comment.at, due_at=comment.at)
        row.decide(True, words=row.words, by=asker, at=comment.at)


class ClassLife:
    """Everything in demo/class_life.toml."""

    def __init__(self, schools: dict[str, School], people: People, now: dt.datetime) -> None:
        self.schools, self.people, self.now = schools, people, now
        groups = Group.objects.filter(school__in=schools.values()).select_related("school")
        self.groups = {group.name: group for group in groups}

    def begin(self) -> None:
        said = read("class_life.toml")
        for row in said["agreement"]:
            self._agree(dict(row))
        for row in said["tip"]:
            tip = dict(row)
            Tip.add(self.schools[tip.pop("school")], tip, by=self.people[tip.pop("by")], at=self.now - A_DAY)
        for row in said["day"]:
            self._days(row)

    def _agree(self, terms: Said) -> None:
        group, by = self.groups[terms.pop("group")], self.people[terms.pop("by")]
        GroupAgreement.publish(group, terms, by=by, at=self.now - 30 * A_DAY)

    def _days(self, said: Said) -> None:
        """Today and the two days before; what was different for a child is told of today alone."""
        group, by = self.groups[said["group"]], self.people[said["by"]]
        usual = {"eaten": said["eaten"], "mood": said["mood"], "slept": ""}
        for ago in (2, 1, 0):
            then = self.now - ago * A_DAY
            for key, other in said["children"].items():
                report = {**usual, **(other if ago == 0 else {})}
                words = report.pop("spoken", "")
                voices = enclosures.spoken(words, by=by, school=group.school, at=then, hat="school")
                DayReport.write(
                    self.people[key], group, report, by=by, at=then, day=day_of(then),
                    voice=next(iter(voices), None),
                )  # fmt: skip
