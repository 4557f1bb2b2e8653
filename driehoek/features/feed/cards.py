"""News as a list of cards, for every page that shows one. What a card shows to all is rendered once."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import NamedTuple

from django.core.cache import cache
from django.db.models import Q, Subquery, Value
from django.db.models.functions import Coalesce, Greatest
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import get_language, gettext

from driehoek.backbone.access.parts import Asking, asked
from driehoek.backbone.access.prepared import padded, prepared
from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.media.models import Photo
from driehoek.backbone.translation.reading import Readable, put_in_words
from driehoek.base.core.clock import moment_in_words
from driehoek.base.shell.templatetags.shell import in_pieces
from driehoek.facts.people.models import Person
from driehoek.features.feed.models import Post, PostPhoto, Publication
from driehoek.features.feed.models.photo import PostPhotoQuerySet
from driehoek.features.feed.models.queryset import PostQuerySet
from driehoek.features.feed.places import is_room, key_of
from driehoek.features.feed.polls import Asked, asked_on
from driehoek.features.feed.triangle import triangles

AT_MOST = 20
ON_A_CARD = 3  # photos; the others are a number
ANY_TIME = Q()
SPARED = 5  # how many of a place may be hidden before we ask again
LONG_AGO = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
KEPT = 600  # seconds; a new version, a hidden photo or another language is another card at once


class Drawn(NamedTuple):
    """The pieces of a card between the places where something of one viewer comes."""

    head: SafeString
    body: SafeString
    say: SafeString  # the button for Mooi, or the one that takes it back
    take_back: SafeString
    foot: SafeString


class News(NamedTuple):
    """Posts as a viewer may see them, and by their keys the photos that nothing hides from her."""

    posts: list[Post]
    photos: dict[int, list[Photo]]


NOT_DRAWN = Drawn(*[SafeString()] * 5)


@dataclass
class Card:
    """One post as one viewer sees it in a list."""

    post: Post
    photos: list[Photo]
    children: list[str] = field(default_factory=list)  # names of her children whom it concerns
    is_new: bool = False
    is_mooi: bool = False  # she said so
    about: SafeString = SafeString()
    asked: Asked | None = None  # what its poll asks
    to_student: bool = False  # she is asked herself what parents ask their children
    drawn: Drawn = NOT_DRAWN

    @cached_property
    def cache_key(self) -> str:
        """The same for everyone who sees the same: nothing of the viewer may end up in what is drawn."""
        face = self.post.author.face
        photos = [len(self.photos), *(photo.token for photo in self.photos[:ON_A_CARD])]
        shown: list[Readable] = [self.post, *([self.asked] if self.asked else []), *self.photos[:ON_A_CARD]]
        words = "-".join(thing.told.version for thing in shown)
        asked = "student" if self.to_student else ""
        parts = [self.post.pk, self.post.version, get_language(), words, face.token if face else "", asked]
        return ".".join(["feed.card", *map(str, [*parts, *photos])])


def news_of(child: Person | None, viewer: Viewer) -> Asking[News]:
    """The newest posts a family may see, of one child or of all, with their photos: a part of a page that
    asks as often whatever they hold. cards_from() makes cards of them."""
    places = places_of(viewer, child)
    found = (yield from asked(newest, viewer, places, busy_among(places))) if places else []
    if places and len(found) < AT_MOST and not (found and found[0].since == LONG_AGO):
        found = yield from asked(_all, viewer, places)  # more was hidden than we spare
    put_in_place(found, viewer, child)
    shown = yield from asked(photos_of, viewer, padded(post.pk for post in found))
    return News(found, by_post(shown))


def put_in_place(posts: list[Post], viewer: Viewer, child: Person | None) -> None:
    """With the children, groups and schools of the viewer's seats, which are here already."""
    seats = (*viewer.seats, *viewer.left)
    groups = {seat.group_id: seat.group for seat in seats}
    schools = {seat.school_id: seat.school for seat in seats}
    children = {seat.student_id: seat.student for seat in seats} | {child and child.pk: child}
    for post in posts:
        if group := groups.get(post.group_id):
            post.group = group
        if student := children.get(post.student_id):
            post.student = student
        if school := schools.get(post.school_id):
            post.school = school


def places_of(viewer: Viewer, child: Person | None = None) -> tuple[str, ...]:
    """The keys of the rooms, groups and schools where news for this viewer comes out."""
    seats = [seat for seat in (*viewer.seats, *viewer.left) if child is None or seat.student_id == child.pk]
    rooms = {seat.student_id for seat in seats} | {child and child.pk}
    places = {key_of(student=room) for room in rooms if room}
    places |= {key_of(group=seat.group_id) for seat in seats if seat.group_id}
    return tuple(sorted(places | {key_of(school=seat.school_id) for seat in seats if seat.school_id}))


def busy_among(places: tuple[str, ...]) -> tuple[str, ...]:
    """Where much comes out: of groups and schools, when there are any."""
    return tuple(place for place in places if not is_room(place)) or places


def newest(me: Viewer, places: tuple[str, ...], busy: tuple[str, ...]) -> PostQuerySet:
    """The newest posts of these places, but none from before `since`: where a busy one alone came out with
    enough, what is older need not be looked at, however much there is."""
    out = Publication.objects.filter(due_at__lte=me.now).order_by("-due_at").values("due_at")
    last = [out.filter(place=place)[AT_MOST + SPARED : AT_MOST + SPARED + 1] for place in busy]
    times = [Coalesce(Subquery(time), Value(LONG_AGO)) for time in last]
    since = Greatest(*times) if len(times) > 1 else times[0]
    return _all(me, places, Q(publication__due_at__gte=since)).annotate(since=since)


def _all(me: Viewer, places: tuple[str, ...], since: Q = ANY_TIME) -> PostQuerySet:
    out = Post.objects.visible_to(me).filter(since, publication__place__in=places)
    return out.published(me.now)[:AT_MOST].few().with_author().with_traces_of(me).with_who_asks(me)


def cards_of(viewer: Viewer, posts: PostQuerySet) -> list[Card]:
    """The cards of these posts, which the viewer may see, in their order."""
    return cards_for(viewer, list(posts.few().with_places().with_traces_of(viewer)))


def cards_for(viewer: Viewer, found: list[Post]) -> list[Card]:
    return cards_from(viewer, News(found, group_photos(viewer, found)))


def cards_from(viewer: Viewer, news: News, beside: Sequence[Readable] = ()) -> list[Card]:
    """What stands beside them on the page is put in words in the same question."""
    found, photos, names = news.posts, news.photos, names_of_wards(viewer)
    asked = {one.poll.post_id: one for one in asked_on(found)}
    on_cards = [photo for post in found for photo in photos[post.pk][:ON_A_CARD]]
    put_in_words([*found, *asked.values(), *on_cards, *beside], now=viewer.now)
    cards, to_student = [], bool(viewer.self_as_student())
    for post in found:
        card = Card(post, photos[post.pk], asked=asked.get(post.pk), to_student=to_student)
        card.children = [names[pk] for pk in children_of(post, viewer) if pk in names]
        card.is_new = not post.is_read and post.author_id != viewer.person.pk  # type: ignore[attr-defined]
        card.is_mooi = post.is_mooi  # type: ignore[attr-defined]  # annotated, like is_read
        card.about = about(post, card.children, viewer.now)
        cards.append(card)
    draw(cards)
    return cards


def about(post: Post, children: list[str], now: dt.datetime) -> SafeString:
    """ "Yusuf, groep 5 · 14:40": what it is about, and since when it is there."""
    names = children if children and post.student_id else [*children, post.place.name]
    if not children:
        names = [capfirst(name) for name in names]
    return _about(tuple(names), gettext(", "), moment_in_words(post.publication.due_at, now=now))


@lru_cache(maxsize=1000)
def _about(names: tuple[str, ...], comma: str, moment: str) -> SafeString:
    """Each name keeps its own direction. Kept, because on a page it is the same few time and again."""
    told = format_html_join(comma, "<bdi>{}</bdi>", ((name,) for name in names))
    return format_html("{} · {}", told, moment)


def group_photos(viewer: Viewer, posts: list[Post]) -> dict[int, list[Photo]]:
    """By the key of the post: the photos nothing hides from this viewer."""
    return by_post(prepared(photos_of, viewer, padded(post.pk for post in posts)))


def by_post(shown: Iterable[PostPhoto]) -> dict[int, list[Photo]]:
    photos = defaultdict(list)
    for row in shown:
        photos[row.post_id].append(row.photo)
    return photos


def photos_of(me: Viewer, posts: tuple[int, ...]) -> PostPhotoQuerySet:
    return PostPhoto.objects.filter(post__in=posts).shown_to(me)


def names_of_wards(viewer: Viewer) -> dict[int, str]:
    wards = viewer.wards()
    return {
        seat.student_id: seat.student.given_name
        for seat in viewer.seats
        if seat.student and seat.student_id in wards
    }


def children_of(post: Post, viewer: Viewer) -> list[int]:
    """The viewer's own children whom this post concerns. Of the whole school: nobody in particular."""
    if post.student_id:
        return [post.student_id]
    seats = (*viewer.seats, *viewer.left)
    return list(dict.fromkeys(s.student_id for s in seats if s.student_id and s.group_id == post.group_id))


def draw(cards: list[Card]) -> None:
    """Take from the cache what all see alike; render what is not there, and keep it."""
    kept = cache.get_many([card.cache_key for card in cards])
    missing = [card for card in cards if card.cache_key not in kept]
    corners = triangles(card.post for card in missing) if missing else {}
    for card in missing:
        context = {"post": card.post, "photos": card.photos, "triangle": corners[card.post.pk]}
        context |= {"asked": card.asked, "to_student": card.to_student}
        kept[card.cache_key] = Drawn(*in_pieces("feed/_post_card_body.html", context))
    cache.set_many({card.cache_key: kept[card.cache_key] for card in missing}, KEPT)
    for card in cards:
        card.drawn = kept[card.cache_key]
