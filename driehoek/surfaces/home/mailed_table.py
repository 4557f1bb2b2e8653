"""The kitchen table of a digest, for who came by the link in it: what it asked of whom, with its ticks."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from driehoek.backbone.access.querysets import rows
from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.notifications.digests.doors import Laid
from driehoek.backbone.notifications.digests.readers import Reader
from driehoek.backbone.notifications.discretion import may_hold_private_words
from driehoek.backbone.translation.reading import put_in_words
from driehoek.facts.people.models import Person
from driehoek.features.feed.models import Post
from driehoek.features.kitchen.explained import words_of
from driehoek.features.kitchen.models import Talked, Wish


@dataclass(frozen=True)
class Asked:
    """One question, of which of her children, and when she said that they talked."""

    key: str
    children: tuple[int, ...]
    whom: str
    words: str
    talked_at: dt.datetime | None


class MailedTable:
    """As far as she may still ask it: of her own child, and of news that still stands."""

    def __init__(self, viewer: Viewer, laid: Sequence[Laid]) -> None:
        self.viewer, self.laid = viewer, laid
        self.reader = Reader(viewer.person, viewer.now, ("home",), is_open=True)

    @cached_property
    def questions(self) -> list[Asked]:
        """In the active language."""
        return list(self._questions())

    def find(self, key: str) -> Asked | None:
        return next((one for one in self.questions if one.key == key), None)

    def _questions(self) -> Iterator[Asked]:
        for key, children in self.laid:
            hers = tuple(child for child in children if child in self._children)
            words = self._words.get(key) or words_of(key.removeprefix("bank-"))
            if hers and words:
                talked = [at for child in hers if (at := self._ticks.get((key, child)))]
                whom = _("Vraag eens aan %(name)s") % {"name": self.reader.names(hers)}
                yield Asked(key, hers, whom, words, max(talked, default=None))

    @cached_property
    def _children(self) -> set[int]:
        asked = [child for _key, children in self.laid for child in children]
        may_talk = rows(Person, self.viewer, may="talk_with").filter(pk__in=asked)
        return set(may_talk.filter(pk__in=self.viewer.wards()).values_list("pk", flat=True))

    @cached_property
    def _ticks(self) -> dict[tuple[str, int], dt.datetime]:
        mine = Talked.objects.visible_to(self.viewer).filter(person=self.viewer.person)
        found = mine.filter(key__in=[one.key for one in self.laid]).values_list("key", "student", "at")
        return {(key, student): at for key, student, at in found}

    @cached_property
    def _words(self) -> dict[str, str]:
        """Of what people wrote and she may still read."""
        posts = list(self._posts)
        wishes = list(Wish.objects.visible_to(self.viewer).filter(pk__in=self._keys("wish")))
        put_in_words([*posts, *wishes], now=self.viewer.now)
        found = {f"post-{post.pk}": str(post.told["ask"].words) for post in posts}
        return found | {wish.key: self._wished(wish) for wish in wishes}

    def _wished(self, wish: Wish) -> str:
        """What a child wrote herself stands here where nobody else opens the mailbox; what she only spoke,
        and all of it elsewhere, behind the sign-in."""
        person = self.viewer.person
        is_hers_alone = wish.ready or may_hold_private_words(person, person.email, wish.school_id)
        if is_hers_alone and "ask" in wish.told:
            return str(wish.told["ask"].words)
        return _("Er ligt een eigen vraag op tafel. Log in om hem te lezen.")

    @property
    def _posts(self) -> QuerySet[Post]:
        out = Post.objects.visible_to(self.viewer).published(self.viewer.now).exclude(ask_at_home="")
        return out.filter(pk__in=self._keys("post")).select_related("group", "school")

    def _keys(self, kind: str) -> list[int]:
        named = [one.key.partition("-") for one in self.laid]
        return [int(number) for name, _dash, number in named if name == kind and number.isdigit()]
