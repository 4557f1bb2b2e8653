"""Why a text message in particular must not go: it costs money, and a telephone may be of two people."""

import datetime as dt

from driehoek.backbone.notifications.channels.parcel import Parcel
from driehoek.backbone.notifications.channels.roads import address_of
from driehoek.backbone.notifications.fates import READ_ALONG
from driehoek.backbone.notifications.models import Delivery, Lane, Refusal
from driehoek.backbone.notifications.notices import Notice
from driehoek.backbone.sms.models import SmsDay
from driehoek.backbone.sms.parts import parts_of
from driehoek.base.core.clock import day_of
from driehoek.facts.people.models import Person, Restriction
from driehoek.facts.people.telephones import spellings

SMS = "sms"


def hindrance_of_text(delivery: Delivery, notice: Notice, now: dt.datetime) -> str:
    """The reason in one word; empty when nothing is in the way, and by every other road."""
    if delivery.channel != SMS:
        return ""
    number, urgent = address_of(delivery.notification.person, SMS), delivery.lane == Lane.URGENT
    if Refusal.wrong_addresses(SMS).filter(address=number).exists():
        return "address_is_wrong"
    if Restriction.objects.has_telephone(delivery.notification.person, day_of(now)):
        return READ_ALONG
    if _is_told_there(delivery, number):
        return "same_number"
    school = notice.about.school
    if school and SmsDay.is_full(school, day_of(now), urgent=urgent, now=now):
        return "sms_limit"
    return ""


def _is_told_there(delivery: Delivery, number: str) -> bool:
    """One text about one fact is enough on one telephone."""
    mobile = delivery.notification.person.mobile
    others = Delivery.objects.filter(
        notification__entry=delivery.notification.entry_id,
        channel=SMS,
        state=Delivery.State.DONE,
        notification__person__in=Person.objects.filter(mobile__in={mobile} | spellings(number)),
    )
    return others.exclude(pk=delivery.pk).exists()


def note_text(parcel: Parcel, notice: Notice, now: dt.datetime) -> None:
    """It was taken: it costs its school money, and the number is right after all, however it was written."""
    if notice.about.school:
        SmsDay.count(notice.about.school, day_of(now), parts_of(parcel.rendered.text))
    Refusal.objects.filter(channel=SMS, address=parcel.address).delete()
