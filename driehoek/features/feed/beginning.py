"""An empty sheet, which is nothing yet, and the draft that the first sending makes of it."""

import datetime as dt

from django.core import signing
from django.db import transaction

from driehoek.backbone.access.viewer import Viewer
from driehoek.facts.people.models import Person
from driehoek.features.feed.models import Kind, Post
from driehoek.features.feed.places import Place, places

SALT = "feed.empty_sheet"


def sheet_for(viewer: Viewer, *, place: str = "", kind: str = "") -> Post | None:
    """The draft she was writing, for that place and of that kind if those are named, or an empty sheet that
    is kept nowhere; None for who has no place."""
    mine = places(viewer)
    wanted = next((one for one in mine if one.key == place), mine[0] if mine else None)
    if wanted is None:
        return None
    drafts = Post.objects.where(viewer, may="edit").drafts()
    if place:
        drafts = drafts.filter(group=wanted.group, student=wanted.student)
    if kind in Kind:
        drafts = drafts.filter(kind=kind)
    return drafts.first() or empty_sheet(wanted, viewer, Kind(kind) if kind in Kind else Kind.UPDATE)


def empty_sheet(place: Place, viewer: Viewer, kind: Kind = Kind.UPDATE) -> Post:
    return Post(
        school=place.school, group=place.group, student=place.student, kind=kind,
        author=viewer.person, language=viewer.person.language, created_at=viewer.now,
    )  # fmt: skip


def name_of(sheet: Post) -> str:
    """Which empty sheet this is: whose, and since when. A form carries it, so that it can be sent twice."""
    return signing.dumps([sheet.author_id, sheet.created_at.isoformat()], salt=SALT)


@transaction.atomic
def draft_of(name: str, viewer: Viewer) -> Post | None:
    """The draft of the sheet with that name: laid down now, or when the same form came before.

    A form without a good name is not lost either: it makes a draft of its own. None: she has no place.
    """
    Person.objects.select_for_update().get(pk=viewer.person.pk)  # the second of two taps waits for the first
    begun_at, mine = _begun_at(name, viewer), places(viewer)
    if not mine:
        return None
    if begun_at and (known := Post.objects.filter(author=viewer.person, created_at=begun_at).first()):
        return known
    return Post.begin(mine[0], by=viewer.person, at=begun_at or viewer.now)


def _begun_at(name: str, viewer: Viewer) -> dt.datetime | None:
    """None: not a name that we gave her."""
    try:
        author, moment = signing.loads(name, salt=SALT)
    except signing.BadSignature:
        return None
    return dt.datetime.fromisoformat(moment) if author == viewer.person.pk else None
