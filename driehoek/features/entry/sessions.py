"""The session engine: every session is a Device row, so that a person can see it and end it."""

import datetime as dt
from typing import Any, cast  # what a session holds is up to who puts it there

from django.contrib.sessions.backends.db import SessionStore as DatabaseSession
from django.db.models import QuerySet

from driehoek.backbone.access.prepared import prepared
from driehoek.base.core import clock
from driehoek.features.entry.codes import name_of
from driehoek.features.entry.models import Device


class SessionStore(DatabaseSession):
    """Ending a device deletes its row; the next request of that browser finds nobody signed in."""

    @classmethod
    def get_model_class(cls) -> type[Device]:
        return Device

    def _get_session_from_db(self) -> Device | None:
        found = prepared(_live, self.session_key or "", clock.now())
        return found[0] if found else super()._get_session_from_db()  # type: ignore[misc]  # not in the stubs

    def create_model_instance(self, data: dict[str, Any]) -> Device:
        device = cast(Device, super().create_model_instance(data))
        device.handle = name_of(device.session_key)
        device.person_id = data.get("_auth_user_id")
        device.kind = data.get("kind", "")
        device.since_on = _day(data.get("since"))
        device.last_used_on = _day(data.get("day"))
        return device


def _live(key: str, now: dt.datetime) -> QuerySet[Device]:
    return Device.objects.filter(session_key=key, expire_date__gt=now)


def _day(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None
