"""How soon each person hears of a piece of news by one road: what the school decided, then what she chose."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import Exists, OuterRef, Q

from driehoek.backbone.access.models import Role, Seat
from driehoek.backbone.access.viewer import Hat
from driehoek.backbone.notifications.belonging import About, children_concerned
from driehoek.backbone.notifications.categories import Category, Offer, Readers, offered
from driehoek.backbone.notifications.channels.roads import ON_REQUEST
from driehoek.backbone.notifications.models import DigestTime, HouseRule, Interest, Preference, Reach, Rhythm
from driehoek.backbone.notifications.models.preference import SOONEST_FIRST
from driehoek.backbone.notifications.preferences import unasked

ABOUT_ALL = {Category.NEWS, Category.INFORMAL}  # of the whole school: who looks at her child only, skips it
READS_AS = {Role.GUARDIAN: Readers.GUARDIANS, Role.STUDENT: Readers.STUDENTS, Role.STAFF: Readers.STAFF}
FIRST = [Role.GUARDIAN, Role.STUDENT, Role.STAFF]


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
    asked = set(people)
    by_itself = unasked(category, channel)
    wishes = defaultdict[int, Wish](lambda: Wish(about, channel in ON_REQUEST, by_itself))
    for row in Preference.objects.filter(person__in=asked, category=category, channel=channel):
        wishes[row.person_id].rows.append(row)
    for person, children in children_concerned(
        {one for one, wish in wishes.items() if wish.names_a_child}, about, day
    ).items():
        wishes[person].children = children
    offers = _offers(asked, about, day, category, hats)
    return {one: wishes[one].under(offers[one]) for one in asked}


def usual_rhythm(category: str, channel: str) -> Rhythm:
    """Of who is none of the choosers."""
    return Wish(About(), channel in ON_REQUEST, unasked(category, channel)).under(offered(category))


def is_decided(about: About, category: str) -> bool:
    """Whether its school decided for anybody."""
    return bool(_decided(about, category))


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


def _offers(
    people: set[int], about: About, day: dt.date, category: str, hats: tuple[Hat, ...]
) -> dict[int, Offer]:
    """How the school offers it to each of them, and what her own interest makes of that."""
    decided = _decided(about, category)
    usual = offered(category)
    circles = _circles(people, about, day, hats) if decided else {}
    found = {one: decided.get(circles.get(one, ""), usual) for one in people}
    if _interest_counts(about, category):
        for row in Interest.objects.filter(person__in=people):
            if found[row.person_id] not in (Offer.ALWAYS, Offer.NEVER):
                found[row.person_id] = _as_far_as(Reach(row.reach), category, found[row.person_id])
    return found


def _decided(about: About, category: str) -> dict[str, Offer]:
    """What its school decided for each circle of readers, if anything."""
    rules = HouseRule.objects.filter(school=about.school, category=category) if about.school else ()
    return {row.readers: Offer(row.offer) for row in rules}


def _interest_counts(about: About, category: str) -> bool:
    """For news of the whole school, and where the school asks for ideas."""
    is_wide = category in ABOUT_ALL and not about.group and not about.student
    return is_wide or category == Category.THINKING


def _as_far_as(reach: Reach, category: str, offer: Offer) -> Offer:
    if category == Category.THINKING:
        return Offer.USUALLY if reach == Reach.ALONG else offer
    return Offer.NEVER if reach == Reach.CHILD else offer


def _circles(people: set[int], about: About, day: dt.date, hats: tuple[Hat, ...]) -> dict[int, str]:
    """As what each of them reads it: at home goes before at school, where it may be read as either."""
    if hats == ("school",):
        return dict.fromkeys(people, Readers.STAFF)
    seats = Seat.objects.on(day).filter(school=about.school, person__in=people)
    found = set(seats.values_list("role", "person"))
    return {person: READS_AS[Role(role)] for role in reversed(FIRST) for as_, person in found if as_ == role}
