"""A talk as a file for anybody's own calendar. It says what, when and where; of whom it says nothing."""

import datetime as dt

from django.conf import settings
from django.http import HttpResponse

from driehoek.backbone.translation.reading import put_in_words
from driehoek.base.core.appointments import Appointment, as_file
from driehoek.features.talks.models import Talk


def file_of(talk: Talk, *, now: dt.datetime) -> HttpResponse:
    put_in_words([talk], now=now)
    appointment = Appointment(
        key=f"gesprek-{talk.pk}@{settings.MAIL_DOMAIN}",
        title=f"{talk.get_kind_display()} · {talk.school.name}",
        place=talk.told["place"].words,
        starts=talk.moment,
        ends=talk.ends_at,
        made_at=now,
    )
    answer = HttpResponse(as_file(appointment), content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="driehoek.ics"'
    return answer
