"""The session engine: every session is a Device row, so that a person can see it and end it. Whose it is
comes along with it, as every page asks for both."""

import datetime as dt
from typing import Any, cast  # what a session holds is up to who puts it there

from django.contrib.sessions.backends.db import SessionStore as DatabaseSession
from django.db.models import QuerySet

from driehoek.backbone.access.prepared import prepared
from driehoek.base.core import clock
from driehoek.facts.people.models import Person
from driehoek.features.entry.codes import name_of
from driehoek.features.entry.models import Device


class SessionStore(DatabaseSession):
    """Ending a device deletes its row; the next request of that browser finds nobody signed in."""

    person: Person | None = None  # whose it was when it was read; whether she may go on, the entrance asks

    @classmethod
    def get_model_class(cls) -> type[Device]:
        return Device

    def _get_session_from_db(self) -> Device | None:
        found = prepared(_live, self.session_key or "", clock.now())
        if not found:
            return super()._get_session_from_db()  # type: ignore[misc]  # not in the stubs
        self.person = found[0].person
        return cast(Device, found[0])

    def create_model_instance(self, data: dict[str, Any]) -> Device:
        device = cast(Device, super().create_model_instance(data))
        device.handle = name_of(device.session_key)
        device.person_id = data.get("_auth_user_id")
        device.kind = data.get("kind", "")
        device.since_on = _day(data.get("since"))
        device.last_used_on = _day(data.get("day"))
        return device


def _live(key: str, now: dt.datetime) -> QuerySet[Device]:
    live = Device.objects.filter(session_key=key, expire_date__gt=now)
    return live.select_related("person__portrait")


def _day(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None
