"""One course of ten weeks: news of every kind, people who choose and choose again, and workers that miss
their turn, come twice, die, or have a clock that jumps. The same every time for the same seed."""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable
from dataclasses import replace
from random import Random

import pytest

from driehoek.backbone.journal.models import Entry, record
from driehoek.backbone.notifications.categories import Category
from driehoek.backbone.notifications.channels import sms
from driehoek.backbone.notifications.channels.keys import public_key
from driehoek.backbone.notifications.channels.parcel import Bell, Parcel
from driehoek.backbone.notifications.channels.roads import ROADS
from driehoek.backbone.notifications.delivering import deliver_due
from driehoek.backbone.notifications.digests.gathering import ask_again, gather_due
from driehoek.backbone.notifications.digests.sending import send_due
from driehoek.backbone.notifications.models import (
    Delivery,
    Digest,
    Notification,
    PaperLetter,
    PushSubscription,
    Telling,
)
from driehoek.backbone.notifications.notices import NOTICES, Notice
from driehoek.backbone.notifications.paper.giving_up import give_up
from driehoek.backbone.notifications.paper.printing import print_run
from driehoek.backbone.notifications.paper.together import sheets_of
from driehoek.backbone.notifications.preferences import COLLECTING, offered_by, prefer, usual
from driehoek.backbone.notifications.reconciling import reconcile
from driehoek.backbone.notifications.ringing import shown
from driehoek.backbone.notifications.telling import tell_due
from driehoek.backbone.notifications.tests import story
from driehoek.backbone.notifications.tests.facts import WORD, Fact, waiting_in_vain, word_of
from driehoek.backbone.notifications.tests.sinks import Sink
from driehoek.base.core.clock import day_of
from driehoek.base.core.models import Leased, LeaseLost
from driehoek.facts.people.models import Person, Restriction
from tests.cast import NOW, Cast
from tests.oracle.phones import POINT

START = NOW + dt.timedelta(weeks=9)  # a Thursday in January: the clocks change in the tenth week
HOUR, DAY, WEEK = dt.timedelta(hours=1), dt.timedelta(days=1), dt.timedelta(weeks=1)
WAYS = ("email", "push", "sms", "paper")


class Weeks:
    """What happened, what came, and what of that was wrong."""

    def __init__(self, cast: Cast, seed: int, patch: pytest.MonkeyPatch, *, weeks: int, facts: int) -> None:
        self.cast, self.chance, self.patch, self.weeks = cast, Random(seed), patch, weeks
        self.people: list[Person] = [cast.naima, cast.rachid, cast.elif_, cast.marieke]
        of_yusuf, of_defne, of_finn = self.people[:2], self.people[2:3], self.people[3:]
        self.near = {cast.yusuf: of_yusuf, cast.defne: of_defne, cast.finn: of_finn}
        self.facts: dict[str, Fact] = {}
        self.number, self.now = facts, START
        self.blocked_at = START + self.chance.uniform(0.4, 0.6) * weeks * WEEK
        self.wishes = defaultdict[tuple[int, str, str], list[str]](list)  # whose, which kind, which way
        self.came = defaultdict[tuple[str, int, str], set[str]](set)  # which fact, to whom, which way: names
        self.brought_by = defaultdict[tuple[str, int], set[str]](set)
        self.wrong: list[str] = []
        self.read = set[tuple[str, int]]()
        self.zombies: list[Leased] = []
        self.stuck: list[str] = []  # what is neither done nor rightly left
        self.given_up = set[tuple[str, int]]()  # after three days of trying
        self.settle()

    # What there is at the start ------------------------------------------------------------------------

    def settle(self) -> None:
        self.patch.setitem(ROADS, "sms", sms)
        for name, road in list(ROADS.items()):
            self.patch.setitem(ROADS, name, Sink(name, road, self.take, self.chance))
        for number, person in enumerate(self.people):
            Person.objects.filter(pk=person.pk).update(mobile=f"+3161234560{number}")
            keys = {"endpoint": f"https://push.example/{number}", "p256dh": POINT, "auth": "A" * 22}
            PushSubscription.remember(person, keys | {"key": public_key()}, kind="", at=START)
        for kind in Category:  # the first wants everything everywhere, the last never chose anything
            collected = self.chance.choice(["now", "daily", "weekly"])
            for way, rhythm in zip(WAYS, (collected, "now", "now", "weekly"), strict=True):
                self.choose(self.people[0], kind, way, rhythm)
            for person in self.people[1:-1]:
                for way in WAYS:
                    self.choose(person, kind, way, self.chance.choice(offered_by(way)))
            for way in WAYS:
                self.wishes[self.people[-1].pk, kind, way].append(usual(kind, way))

    def choose(self, person: Person, kind: str, way: str, rhythm: str) -> None:
        prefer(person, category=kind, channel=way, rhythm=rhythm)
        self.wishes[person.pk, kind, way].append(rhythm)

    # What happens --------------------------------------------------------------------------------------

    def happen(self) -> "Weeks":
        for _moment, what in sorted(self.events(), key=lambda event: event[0]):
            self.now = _moment
            what()
        for name, road in ROADS.items():
            self.patch.setitem(ROADS, name, Sink(name, road, self.take, self.chance, trouble=0))
        for day in (1, 5, 8, 12):
            self.now = START + self.weeks * WEEK + day * DAY
            self.work()
            self.give_along()
        give_up(self.now + 31 * DAY)  # what lies on the desk for somebody who was shut out
        return self

    def events(self) -> list[tuple[dt.datetime, Callable[[], None]]]:
        any_time = [START + self.chance.random() * self.weeks * WEEK for _ in range(self.number + 12)]
        events: list[tuple[dt.datetime, Callable[[], None]]]
        events = [(moment, self.tell) for moment in any_time[: self.number]]
        others = (self.change, self.take_back, self.look, self.die)
        events += [
            (moment, others[place % 4]) for place, moment in enumerate(sorted(any_time[self.number :]))
        ]
        events.append((self.blocked_at, self.block))
        for day in range(self.weeks * 7):
            runs = self.chance.choice([0, 0, 1, 2])  # missed, once, doubled
            jump = self.chance.choice([-1, 0, 0, 1])  # of the clock, in hours
            moment = START + day * DAY + (self.chance.uniform(-7, 9) + jump) * HOUR
            events += [(moment, self.work)] * runs
            if day % 7 == 4:
                events += [(moment, self.give_along)] * runs
        return events

    def tell(self) -> None:
        """Every kind at least once to who wants everything; some are planned for later. What comes on top may
        be over soon."""
        number, kinds = len(self.facts), list(Category)
        child = self.cast.yusuf if number < len(kinds) else self.chance.choice(list(self.near))
        word, kind = f"feit{number:03}", kinds[number % len(kinds)]
        self.facts[word] = fact = Fact(child, kind)
        if number >= len(kinds):
            fact.ends_at = self.now + self.chance.uniform(0.5, 6) * DAY
        self.patch.setitem(NOTICES, f"people.person.praised{number}", lambda entry: self.notice(word, entry))
        due_at = self.now + self.chance.choice([0, 0, 30]) * HOUR
        record(f"people.person.praised{number}", child, by=None, at=self.now, due_at=due_at)

    def notice(self, word: str, entry: Entry) -> Notice | None:
        fact = self.facts[word]
        if fact.gone_at:
            return None
        told = story.about_school(word, fact.kind, self.people, self.cast.vlieger.pk)(entry)
        return replace(told, ends_at=fact.ends_at) if told else None

    def change(self) -> None:
        """Somebody chooses otherwise; who wants everything, only how soon."""
        person = self.chance.choice(self.people[:-1])
        for kind in Category:
            rhythm = self.chance.choice(["now", "daily", "weekly"])
            self.choose(person, kind, "email", rhythm)
            if person != self.people[0]:
                way = self.chance.choice(WAYS)
                self.choose(person, kind, way, self.chance.choice(offered_by(way)))
        ask_again(person, at=self.now)

    def take_back(self) -> None:
        known = [fact for word, fact in self.facts.items() if int(word[4:]) >= len(Category)]
        if known:
            self.chance.choice(known).gone_at = self.now

    def look(self) -> None:
        """Somebody reads it in the portal: from then on it need not be brought."""
        told = Notification.objects.filter(read_at=None).exclude(person=self.people[0])
        for one in told.order_by("-pk")[:3]:
            self.read.add((word_of(one.entry), one.person_id))
            Notification.objects.filter(pk=one.pk).update(read_at=self.now)

    def die(self) -> None:
        """A worker takes a few of everything and is not seen again, until it wakes up."""
        for rows in (Telling.objects, Delivery.objects, Digest.objects):
            self.zombies += rows.claim(self.now, limit=5)

    def block(self) -> None:
        day, kind = day_of(self.now), Restriction.Kind.NO_ACCESS
        father, child, by = self.cast.rachid, self.cast.yusuf, self.cast.joris
        Restriction.objects.create(
            student=child, adult=father, kind=kind, starts_on=day, basis="-", entered_by=by
        )

    # Whoever works -------------------------------------------------------------------------------------

    def work(self) -> None:
        """All that is due, as the jobs would do it at this moment."""
        while tell_due(self.now):
            pass
        for road in ROADS:
            while deliver_due(road, clock=lambda: self.now):
                pass
        while gather_due(self.now):
            pass
        for road in COLLECTING:
            while send_due(road, clock=lambda: self.now):
                pass
        reconcile(self.now)
        self.wake_the_dead()
        self.wrong += waiting_in_vain(self.facts, self.now)

    def wake_the_dead(self) -> None:
        """Once their time is over, what they find out does not count."""
        for zombie in [one for one in self.zombies if one.lease_until and one.lease_until < self.now]:
            self.zombies.remove(zombie)
            try:
                zombie.retry(self.now, reason="late")
            except LeaseLost:
                continue
            self.wrong.append(f"a zombie wrote over {zombie}")

    def give_along(self) -> None:
        by = self.cast.joris
        print_run(self.cast.groep_5, self.cast.viewer(by, now=self.now))
        for sheet in sheets_of(list(PaperLetter.objects.filter(handed_at=None)), self.now):
            for reading in sheet.readings:
                self.note("paper", sheet.letter.guardian, reading.title, f"letter {sheet.letter.pk}")
            sheet.letter.hand_over(by=by, at=self.now)

    # What comes ----------------------------------------------------------------------------------------

    def take(self, road: str, parcel: Parcel | Bell) -> None:
        name = str(parcel.message_id)
        if isinstance(parcel, Bell):
            person = next(one for one in self.people if str(one.pk) == parcel.address)
            said = shown(parcel.message_id, person, self.now)
            return self.note(road, person, str(said), name)
        person = Person.objects.get(**{ROADS[road].ADDRESS: parcel.address})
        return self.note(road, person, parcel.rendered.text, name)

    def note(self, way: str, person: Person, text: str, name: str) -> None:
        words = set(WORD.findall(text))
        if not words:
            self.wrong.append(f"{way} came to {person.given_name} with nothing in it")
        is_digest = way == "email" and Digest.objects.filter(message_id=name).exists()
        for word in words:
            self.came[word, person.pk, way].add(name)
            self.brought_by[word, person.pk].add("digest" if is_digest else way)
            gone_at, ends_at = self.facts[word].gone_at, self.facts[word].ends_at
            if way != "paper" and ends_at and ends_at <= self.now:
                self.wrong.append(f"{word} came to {person.given_name} by {way} when it was over")
            if not self.may_see(person, word) or (gone_at and gone_at <= self.now):
                self.wrong.append(f"{word} came to {person.given_name} by {way}, who may not see it")

    @property
    def receivers(self) -> set[tuple[str, int]]:
        """Which fact came to whom, by whichever way."""
        return {(word, person) for word, person, _way in self.came}

    @property
    def viewers(self) -> set[tuple[str, int]]:
        """Which fact is about a child near to whom."""
        near = {word: self.near[fact.child] for word, fact in self.facts.items()}
        return {(word, person.pk) for word, people in near.items() for person in people}

    def may_see(self, person: Person, word: str) -> bool:
        child = self.facts[word].child
        is_blocked = person == self.cast.rachid and self.now >= self.blocked_at  # before it nobody knew
        return person in self.near[child] and not (is_blocked and child == self.cast.yusuf)

    # The judgement -------------------------------------------------------------------------------------

    def faults(self) -> list[str]:
        """Exactly once by each way that she wanted all the time; never twice; never by a way she never
        wanted; and in a digest where she wants a digest."""
        found = list(self.wrong)
        for word, fact in self.facts.items():
            for person in self.near[fact.child]:
                for way in WAYS:
                    wishes = self.wishes[person.pk, fact.kind, way]
                    times = len(self.came[word, person.pk, way])
                    least = 0 if self.is_unsure(word, person) or "off" in wishes else 1
                    most = 0 if set(wishes) == {"off"} else 1
                    if not least <= times <= most:
                        found.append(f"{word} came {times} times to {person.given_name} by {way}: {wishes}")
                found += self.other_ways(word, fact, person)
        return found

    def other_ways(self, word: str, fact: Fact, person: Person) -> list[str]:
        if fact.ends_at:  # it may have come by itself, or with others
            return []
        wishes, came_by = set(self.wishes[person.pk, fact.kind, "email"]), self.brought_by[word, person.pk]
        not_hers = {"digest"} if wishes <= {"now", "off"} else {"email"} if "now" not in wishes else set()
        return [f"{word} came to {person.given_name} by {way}" for way in not_hers & came_by]

    def is_unsure(self, word: str, person: Person) -> bool:
        """She read it, it was taken back or is over, or she was shut out: it may have come before that. Or
        nobody could bring it for days."""
        is_shut_out = person == self.cast.rachid and self.facts[word].child == self.cast.yusuf
        return (
            (word, person.pk) in self.read | self.given_up
            or self.facts[word].gone_at is not None
            or self.facts[word].ends_at is not None
            or is_shut_out
        )
