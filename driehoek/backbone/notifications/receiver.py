"""The person to whom something goes, at the moment at which it goes."""

import datetime as dt

from django.contrib.contenttypes.models import ContentType

from driehoek.backbone.access.prepared import prepared
from driehoek.backbone.access.querysets import Having
from driehoek.backbone.access.viewer import Hat, Viewer
from driehoek.backbone.journal.models import Entry
from driehoek.backbone.notifications.notices import Notice
from driehoek.facts.people.models import Person


class Receiver:
    """With each of her hats. Where she sits is looked up once, however much is asked about her."""

    def __init__(self, person: Person, now: dt.datetime) -> None:
        self.person, self.now = person, now
        self._viewers: dict[Hat, Viewer] = {}
        self._seen: dict[tuple[Hat, int], bool] = {}

    def wearing(self, hat: Hat) -> Viewer:
        if hat not in self._viewers:
            self._viewers[hat] = Viewer(self.person, hat, self.now)
        return self._viewers[hat]

    def may_see(self, entry: Entry, notice: Notice) -> bool:
        """Whether she could open the page it is about right now, with one of the hats it is for."""
        return any(self.sees(entry, hat) for hat in notice.hats)

    def sees(self, entry: Entry, hat: Hat) -> bool:
        if (hat, entry.pk) not in self._seen:
            self._seen[hat, entry.pk] = self._asked(entry, hat)
        return self._seen[hat, entry.pk]

    def _asked(self, entry: Entry, hat: Hat) -> bool:
        kind = ContentType.objects.get_for_id(entry.subject_type_id).model_class()
        if kind is None:
            return False
        return bool(prepared(Having(kind, "see"), self.wearing(hat), entry.subject_id))
