"""Shown work as a file for anybody's calendar. It says what, when and where; of whom it says nothing."""

import datetime as dt

from django.conf import settings
from django.http import Http404, HttpResponse

from driehoek.base.core.appointments import Appointment, as_file
from driehoek.base.core.clock import at
from driehoek.features.newsletters.models import Block, Copy

USUAL = dt.timedelta(hours=1)


def file_of(block: Block, copy: Copy) -> HttpResponse:
    if block.on is None or block.starts is None:
        raise Http404
    copy.edition.put_in_words(copy.newsletter, [block])
    school, starts = copy.newsletter.school, at(block.on, block.starts)
    place = block.told["place"].words if "place" in block.told else ""
    appointment = Appointment(
        key=f"blok-{block.pk}@{settings.MAIL_DOMAIN}",
        title=block.told["title"].words,
        place=", ".join(filter(None, (place, school.name, school.address))),
        starts=starts,
        ends=at(block.on, block.ends) if block.ends else starts + USUAL,
        made_at=copy.at,
    )
    answer = HttpResponse(as_file(appointment), content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="driehoek.ics"'
    return answer
