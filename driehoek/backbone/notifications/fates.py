"""What became of deliveries in the end, told once for every page that says it, so that no two differ."""

from django.db.models import Case, Exists, OuterRef, Q, Value, When

from driehoek.backbone.notifications.paper.giving_up import TOO_LATE
from driehoek.backbone.sms.models import Receipt
from driehoek.base.core.models.lease import State

KNOWS = ("read", "same_number")  # bringing it was of no use: she saw it, or it rang on her telephone
NO_WAY_THERE = ("no_address", "address_is_wrong", "no_road", "sms_limit", TOO_LATE)
READ_ALONG = "read_along"  # her mailbox is not hers alone: for her it stands in Driehoek only


def lost() -> Exists:
    """The gateway took the text, and says later that no telephone did."""
    return _receipt(Receipt.State.UNDELIVERED)


def _receipt(state: str) -> Exists:
    return Exists(Receipt.objects.filter(reference=OuterRef("message_id"), state=state))


def arrived() -> Q:
    """As far as we can know, or she has it anyway."""
    return (Q(state=State.DONE) & ~Q(lost())) | Q(reason__in=KNOWS)


def failed() -> Q:
    """It was for her, and did not come."""
    broken = Q(state__in=[State.FAILED, State.PARKED]) | Q(reason__in=NO_WAY_THERE)
    return broken | (Q(state=State.DONE) & Q(lost()))


def fate_on_a_road() -> Case:
    """Of a message that had to come whatever she chose: delivered where the road says so, else done, waiting,
    needless or failed."""
    return Case(
        When(reason__in=KNOWS, then=Value("needless")),
        When(Q(state=State.DONE) & Q(_receipt(Receipt.State.DELIVERED)), then=Value("delivered")),
        When(arrived(), then=Value("done")),
        When(state=State.WAITING, then=Value("waiting")),
        default=Value("failed"),
    )
