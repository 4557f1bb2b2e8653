"""Urgent notices of the demo: one that is over and of which one sees what became, and one that runs."""

import datetime as dt
import uuid
from typing import Any

from driehoek.backbone.notifications.models import Delivery, Lane
from driehoek.backbone.notifications.telling import tell_due
from driehoek.backbone.translation.models import Correction
from driehoek.base.core.clock import at, day_of
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import School
from driehoek.features.alerts.models import Alert, Call, What, Why
from driehoek.features.alerts.models.alert import Said
from driehoek.features.alerts.public_page import write_all
from driehoek.surfaces.demo.loading.boards import People
from driehoek.surfaces.demo.loading.moments import moment
from driehoek.surfaces.demo.loading.sources import read
from driehoek.surfaces.demo.loading.translations import SPOKEN

A_DAY, A_MINUTE = dt.timedelta(days=1), dt.timedelta(minutes=1)
Row = dict[str, Any]  # one [[alert]] of the file


def send_alerts(schools: dict[str, School], people: People, now: dt.datetime) -> None:
    for row in read("alerts.toml")["alert"]:
        alert = _send(row, schools, people, now)
        _translate(alert, row)
        if not alert.is_running(now):
            _bring(alert, [people[key] for key in row.get("refused", ())])
        for key in row.get("called", ()):
            Call.note(alert, people[key], by=people[row["called_by"]], at=alert.at + 20 * A_MINUTE)
    write_all(now)


def _send(row: Row, schools: dict[str, School], people: People, now: dt.datetime) -> Alert:
    sent_at = moment(row["when"], now)
    until = at(day_of(sent_at) + row["days"] * A_DAY, dt.time())
    said = Said(what=What(row["what"]), title=row.get("title", ""), text=row["text"], until=until)
    token = uuid.uuid5(uuid.NAMESPACE_OID, f"alert {row['school']} {sent_at}")
    school, by = schools[row["school"]], people[row["by"]]
    return Alert.send(school, [], said, token=token, why=Why(row["why"]), by=by, at=sent_at)


def _translate(alert: Alert, row: Row) -> None:
    """By hand, before it went."""
    for language in SPOKEN:
        for name, words in row.get(language, {}).items():
            text = alert.texts["headline" if name == "title" else name]
            Correction.write(text, language, words, by=alert.author, at=alert.at)


def _bring(alert: Alert, refused: list[Person]) -> None:
    """As it went that morning: everybody with an address that works had it in a minute."""
    tell_due(alert.at, lane=Lane.URGENT)
    out = Delivery.objects.filter(notification__entry=alert.entry)
    out.update(state=Delivery.State.DONE, sent_at=alert.at + A_MINUTE, attempts=1)
    full = out.filter(notification__person__in=refused)
    full.update(state=Delivery.State.FAILED, sent_at=None, reason="552")
