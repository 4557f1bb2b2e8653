"""The page of a school that anybody may read: whether there is something urgent. A file, so that it stands
when the database does not.

It is written when a notice is sent or taken back. The file holds a whole page for each moment at which
something on it ends, and one for when there is nothing: so it is right by itself, without anybody awake.
"""

import datetime as dt
import json
import logging
import os
import tempfile
from pathlib import Path
from typing import Any  # what a file holds

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation

from driehoek.backbone.access.models import Role, Seat
from driehoek.backbone.translation.reading import Told, read_in
from driehoek.base.core.clock import day_of
from driehoek.base.core.models.alarm import ring
from driehoek.facts.people.models import Person
from driehoek.facts.schools.models import School
from driehoek.facts.schools.web_names import address_of, addresses
from driehoek.features.alerts.models import Alert

logger = logging.getLogger(__name__)


def path_of(school: School) -> str:
    return reverse("alerts:public", args=[address_of(school)])


def page_at(address: str, now: dt.datetime) -> str | None:
    """What the page says at this moment; None when there is no such file. Asks nothing of the database."""
    try:
        held = json.loads(_file(address).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    for until, html in held["pages"]:
        if now < dt.datetime.fromisoformat(until):
            return str(html)
    return str(held["nothing"])


def write(school: School, now: dt.datetime) -> None:
    """Never half: readers have the old page until the new one is whole. When the disk refuses, the notice
    goes out all the same, and the next minute tries again."""
    alerts = _running(school, now)
    ends = sorted({alert.until for alert in alerts})
    held = {
        "pages": [
            (end.isoformat(), _page(school, [a for a in alerts if a.until >= end], now)) for end in ends
        ],
        "nothing": _page(school, [], now),
    }
    try:
        _keep(_file(address_of(school)), held)
    except OSError as error:
        logger.exception("the public page was not written")
        ring("alerts.public_page", type(error).__name__, at=now)


def unwritten(address: str, now: dt.datetime) -> str | None:
    """The page of a school that has no file yet, for this once: whoever looks writes nothing."""
    keys = [pk for pk, name in addresses().items() if name == address]
    school = School.objects.filter(pk__in=keys).first()
    return _page(school, _running(school, now), now) if school else None


def _running(school: School, now: dt.datetime) -> list[Alert]:
    return list(Alert.objects.running(now).filter(school=school, is_public=True))


def write_running(now: dt.datetime) -> None:
    running = Alert.objects.running(now).filter(is_public=True).values("school")
    for school in School.objects.filter(pk__in=running):
        write(school, now)


def write_all(now: dt.datetime) -> None:
    """And away with the pages of schools that are no more, or have another name."""
    for school in School.objects.order_by("pk"):
        write(school, now)
    there = {_file(address) for address in addresses().values()}
    for left in set(settings.PUBLIC_PAGES.glob("*.json")) - there:
        left.unlink(missing_ok=True)


def _file(address: str) -> Path:
    return Path(settings.PUBLIC_PAGES) / f"{address}.json"


def _keep(file: Path, held: dict[str, Any]) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=file.parent, suffix=".new")
    with os.fdopen(handle, "w", encoding="utf-8") as new:
        json.dump(held, new, ensure_ascii=False)
        new.flush()
        os.fsync(new.fileno())
    os.chmod(name, 0o644)
    os.replace(name, file)


def _page(school: School, alerts: list[Alert], now: dt.datetime) -> str:
    languages = _languages(school, now)
    context = {
        "school": school,
        "parts": [_part(language, alerts, now) for language in languages],
        "written_at": now,
        "nav": [],
        "look": {},
        "school_colour": school.colour,
        "page_language": "nl",
        "page_direction": "ltr",
        "now": now,
    }
    with translation.override("nl"):
        return render_to_string("alerts/public.html", context)


def _part(language: str, alerts: list[Alert], now: dt.datetime) -> dict[str, Any]:
    """All that holds now, in one language."""
    told: list[Told] = read_in(language, [alert.texts for alert in alerts], now=now)
    return {
        "language": language,
        "name": dict(settings.LANGUAGES)[language],
        "direction": "rtl" if language in settings.LANGUAGES_BIDI else "ltr",
        "alerts": [{"alert": alert, "told": words} for alert, words in zip(alerts, told, strict=True)],
    }


def _languages(school: School, now: dt.datetime) -> list[str]:
    """Dutch, and those of its families."""
    parents = Seat.objects.on(day_of(now)).filter(role=Role.GUARDIAN, school=school).values("person")
    spoken = set(Person.objects.filter(pk__in=parents).values_list("language", flat=True).distinct())
    others = [code for code, _name in settings.LANGUAGES if code in spoken and code != "nl"]
    return ["nl", *others]
