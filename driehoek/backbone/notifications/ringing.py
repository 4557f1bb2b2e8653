"""What a telephone shows of a notice, asked for by its browser once it rings: the subject line, no more."""

import datetime as dt
from typing import Any  # as it goes to the browser
from uuid import UUID

from django.utils import translation

from driehoek.backbone.notifications.letter import known
from driehoek.backbone.notifications.models import Delivery
from driehoek.backbone.notifications.notices import HEADLINE, notice_of
from driehoek.backbone.notifications.receiver import Receiver
from driehoek.backbone.notifications.wording import Wording
from driehoek.facts.people.models import Person


def shown(message: UUID, person: Person, now: dt.datetime) -> dict[str, Any] | None:
    """In her language, if it is hers and she may see it at this moment; else there is nothing to show."""
    mine = Delivery.objects.filter(message_id=message, notification__person=person)
    delivery = mine.select_related("notification__entry").first()
    if delivery is None:
        return None
    entry, language = delivery.notification.entry, known(person.language)
    notice = notice_of(entry)
    if notice is None or not Receiver(person, now).may_see(entry, notice):
        return None
    with translation.override(language):
        headline = str(Wording(notice, language, now).headline)
        text = str(notice.subject).replace(HEADLINE, headline)
    direction = "rtl" if translation.get_language_info(language)["bidi"] else "ltr"
    return {"text": text, "url": notice.path, "lang": language, "dir": direction}
