"""How soon each person hears of a piece of news by one road: what the school decided, then what she chose."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from django.db.models import Exists, OuterRef, Q

from driehoek.backbone.access.models import Role, Seat
from driehoek.backbone.access.viewer import Hat
from driehoek.backbone.notifications.belonging import About, children_of_each
from driehoek.backbone.notifications.categories import Category, Offer, Readers, offered
from driehoek.backbone.notifications.channels.roads import ON_REQUEST
from driehoek.backbone.notifications.models import DigestTime, HouseRule, Interest, Preference, Reach, Rhythm
from driehoek.backbone.notifications.models.preference import SOONEST_FIRST
from driehoek.backbone.notifications.preferences import unasked

ABOUT_ALL = {Category.NEWS, Category.INFORMAL}  # of the whole school: who looks at her child only, skips it
READS_AS = {Role.GUARDIAN: Readers.GUARDIANS, Role.STUDENT: Readers.STUDENTS, Role.STAFF: Readers.STAFF}
FIRST = [Role.GUARDIAN, Role.STUDENT, Role.STAFF]


class Way(NamedTuple):
    """What makes that somebody hears of two things equally soon."""

    about: About
    category: str
    hats: tuple[Hat, ...] = ("home", "school")


Hearing = Mapping[Way, set[int]]  # who hears of what


def rhythms(
    people: Iterable[int],
    about: About,
    day: dt.date,
    *,
    category: str,
    channel: str,
    hats: tuple[Hat, ...] = ("home", "school"),
) -> dict[int, Rhythm]:
    """It may be about several children of hers: then the soonest of what she chose for them."""
    way = Way(about, category, hats)
    return rhythms_of_each({way: set(people)}, day, channel=channel)[way]


def rhythms_of_each(hearing: Hearing, day: dt.date, *, channel: str) -> dict[Way, dict[int, Rhythm]]:
    """The same of several pieces of news, each with people of its own: as many questions as of one."""
    wishes, offers = _wishes(hearing, day, channel), _offers(hearing, day)
    return {
        way: {one: wishes[way][one].under(offers[way][one]) for one in people}
        for way, people in hearing.items()
    }


def usual_rhythm(category: str, channel: str) -> Rhythm:
    """Of who is none of the choosers."""
    return Wish(About(), channel in ON_REQUEST, unasked(category, channel)).under(offered(category))


def is_decided(about: About, category: str) -> bool:
    """Whether its school decided for anybody."""
    return bool(_decided([Way(about, category)]))


def choosers(about: About, *, category: str, channel: str, decided: bool) -> Q:
    """As a filter on people: who may have another rhythm than is usual, or another moment. They chose
    something, or the school decided for them."""
    chose = Q(Exists(Preference.objects.filter(person=OuterRef("pk"), category=category, channel=channel)))
    if channel in ON_REQUEST:
        return chose
    if decided:
        return Q(pk__isnull=False)
    if unasked(category, channel).is_collected:
        chose |= Q(Exists(DigestTime.objects.filter(person=OuterRef("pk"))))
    is_interested = Q(Exists(Interest.objects.filter(person=OuterRef("pk"))))
    return chose | is_interested if _interest_counts(about, category) else chose


@dataclass
class Wish:
    """What one person chose, for one piece of news."""

    about: About
    is_on_request: bool = False  # the road: nobody is sent that way unless she chose it
    by_itself: Rhythm = Rhythm.NOW  # how soon it comes where it comes by itself
    rows: list[Preference] = field(default_factory=list)
    children: set[int] = field(default_factory=set)

    @property
    def names_a_child(self) -> bool:
        return any(row.student_id for row in self.rows)

    def under(self, offer: Offer) -> Rhythm:
        """What comes of it where the school offers it so."""
        if offer == Offer.NEVER:
            return Rhythm.OFF
        if offer == Offer.ALWAYS and not self.is_on_request:
            return self.by_itself
        is_asked_for = offer == Offer.ON_REQUEST or self.is_on_request
        return self._chosen(Rhythm.OFF if is_asked_for else self.by_itself)

    def _chosen(self, default: Rhythm) -> Rhythm:
        """The choice for a child goes before that for its school, and that before the one for everything."""
        school = self.about.school
        general = next((row.rhythm for row in self.rows if not row.student_id and not row.school_id), default)
        here = next((row.rhythm for row in self.rows if school and row.school_id == school), general)
        of_child = {row.student_id: row.rhythm for row in self.rows if row.student_id}
        wishes = [of_child.get(child, here) for child in self.children] or [here]
        return min((Rhythm(wish) for wish in wishes), key=SOONEST_FIRST.index)


def _wishes(hearing: Hearing, day: dt.date, channel: str) -> dict[Way, dict[int, Wish]]:
    rows = defaultdict[tuple[int, str], list[Preference]](list)
    kinds = {way.category for way in hearing}
    for row in Preference.objects.filter(person__in=_all(hearing), category__in=kinds, channel=channel):
        rows[row.person_id, row.category].append(row)
    found = dict[Way, dict[int, Wish]]()
    naming = defaultdict[About, set[int]](set)
    for way, people in hearing.items():
        about, by_itself = way.about, unasked(way.category, channel)
        found[way] = {
            one: Wish(about, channel in ON_REQUEST, by_itself, rows.get((one, way.category), []))
            for one in people
        }
        naming[about] |= {one for one, wish in found[way].items() if wish.names_a_child}
    children = children_of_each(naming, day)
    for way, wishes in found.items():
        for one, wish in wishes.items():
            wish.children = children[way.about].get(one, set())
    return found


def _offers(hearing: Hearing, day: dt.date) -> dict[Way, dict[int, Offer]]:
    """How the school offers it to each of them, and what her own interest makes of that."""
    decided = _decided(hearing)
    circles = _circles({way: people for way, people in hearing.items() if _place(way) in decided}, day)
    found = {
        way: {one: decided.get(_place(way), {}).get(circles.get((way, one), ""), usual) for one in people}
        for way, people in hearing.items()
        for usual in [offered(way.category)]
    }
    interested = {way: hearing[way] for way in hearing if _interest_counts(way.about, way.category)}
    for row in Interest.objects.filter(person__in=_all(interested)):
        for way, people in interested.items():
            if row.person_id in people and found[way][row.person_id] not in (Offer.ALWAYS, Offer.NEVER):
                as_offered = found[way][row.person_id]
                found[way][row.person_id] = _as_far_as(Reach(row.reach), way.category, as_offered)
    return found


def _all(hearing: Hearing) -> set[int]:
    return set[int]().union(*hearing.values())


def _place(way: Way) -> tuple[int | None, str]:
    return way.about.school, way.category


def _decided(ways: Iterable[Way]) -> dict[tuple[int | None, str], dict[str, Offer]]:
    """What schools decided for each circle of readers, as far as they did."""
    schools, kinds = {way.about.school for way in ways}, {way.category for way in ways}
    found = defaultdict[tuple[int | None, str], dict[str, Offer]](dict)
    for row in HouseRule.objects.filter(school__in=schools - {None}, category__in=kinds):
        found[row.school_id, row.category][row.readers] = Offer(row.offer)
    return dict(found)


def _interest_counts(about: About, category: str) -> bool:
    """For news of the whole school, and where the school asks for ideas."""
    is_wide = category in ABOUT_ALL and not about.group and not about.student
    return is_wide or category == Category.THINKING


def _as_far_as(reach: Reach, category: str, offer: Offer) -> Offer:
    if category == Category.THINKING:
        return Offer.USUALLY if reach == Reach.ALONG else offer
    return Offer.NEVER if reach == Reach.CHILD else offer


def _circles(hearing: Hearing, day: dt.date) -> dict[tuple[Way, int], str]:
    """As what each of them reads it: at home goes before at school, where it may be read as either."""
    either = {way: people for way, people in hearing.items() if way.hats != ("school",)}
    schools = {way.about.school for way in either}
    seats = Seat.objects.on(day).filter(school__in=schools, person__in=_all(either))
    sitting: set[tuple[int | None, str, int]] = set(seats.values_list("school", "role", "person"))
    return {(way, one): _read_as(way, one, sitting) for way, people in hearing.items() for one in people}


def _read_as(way: Way, person: int, sitting: set[tuple[int | None, str, int]]) -> str:
    if way.hats == ("school",):
        return Readers.STAFF
    as_ = next((role for role in FIRST if (way.about.school, role, person) in sitting), None)
    return READS_AS[as_] if as_ else ""
