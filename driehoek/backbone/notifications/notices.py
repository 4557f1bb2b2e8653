"""Which facts are worth telling, to whom, in which words. Packages declare; this collects.

    @notice("feed.post.shared")
    def post_shared(entry: Entry) -> Notice | None:
        post = entry.subject
        ...

A package's notices.py is found by itself. The function is asked when the moment to tell has come, and again
right before each message goes: so it says what is true then. None means: there is nothing to tell any more.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any  # subjects of one kind

from django.db.models import Exists, OuterRef, QuerySet, prefetch_related_objects
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from driehoek.backbone.access.viewer import Hat
from driehoek.backbone.journal.models import Entry
from driehoek.backbone.media.models import Attachment
from driehoek.backbone.notifications.belonging import About
from driehoek.backbone.notifications.categories import Category
from driehoek.backbone.notifications.letter import Words
from driehoek.backbone.translation.texts import Text
from driehoek.facts.people.models import Person

HEADLINE = "\ue002"  # means nothing in any text
IN_TIME = dt.timedelta(hours=12)  # so long before it is over one can still do something with it
Receivers = QuerySet[Person] | Callable[[dt.date], QuerySet[Person]]


@dataclass(frozen=True)
class Framed:
    """A text with words of ours around it: `frame` says {text} where it goes."""

    frame: Words
    text: Text


@dataclass(frozen=True)
class Spoken:
    """A recording that goes along: named where its words would stand, and heard on the page."""

    voice: Attachment

    def __str__(self) -> str:
        return str(self.words)

    @property
    def words(self) -> Words:
        said = _("Met een ingesproken bericht van {length}. Luister in Driehoek.")
        return format_lazy(said, length=self.voice.length)


@dataclass(frozen=True)
class Titled:
    """A text that stands above what follows it."""

    text: Text


Part = Words | Text | Framed | Titled | Spoken


def spoken(attachments: Iterable[Attachment]) -> tuple[Spoken, ...]:
    """Of what goes along, that which is a voice."""
    return tuple(Spoken(one) for one in attachments if one.kind == Attachment.Kind.VOICE)


@dataclass(frozen=True, kw_only=True)
class Notice:
    """What is told about one fact. Whoever receives it must be allowed to see the subject of the entry,
    wearing one of the hats, at the moment it goes out.

    A Text comes in the language of each reader. HEADLINE in a subject is where the headline goes.

    The subject line names no child and gives nothing private away. `paragraphs` stand on their own: a class
    update in full, of a private reply only that there is one. `private` follows them in a mailbox that is
    hers alone (decision 106): what was said to her, or about her child.
    """

    to: Receivers  # a callable gets the day
    category: Category
    about: About
    subject: Words
    headline: Words | Text = ""
    paragraphs: tuple[Part, ...]
    private: tuple[Part, ...] = ()
    ask: Text | None = None  # a question for the kitchen table: a digest begins with it
    ask_key: str = ""  # "post-12": under which is kept that one talked about it
    asked_at: dt.datetime | None = None  # when it came out, if that was before this
    several: Callable[[int], Words] | None = None  # "3 reacties": of so many on one page, in a digest
    several_at: str = ""  # that page, if it is another one than where each of them is read
    action: Words  # "Bekijk het bericht"
    path: str  # "/bericht/7/"
    hats: tuple[Hat, ...] = ("home", "school")
    open_path: str = ""  # where anybody may read it, if that is so
    ends_at: dt.datetime | None = None  # after this it would be wrong
    act_by: dt.datetime | None = None  # after this it is still true, and nothing can be done with it any more
    is_urgent: bool = False  # a mail says so above all else
    at_any_hour: bool = False  # also in the evening and in weekends, because it is safe only at once

    @property
    def texts(self) -> list[Text]:
        """What somebody wrote, and what may have to be translated."""
        parts = (self.headline, *self.paragraphs, *self.private)
        said = [part.text if isinstance(part, Framed | Titled) else part for part in parts]
        said += [self.ask] if self.ask else []
        return [text for text in said if isinstance(text, Text)]

    @property
    def page(self) -> str:
        """On which it may be one of several."""
        return self.several_at or self.path.partition("#")[0]

    def is_over(self, now: dt.datetime) -> bool:
        return self.ends_at is not None and now >= self.ends_at

    def may_wait(self, until: dt.datetime, now: dt.datetime) -> bool:
        """Whether it is of no less use to who hears it only then."""
        ends = [moment for moment in (self.ends_at, self.act_by) if moment and moment > now]
        return not ends or until + IN_TIME <= min(ends)

    def people(self, day: dt.date) -> QuerySet[Person]:
        return self.to(day) if callable(self.to) else self.to.all()


Declared = Callable[[Entry], Notice | None]
NOTICES: dict[str, Declared] = {}
Beforehand = Callable[[Sequence[Any]], None]
BEFOREHAND: dict[str, Beforehand] = {}


def notice(verb: str, *, beforehand: Beforehand | None = None) -> Callable[[Declared], Declared]:
    """Declare how one kind of entry is told. A verb has one notice. `beforehand` puts what the notice looks
    at on many subjects at once; without it each asks for itself."""

    def declare(function: Declared) -> Declared:
        if verb in NOTICES:
            raise ValueError(f"{verb} has a notice already")
        NOTICES[verb] = function
        if beforehand:
            BEFOREHAND[verb] = beforehand
        return function

    return declare


def notice_of(entry: Entry) -> Notice | None:
    """What there is to tell about this entry now; None when its subject is gone, when it was taken back, or
    when the same happened to the same thing again since, which is then told instead."""
    if entry.subject is None or is_overtaken(entry):
        return None
    return NOTICES[entry.verb](entry)


def is_overtaken(entry: Entry) -> bool:
    later = Entry.objects.filter(
        verb=entry.verb, subject_type=entry.subject_type_id, subject_id=entry.subject_id, pk__gt=entry.pk
    )
    return later.exists()


def notices_of(entries: Sequence[Entry]) -> dict[int, Notice | None]:
    """The same of many, by the key of the entry, with few questions."""
    prefetch_related_objects(entries, "subject")
    found = {entry.pk: entry for entry in entries if entry.subject is not None}
    for verb, look in BEFOREHAND.items():
        if subjects := [entry.subject for entry in found.values() if entry.verb == verb]:
            look(subjects)
    later = Entry.objects.filter(
        verb=OuterRef("verb"),
        subject_type=OuterRef("subject_type"),
        subject_id=OuterRef("subject_id"),
        pk__gt=OuterRef("pk"),
    )
    told = Entry.objects.filter(~Exists(later), pk__in=list(found)).values_list("pk", flat=True)
    first_hand = set(told)
    return {entry.pk: NOTICES[entry.verb](entry) if entry.pk in first_hand else None for entry in entries}
