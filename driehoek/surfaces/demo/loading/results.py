"""The results of the demo, taken in day by day, as the school's own system would have sent them."""

import datetime as dt
from collections import defaultdict
from decimal import Decimal
from typing import Any

from driehoek.base.core.clock import at, day_of
from driehoek.facts.people.models import Person
from driehoek.facts.schools.hours import is_school_day
from driehoek.facts.schools.models import ExternalKey, School
from driehoek.facts.schools.roster_import.roster import Place
from driehoek.features.results.comparing import Comparing
from driehoek.features.results.models import Source
from driehoek.features.results.planning import Terms, opening_after
from driehoek.features.results.said import Complaints, SaidItem, SaidResult, value_of
from driehoek.features.results.taking import Taking
from driehoek.surfaces.demo.loading.boards import People
from driehoek.surfaces.demo.loading.moments import summed_up
from driehoek.surfaces.demo.loading.sources import read

Row = dict[str, Any]  # one table of the TOML file
Day = tuple[list[SaidItem], list[SaidResult]]
AFTER_LUNCH = dt.time(14, 2)
A_DAY = dt.timedelta(days=1)
HERE = Place("results.toml", 0)


def give_marks(schools: dict[str, School], people: People, now: dt.datetime, first_day: dt.date) -> None:
    terms = [
        _Term(book, schools[book["school"]], people, now, first_day) for book in read("results.toml")["book"]
    ]
    for term in terms:
        term.collect()
    days = [(moment, number) for number, term in enumerate(terms) for moment in term.days]
    for moment, number in sorted(days):  # what one school gets on one day comes out together
        terms[number].bring(moment)


class _Term:
    """One mark book since the summer."""

    def __init__(
        self, book: Row, school: School, people: People, now: dt.datetime, first_day: dt.date
    ) -> None:
        self.book, self.school, self.people, self.now, self.first_day = book, school, people, now, first_day
        self.source, _new = Source.objects.get_or_create(school=school, name=book["source"])
        keys = ExternalKey.objects.filter(school=school, group__name=book["group"])
        self.group = keys.latest("group").key
        self.days = defaultdict[dt.datetime, Day](lambda: ([], []))

    def collect(self) -> None:
        for subject in self.book["subject"]:
            for mark in subject["marks"]:
                self._mark(subject, mark)
        for number, work in enumerate(self.book.get("homework", ())):
            self._give_homework(self._homework(number, work), work)

    def bring(self, moment: dt.datetime) -> None:
        items, results = self.days[moment]
        comparing = Comparing(self.source, Complaints(), day_of(moment))
        taking = Taking(self.source, comparing, moment)
        taking.items(items)
        taking.results(results)

    def _give_homework(self, item: SaidItem, work: Row) -> None:
        """For the days to come; or in the week that was summed up, with what became of it."""
        moment = at(item.due_on, AFTER_LUNCH) if "due" in work and item.due_on else self._fresh()
        self.days[moment][0].append(item)
        for name, status in work.get("became", {}).items():
            student, key = self._key_of(self.people[name]), f"{name} {item.key}"
            said = SaidResult(HERE, key, student, item.key, status=status, stamped_at=moment)
            self.days[moment][1].append(said)

    def _mark(self, subject: Row, mark: Row) -> None:
        moment = self._when(mark["ago"])
        if day_of(moment) < self.first_day:
            return
        items, results = self.days[moment]
        item = self._item(subject["name"], mark, day_of(moment))
        if item.key not in {one.key for one in items}:
            items.append(item)
        score, text = value_of(mark.get("value", ""))
        results.append(
            SaidResult(
                HERE,
                key=f"{subject['student']} {item.key}",
                student=self._key_of(self.people[subject["student"]]),
                item=item.key,
                score=score,
                text=text,
                status="missing" if mark.get("missing") else "graded",
                scored_on=None if mark.get("missing") else day_of(moment),
                comment=mark.get("said", ""),
                stamped_at=moment,
            )
        )

    def _item(self, subject: str, mark: Row, day: dt.date) -> SaidItem:
        due_on = day_of(self.now) - mark["due"] * A_DAY if "due" in mark else None
        key, scale = f"{subject} {mark['work']}", (Decimal(1), Decimal(10))
        least, most = scale if mark.get("value", "")[:1].isdigit() else (None, None)
        return SaidItem(
            HERE, key, subject, mark["work"], category=mark["kind"], assigned_on=day, due_on=due_on,
            least=least, most=most,
        )  # fmt: skip

    def _homework(self, number: int, work: Row) -> SaidItem:
        ahead = day_of(self.now) + work.get("ahead", 0) * A_DAY
        due_on = self._in_week(work["due"]) if "due" in work else self._school_day(ahead, A_DAY)
        return SaidItem(
            HERE,
            f"homework {self.group} {number}",
            work["subject"],
            work["title"],
            group=self.group,
            category="Huiswerk",
            description=work["text"],
            assigned_on=min(due_on - 5 * A_DAY, day_of(self.now) - A_DAY),
            due_on=due_on,
        )

    def _key_of(self, person: Person) -> str:
        return ExternalKey.objects.filter(school=self.school, person=person).latest("pk").key

    def _when(self, ago: int | str) -> dt.datetime:
        """So many days ago, "new" to her alone, or a day of the week that was summed up."""
        if ago == "new":
            return self._fresh()
        return self._moment(ago) if isinstance(ago, int) else at(self._in_week(ago), AFTER_LUNCH)

    def _in_week(self, name: str) -> dt.date:
        return self._school_day(summed_up(name, day_of(self.now)), -A_DAY)

    def _moment(self, ago: int) -> dt.datetime:
        """So many days ago, on a day with school."""
        return at(self._school_day(day_of(self.now) - ago * A_DAY, -A_DAY), AFTER_LUNCH)

    def _fresh(self) -> dt.datetime:
        """The last time of which the student knows it by now."""
        day = day_of(self.now)
        while opening_after(self.school, Terms(), moment := at(day, AFTER_LUNCH)) > self.now:
            day = self._school_day(day - A_DAY, -A_DAY)
        return moment

    def _school_day(self, day: dt.date, step: dt.timedelta) -> dt.date:
        while not is_school_day(day, self.school):
            day += step
        return day
