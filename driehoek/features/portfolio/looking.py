"""What waits until the teacher of a group looked at it: all of it approved at once, with one photo check."""

from functools import cached_property

from django.db import transaction
from django.db.models import Q
from django.http import QueryDict

from driehoek.backbone.access.viewer import Viewer
from driehoek.backbone.media.check_form import PhotoCheckForm
from driehoek.backbone.media.checking import exceptions, place
from driehoek.backbone.media.models import Photo, PhotoLimit
from driehoek.backbone.media.naming import nameless_to
from driehoek.backbone.translation.reading import put_in_words
from driehoek.base.core.clock import day_of
from driehoek.facts.consent.purposes import Purpose
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import Group
from driehoek.features.portfolio.adding import finish, keep_at_home
from driehoek.features.portfolio.models import Echo, ForWhom, Work, WorkPhoto
from driehoek.features.portfolio.reading import Card, cards

AT_ONCE = 40  # so many on one page
LINES = 5


class GroupWork:
    """What of the portfolios of a group waits for whoever works with it: a few lines on her first page."""

    def __init__(self, group: Group, viewer: Viewer) -> None:
        self.group, self.viewer = group, viewer

    @cached_property
    def waiting(self) -> int:
        """Work that she did not look at yet."""
        return Work.objects.where(self.viewer, may="look_at").filter(group=self.group).count()

    @cached_property
    def echoes(self) -> list[Echo]:
        """What home said and she did not read."""
        here = Q(work__group=self.group) | Q(goal__group=self.group)
        new = Echo.objects.visible_to(self.viewer).from_home().new_to(self.viewer.person).filter(here)
        found = list(new.select_related("author__portrait", "student").order_by("-at", "-pk")[:LINES])
        put_in_words(found, now=self.viewer.now)
        return found


class Looking:
    """The list of one group, the oldest first. What is ticked is approved; the rest stays."""

    def __init__(self, group: Group, viewer: Viewer, data: QueryDict | None = None) -> None:
        self.group, self.viewer, self.data = group, viewer, data

    @cached_property
    def cards(self) -> list[Card]:
        waiting = Work.objects.where(self.viewer, may="look_at").filter(group=self.group)
        return cards(self.viewer, waiting.order_by("at", "pk")[:AT_ONCE])

    @cached_property
    def chosen(self) -> list[Work]:
        """Ticked; on a page that was not sent, all of them."""
        ticked = self.data.getlist("work") if self.data is not None else None
        return [card.work for card in self.cards if ticked is None or str(card.work.pk) in ticked]

    @property
    def chosen_keys(self) -> set[int]:
        return {work.pk for work in self.chosen}

    @cached_property
    def photos(self) -> list[Photo]:
        """Those of all the cards: the check asks about what is on the page."""
        found = WorkPhoto.objects.filter(work__in=[card.work.pk for card in self.cards])
        return [row.photo for row in found.select_related("photo__film").order_by("work__at", "position")]

    @property
    def has_film(self) -> bool:
        return any(photo.film_id for photo in self.photos)

    @cached_property
    def asked(self) -> list[Person]:
        """The children of the group who may not be on photos for others."""
        days = {day_of(photo.created_at) for photo in self.photos}
        asked = exceptions([self.group], Purpose.CLASS_APP, self.viewer.today, taken=days)
        return list(asked) if self.photos else []

    @property
    def about(self) -> str:
        """What the check asks about: other words when there is a photo more, or other children."""
        newest = max((photo.pk for photo in self.photos), default=0)
        return f"work-{self.group.pk}.{len(self.asked)}.{newest}"

    @cached_property
    def check(self) -> PhotoCheckForm:
        keys = [child.pk for child in self.asked]
        return PhotoCheckForm(
            self.data if self._is_about_these else None,
            photos=self.photos,
            asked=self.asked,
            unnamed=set(nameless_to(self.viewer).filter(pk__in=keys)),
        )

    @property
    def _is_about_these(self) -> bool:
        """Children go on while she looks: about a photo that she did not see nothing was said."""
        return self.data is not None and self.data.get("about") == self.about

    @property
    def is_good(self) -> bool:
        return not self.asked or self.check.is_valid()

    @transaction.atomic
    def approve(self) -> int:
        """Gives how many. With nothing ticked, nothing was looked at either."""
        if not self.chosen:
            return 0
        me, now = self.viewer.person, self.viewer.now
        self._prepare()
        if self.photos and self.asked:
            self.check.apply(by=me, at=now)
        for work in self.chosen:
            finish(work, self.viewer)
        return len(self.chosen)

    def _prepare(self) -> None:
        """What the class will see is asked anew for the class; the rest stays with those beside the child."""
        for work in (card.work for card in self.cards):
            photos = work.photos()
            if work.whom == ForWhom.CLASS:
                PhotoLimit.objects.filter(photo__in=photos, student=work.student).delete()
                if photos:
                    place(photos, [self.group], taken_on=day_of(work.at))
            else:
                keep_at_home(work, photos, self.viewer)
