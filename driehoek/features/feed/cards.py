"""News as a list of cards, for every page that shows one. What a card shows to all is rendered once."""

from collections import defaultdict
from dataclasses import dataclass, field

from django.core.cache import cache
from django.db.models import Q, Value
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.media.models import Photo
from driehoek.facts.people.models import Person
from driehoek.features.feed.models import Post, PostPhoto, Reaction, ReadMark
from driehoek.features.feed.models.post import PostQuerySet
from driehoek.features.feed.triangle import triangles

AT_MOST = 20
ON_A_CARD = 3  # photos; the others are a number
KEPT = 600  # seconds; a new version, a hidden photo or another language is another card at once


@dataclass
class Card:
    """One post as one viewer sees it in a list."""

    post: Post
    photos: list[Photo]
    children: list[str] = field(default_factory=list)  # names of her children whom it concerns
    is_new: bool = False
    is_mooi: bool = False  # she said so
    body: SafeString = SafeString()

    @property
    def cache_key(self) -> str:
        """The same for everyone who sees the same: nothing of the viewer may end up in the body."""
        photos = [len(self.photos), *(photo.token for photo in self.photos[:ON_A_CARD])]
        parts = [self.post.pk, self.post.version, get_language(), *photos]
        return ".".join(["feed.card", *map(str, parts)])


def feed_for(viewer: Viewer, child: Person | None = None) -> list[Card]:
    """The newest posts this viewer may see, of one child or of all; in as many queries whatever they hold."""
    posts = Post.objects.visible_to(viewer).published(viewer.now)
    if child is not None:
        posts = posts.filter(about(child, viewer))
    return cards_of(viewer, posts[:AT_MOST])


def about(child: Person, viewer: Viewer) -> Q:
    """News of the groups, the school and the room of this child, as far as the viewer sits beside her."""
    seats = [seat for seat in (*viewer.seats, *viewer.left) if seat.student_id == child.pk]
    school_wide = Q(group=None, student=None, school__in={seat.school_id for seat in seats})
    return Q(student=child) | Q(group__in={seat.group_id for seat in seats}) | school_wide


def cards_of(viewer: Viewer, posts: PostQuerySet) -> list[Card]:
    """The cards of these posts, which the viewer may see, in their order."""
    found = list(posts.with_places_of_few())
    photos, traces, names = group_photos(viewer, found), traces_of(viewer, found), names_of_wards(viewer)
    cards = [
        Card(
            post,
            photos[post.pk],
            children=[names[pk] for pk in children_of(post, viewer) if pk in names],
            is_new="read" not in traces[post.pk] and post.author_id != viewer.person.pk,
            is_mooi="mooi" in traces[post.pk],
        )
        for post in found
    ]
    fill_bodies(cards)
    return cards


def traces_of(viewer: Viewer, posts: list[Post]) -> dict[int, set[str]]:
    """By the key of the post: whether this viewer read it, and whether she said Mooi."""
    traces = defaultdict(set)
    read = ReadMark.objects.visible_to(viewer).filter(post__in=posts).values_list("post", Value("read"))
    mooi = Reaction.objects.visible_to(viewer).filter(post__in=posts).values_list("post", Value("mooi"))
    for post, trace in read.union(mooi):
        traces[post].add(trace)
    return traces


def group_photos(viewer: Viewer, posts: list[Post]) -> dict[int, list[Photo]]:
    """By the key of the post: the photos nothing hides from this viewer."""
    photos = defaultdict(list)
    for row in PostPhoto.objects.shown_to(viewer).filter(post__in=posts):
        photos[row.post_id].append(row.photo)
    return photos


def names_of_wards(viewer: Viewer) -> dict[int, str]:
    wards = Person.objects.filter(pk__in=viewer.wards())
    return dict(wards.values_list("pk", "given_name"))


def children_of(post: Post, viewer: Viewer) -> list[int]:
    """The viewer's own children whom this post concerns. Of the whole school: nobody in particular."""
    if post.student_id:
        return [post.student_id]
    seats = (*viewer.seats, *viewer.left)
    return list(dict.fromkeys(s.student_id for s in seats if s.student_id and s.group_id == post.group_id))


def fill_bodies(cards: list[Card]) -> None:
    """Take from the cache what all see alike; render what is not there, and keep it."""
    kept = cache.get_many([card.cache_key for card in cards])
    missing = [card for card in cards if card.cache_key not in kept]
    corners = triangles(card.post for card in missing) if missing else {}
    for card in missing:
        context = {"post": card.post, "photos": card.photos, "triangle": corners[card.post.pk]}
        kept[card.cache_key] = render_to_string("feed/_post_card_body.html", context)
    cache.set_many({card.cache_key: kept[card.cache_key] for card in missing}, KEPT)
    for card in cards:
        card.body = kept[card.cache_key]
