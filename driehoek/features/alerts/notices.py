"""What is told about an urgent notice: the notice itself, in full, and that it is no longer so."""

from dataclasses import replace

from django.utils import dateformat
from django.utils.functional import lazy
from django.utils.text import format_lazy
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from driehoek.backbone.journal.models import Entry
from driehoek.backbone.notifications.belonging import About
from driehoek.backbone.notifications.categories import Category
from driehoek.backbone.notifications.letter import Words, absolute
from driehoek.backbone.notifications.notices import Framed, Notice, notice
from driehoek.backbone.translation.texts import Text
from driehoek.features.alerts.models import Alert, What
from driehoek.features.alerts.models.alert import SENT, TAKEN_BACK
from driehoek.features.alerts.public_page import path_of

last_day = lazy(lambda alert: dateformat.format(alert.last_day, gettext("l j F")), str)


@notice(SENT)
def sent(entry: Entry) -> Notice | None:
    alert = entry.subject
    if not isinstance(alert, Alert) or alert.is_withdrawn:
        return None
    paragraphs: list[Words | Text | Framed] = [alert.texts["text"]] if alert.text else []
    paragraphs.append(format_lazy(_("Dit geldt tot en met {day}."), day=last_day(alert)))
    return replace(_told(alert, _headline(alert), tuple(paragraphs)), is_urgent=True)


@notice(TAKEN_BACK)
def taken_back(entry: Entry) -> Notice | None:
    """To the same people: some of them are about to keep a child at home."""
    alert = entry.subject
    if not isinstance(alert, Alert):
        return None
    said: Words | Framed = format_lazy(_("Wij schreven: {said}."), said=_headline(alert))
    if alert.what == What.OTHER:
        said = Framed(_("Wij schreven: {text}."), alert.texts["headline"])
    return _told(alert, _("Dit bericht geldt niet meer"), (said,))


def _headline(alert: Alert) -> Words | Text:
    return alert.texts["headline"] if alert.what == What.OTHER else What(alert.what).label


def _told(alert: Alert, headline: Words | Text, paragraphs: tuple[Words | Text | Framed, ...]) -> Notice:
    """A subject in our own words: what somebody typed may name a child."""
    heading: Words = _("dringend bericht") if isinstance(headline, Text) else headline
    call = format_lazy(_("{school}: {phone}"), school=alert.school.name, phone=alert.school.phone)
    public = path_of(alert.school) if alert.is_public else ""
    ends: list[Words] = [call] if alert.school.phone else []
    ends += [format_lazy(_("Wat nu geldt, staat altijd op {page}"), page=absolute(public))] if public else []
    return Notice(
        to=alert.audience.people,
        category=Category.NEWS,
        about=About(school=alert.school_id),
        subject=format_lazy(_("{school}: {said}"), school=alert.school.name, said=heading),
        headline=headline,
        paragraphs=(*paragraphs, *ends),
        action=_("Lees het bericht"),
        path=alert.get_absolute_url(),
        at_any_hour=True,
        ends_at=alert.until,
        open_path=public,
    )
